// Rows of the contract `sharing` for tests: each maker fills in what a case leaves out.
import type { LoadableRow } from '../../../../subgraphs/kit/database/load-rows';
import type { Class } from '../../../../subgraphs/kit/noun/spec';
import { AvailabilityWindow } from '../../../../subgraphs/sharing/availability-window/availability-window';
import { Booking } from '../../../../subgraphs/sharing/booking/booking';
import { CourseSession } from '../../../../subgraphs/sharing/course/course-session';
import { Need } from '../../../../subgraphs/sharing/need/need';
import { SharedResource } from '../../../../subgraphs/sharing/shared-resource/shared-resource';

type Values = Record<string, unknown>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The n-th id of a kind; ids ascend with n. */
export function idOf(home: string, kind: string, n: number): string {
  let ulid = '';
  for (let rest = n; ulid.length < 26; rest = Math.floor(rest / 32)) ulid = ALPHABET[rest % 32] + ulid;
  return `${home}.${kind}.${ulid}`;
}

function row(noun: Class, kind: string, n: number, home: string, values: Values): LoadableRow {
  const common = {
    id: idOf(home, kind, n),
    home,
    provenance: 'DEMONSTRATION',
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
  return { noun, values: { ...common, ...values } };
}

export function resource(
  n: number,
  { home = 'yili', ...values }: Values & { home?: string } = {},
): LoadableRow {
  const usual = {
    name: `场地${n}`,
    kind: 'VENUE',
    state: 'LISTED',
    ownerStated: true,
    exclusive: false,
    capacity: 50,
    revocable: false,
    statedAreaIsMinimum: false,
    tags: [],
  };
  return row(SharedResource, 'resource', n, home, { ...usual, ...values });
}

export function openingWindow(n: number, resourceId: string, values: Values = {}): LoadableRow {
  const usual = { resourceId, weekday: 1, opensAt: '09:00', closesAt: '17:00' };
  return row(AvailabilityWindow, 'availability-window', n, homeIn(resourceId), { ...usual, ...values });
}

export function booking(n: number, resourceId: string, values: Values = {}): LoadableRow {
  const usual = {
    resourceId,
    requesterId: 'dongguan',
    state: 'APPROVED',
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T03:00:00.000Z',
    requestedAt: '2026-11-20T01:00:00.000Z',
    expectedHeadcount: 10,
  };
  return row(Booking, 'booking', n, homeIn(resourceId), { ...usual, ...values });
}

export function need(n: number, { home = 'yili', ...values }: Values & { home?: string } = {}): LoadableRow {
  return row(Need, 'need', n, home, { text: `需求${n}`, ownerStated: true, ...values });
}

export function courseSession(
  n: number,
  { home = 'yili', ...values }: Values & { home?: string } = {},
): LoadableRow {
  return row(CourseSession, 'session', n, home, {
    courseId: idOf(home, 'course', 1),
    startsAt: '2026-11-23T01:00:00.000Z',
    state: 'HELD',
    ...values,
  });
}

function homeIn(id: string): string {
  return id.slice(0, id.indexOf('.'));
}
