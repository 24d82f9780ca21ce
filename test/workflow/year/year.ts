// A year that is being played: its offices, its calendar, and what has been made in it so far.
import { hours } from '../model/bookings';
import { at, World, type Asker, type Row } from '../model/world';
import { Player } from '../play/player';
import { IllegalTrials } from '../play/try-illegal';
import type { Ground } from '../play/ground';

const office = (organization: string, name: string, scopes: string[] = []): Asker => ({
  organization,
  office: name,
  scopes,
  kind: 'office',
});

export const street = office('demo-street', '党建办公室', ['needs:review', 'calendar:keep']);
export const community = office('demo-community', '综合服务岗');
export const branch = office('demo-community-branch', '组织岗');
export const school = office('demo-school', '总务处');
export const bank = office('demo-bank', '综合办公室');
export const property = office('demo-property', '客户服务部');

export const why = { reason: '按约定办理' };

export class Year {
  readonly player: Player;
  readonly trials: IllegalTrials;
  /** Rows that a later month comes back to, by what they are called here. */
  readonly kept: Record<string, Row> = {};

  constructor(ground: Ground, options: { everyRow: boolean }) {
    this.player = new Player(ground, new World(at('2026-01-01')));
    this.trials = new IllegalTrials(this.player, options.everyRow);
  }

  get world(): World {
    return this.player.world;
  }

  /** A day of the year, at a clock time in Asia/Shanghai; time goes one way. */
  on(day: string, clock = '09:00'): void {
    const now = at(day, clock);
    if (now < this.world.now) throw new Error(`${day} lies before ${this.world.now}`);
    this.player.setNow(now);
  }

  /** Takes a step, and then tries whatever is not allowed in the states that rows have come to. */
  async does(asker: Asker, action: string, input: Record<string, any>): Promise<Row> {
    const row = await this.player.done(asker, action, input);
    await this.trials.tryAll();
    return row;
  }

  /** Steps of one row, one after another, each with a reason and nothing else. */
  async walks(row: Row, ...steps: [Asker, string, Record<string, any>?][]): Promise<Row> {
    for (const [asker, action, input] of steps)
      await this.does(asker, action, { id: row.id, ...why, ...input });
    return row;
  }

  async refuses(code: string, asker: Asker, action: string, input: Record<string, any>): Promise<void> {
    const fault = await this.player.refused(asker, action, input);
    if (fault.code !== code) throw new Error(`${action} was refused with ${fault.code}, not with ${code}`);
  }

  /** A booking of a resource, asked for on a day ahead. */
  book(asker: Asker, resource: Row, day: string, [from, until]: [number, number], people = 20): Promise<Row> {
    const input = {
      resourceId: resource.id,
      ...hours(day, from, until),
      expectedHeadcount: people,
      purpose: '党员学习',
    };
    return this.does(asker, 'requestBooking', input);
  }

  rowsOf(type: string, where: Record<string, any>): Row[] {
    return this.world.of(type, where);
  }
}
