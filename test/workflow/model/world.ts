// A world as the domain's page has it, in memory: rows, their histories, and what is on its way between owners. It shares no code with the graph.

export interface Row {
  type: string;
  /** Begins with `?` until the graph's own is known. */
  id: string;
  home: string;
  state: string | null;
  version: number;
  /** Its history; null of what keeps none. */
  steps: Step[] | null;
  [column: string]: any;
}

export interface Step {
  action: string;
  fromState: string | null;
  toState: string | null;
  version: number;
  organization: string;
}

/** Somebody who acts: an office, or the outbox of a home. */
export interface Asker {
  organization: string;
  office: string;
  scopes: string[];
  kind: 'office' | 'service';
}

export interface Message {
  from: string;
  mutation: string;
  input: Record<string, any>;
}

const HOUR = 3_600_000;

export class World {
  readonly rows: Row[] = [];
  readonly messages: Message[] = [];
  /** The public calendar: days that differ from the week. */
  readonly calendar = new Map<string, { kind: string; asWeekday?: number | null }>();
  private made = 0;

  /** `now` is an instant in UTC, `2026-01-05T01:00:00.000Z`. */
  constructor(public now: string) {}

  get today(): string {
    return dayOf(this.now);
  }

  of(type: string, where: Record<string, any> = {}): Row[] {
    const wanted = Object.entries(where);
    return this.rows.filter(
      (row) => row.type === type && wanted.every(([name, value]) => row[name] === value),
    );
  }

  find(id: unknown): Row | undefined {
    return this.rows.find((row) => row.id === id);
  }

  row(id: unknown): Row {
    const row = this.find(id);
    if (!row) throw new Error(`The model has no row ${String(id)}`);
    return row;
  }

  add(row: Pick<Row, 'type' | 'home' | 'state' | 'steps'> & Record<string, any>): Row {
    const added = { ...row, id: `?${(this.made += 1)}`, version: 1 } as Row;
    this.rows.push(added);
    return added;
  }

  remove(row: Row): void {
    this.rows.splice(this.rows.indexOf(row), 1);
  }

  /** The graph's id takes the place of the model's own, wherever that stands. */
  bind(row: Row, id: string): void {
    const [old, places] = [row.id, [...this.rows, ...this.messages.map(({ input }) => input)]];
    for (const place of places)
      for (const name of Object.keys(place)) if (place[name] === old) place[name] = id;
  }
}

/** The day in Asia/Shanghai, eight hours ahead of UTC the whole year. */
export function dayOf(time: string): string {
  return new Date(Date.parse(time) + 8 * HOUR).toISOString().slice(0, 10);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** `HH:MM` of a day in Asia/Shanghai as an instant in UTC. */
export function at(day: string, clock = '09:00'): string {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hours - 8) * HOUR + minutes * 60_000).toISOString();
}
