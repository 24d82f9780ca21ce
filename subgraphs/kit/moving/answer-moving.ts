// The steps of a move as a shard is asked for them, `POST /moving`: one JSON object in, one out; schema/home-move.md specifies them.
import { parseId } from '../../../schema/id';
import type { DataSource } from 'typeorm';
import { readAbsentHomes } from '../database/home-move';
import type { HomeRow, TableSummary } from '../database/home-tables';
import { leaveHome, type MoveOf, readLeaving, removeLeft, stayHome } from './leave-home';
import { badCommand } from './moving-refusals';
import { discardHome, expectHome, openHome, sealHome, takeRows } from './receive-home';

export interface MovingGround {
  database: DataSource;
  now: () => Date;
  /** Homes of which this shard must not answer; kept up to date here. */
  absent: Set<string>;
}

type Given = Record<string, unknown>;
type Step = (ground: MovingGround, of: MoveOf, given: Given, now: string) => Promise<object | void>;

const STEPS = new Map<string, Step>(
  Object.entries<Step>({
    leave: async ({ database }, of, _, now) => ({ tables: await leaveHome(database, of, now) }),
    read: ({ database }, of, { table, after }) =>
      readLeaving(database, of, { table: textOf(table, 'table'), after: textOf(after, 'after') }),
    stay: ({ database }, of) => stayHome(database, of),
    remove: async ({ database }, of, _, now) => ({ rows: await removeLeft(database, of, now) }),
    arrive: async ({ database }, of, { tables }, now) => ({
      sealed: await expectHome(database, of, { tables: listOf<string>(tables, 'tables'), now }),
    }),
    take: ({ database }, of, { table, rows }) =>
      takeRows(database, of, { table: textOf(table, 'table'), rows: listOf<HomeRow>(rows, 'rows') }),
    seal: ({ database }, of, { tables }) => sealHome(database, of, listOf<TableSummary>(tables, 'tables')),
    open: ({ database }, of, _, now) => openHome(database, of, now),
    discard: ({ database }, of, _, now) => discardHome(database, of, now),
  }),
);

/** Throws a refusal. */
export async function answerMoving(ground: MovingGround, body: unknown): Promise<object> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Given;
  const step = STEPS.get(String(given.step));
  if (!step) throw badCommand(`step is one of ${[...STEPS.keys()].join(', ')}`);
  const of = readMove(given);
  const answer = await step(ground, of, given, ground.now().toISOString());
  const absent = await readAbsentHomes(ground.database);
  ground.absent.clear();
  for (const home of absent) ground.absent.add(home);
  return answer ?? {};
}

function readMove({ home, move }: Given): MoveOf {
  const id = parseId(home);
  if (!id || id.kind !== undefined) throw badCommand('home is the id of an organization');
  const name = textOf(move, 'move');
  if (!/^[\w-]{1,40}$/.test(name)) throw badCommand('move is the id of a move');
  return { home: home as string, move: name };
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw badCommand(`${what} is a text`);
}

function listOf<Item>(value: unknown, what: string): Item[] {
  if (Array.isArray(value)) return value as Item[];
  throw badCommand(`${what} is a list`);
}
