// Whether a resource is free, found minute by minute: the oracle of the vacancy filter and of free slots.
import { addDays, daysBetween, startOfDay, weekdayOf } from '../../../../subgraphs/kit/clock';

/** Minutes of a day in Asia/Shanghai. */
export interface Span {
  from: number;
  until: number;
}

export interface ModelWindow extends Span {
  weekday: number;
  validFrom: string | null;
  validTo: string | null;
}

/** Minutes from the beginning of the model's first day; a booking may last over midnight. */
export interface ModelBooking extends Span {
  state: string;
  expectedHeadcount: number;
}

export interface ModelResource {
  state: string | null;
  exclusive: boolean;
  capacity: number | null;
  windows: ModelWindow[];
  bookings: ModelBooking[];
}

export interface ModelVacancy extends Span {
  day: string;
  headcount: number;
}

export const FIRST_DAY = '2026-11-22';

/** People there is room for at each minute of a day; 0 when closed or taken, Infinity when the capacity is not known. */
function roomOn({ state, exclusive, capacity, windows, bookings }: ModelResource, day: string): number[] {
  const room = Array<number>(1440).fill(0);
  if (state !== 'LISTED') return room;
  for (const { from, until } of windows.filter((window) => isOf(day, window)))
    room.fill(capacity ?? Infinity, from, until);
  const midnight = daysBetween(FIRST_DAY, day) * 1440;
  for (const { from, until, expectedHeadcount } of bookings.filter((each) => each.state === 'APPROVED')) {
    for (const minute of minutes({
      from: Math.max(from - midnight, 0),
      until: Math.min(until - midnight, 1440),
    })) {
      room[minute] = exclusive ? 0 : Math.max(room[minute]! - expectedHeadcount, 0);
    }
  }
  return room;
}

function isOf(day: string, { weekday, validFrom, validTo }: ModelWindow): boolean {
  return (
    weekday === weekdayOf(day) &&
    (validFrom === null || validFrom <= day) &&
    (validTo === null || day <= validTo)
  );
}

export function isVacant(resource: ModelResource, { day, from, until, headcount }: ModelVacancy): boolean {
  if (resource.capacity === null || resource.capacity < headcount) return false;
  return roomOn(resource, day)
    .slice(from, until)
    .every((room) => room >= headcount);
}

export interface Slot {
  from: string;
  until: string;
  headcountLeft: number | null;
}

export function freeSlotsOf(resource: ModelResource, from: string, to: string): Slot[] | null {
  if (resource.windows.length === 0) return null;
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).flatMap((day) =>
    slotsOn(resource, day),
  );
}

function slotsOn(resource: ModelResource, day: string): Slot[] {
  const slots: (Span & { room: number })[] = [];
  for (const [minute, room] of roomOn(resource, day).entries()) {
    const previous = slots.at(-1);
    if (room === 0) continue;
    if (previous?.until === minute && previous.room === room) previous.until = minute + 1;
    else slots.push({ from: minute, until: minute + 1, room });
  }
  return slots.map(({ from, until, room }) => ({
    from: instant(day, from),
    until: instant(day, until),
    headcountLeft: room === Infinity ? null : room,
  }));
}

function minutes({ from, until }: Span): number[] {
  return Array.from({ length: Math.max(until - from, 0) }, (_, i) => from + i);
}

/** An instant as answers show it. */
function instant(day: string, minute: number): string {
  const [shown, rest] = minute === 1440 ? [addDays(day, 1), 0] : [day, minute];
  return `${shown}T${clock(rest)}:00+08:00`;
}

export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A booking's end as it is stored. */
export function storedInstant(minute: number): string {
  return new Date(Date.parse(startOfDay(FIRST_DAY)) + minute * 60_000).toISOString();
}
