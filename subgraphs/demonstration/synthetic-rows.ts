// Seeded rows of every noun for tests and benchmarks, made from what the nouns' columns say.
import { getMetadataArgsStorage } from 'typeorm';
import { addDays, startOfDay, toStoredTime } from '../kit/clock';
import type { Contract } from '../kit/federated-schema';
import { allReferences, type Reference } from '../kit/noun/references';
import { specOf, type ColumnSpec, type NounSpec } from '../kit/noun/spec';
import { rowId, type Row } from './rows';

export interface SyntheticOptions {
  contracts: Contract[];
  /** Homes and the contracts that each has rows of. */
  homes: { home: string; contracts: string[] }[];
  /** Rows of each noun for each home. */
  rowsEach: number;
  seed: number;
  today: string;
  /** Ties, nulls, astral text, trailing spaces and ids that lead nowhere, for tests. */
  edgy?: boolean;
}

interface Making {
  options: SyntheticOptions;
  random: () => number;
  /** Ids of the rows made so far, by type and by type and home. */
  ids: Map<string, string[]>;
}

/** The same options always give the same rows. References lead to rows that exist, except where `edgy`. */
export function syntheticRows(options: SyntheticOptions): Row[] {
  const making: Making = { options, random: mulberry32(options.seed), ids: new Map() };
  for (const contract of options.contracts) for (const noun of contract.nouns) nameRows(making, contract, specOf(noun));
  const rows = options.contracts.flatMap((contract) =>
    contract.nouns.flatMap((noun) =>
      homesOf(options, contract).flatMap((home) => (making.ids.get(`${specOf(noun).name}@${home}`) ?? []).map((id) => makeRow(making, specOf(noun), home, id))),
    ),
  );
  return withoutDuplicates(rows);
}

/** Chance may give an organization two votes; the first one stands. */
export function withoutDuplicates(rows: Row[]): Row[] {
  const unique = getMetadataArgsStorage().indices.filter((index) => index.unique);
  const seen = new Set<string>();
  return rows.filter(({ noun, values }) =>
    unique.filter(({ target }) => target === noun).every(({ columns }) => {
      const key = JSON.stringify([noun.name, (columns as string[]).map((column) => values[column])]);
      return seen.has(key) ? false : seen.add(key);
    }),
  );
}

/** A small, fast generator whose numbers are the same everywhere. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function homesOf({ homes }: SyntheticOptions, contract: Contract): string[] {
  return homes.filter(({ contracts }) => contracts.includes(contract.name)).map(({ home }) => home);
}

function nameRows({ options, ids }: Making, contract: Contract, spec: NounSpec): void {
  const all: string[] = [];
  for (const home of homesOf(options, contract)) {
    const own = Array.from({ length: options.rowsEach }, (_, i) => rowId(home, spec.kind, `synthetic:${options.seed}:${spec.name}:${home}:${i}`));
    ids.set(`${spec.name}@${home}`, own);
    all.push(...own);
  }
  ids.set(spec.name, all);
}

function makeRow(making: Making, spec: NounSpec, home: string, id: string): Row {
  const references = new Map(allReferences(spec.target).map((reference) => [reference.column.property, reference]));
  const values: Row['values'] = { id, home };
  for (const column of spec.columns.filter(({ property }) => property !== 'home')) {
    const reference = references.get(column.property);
    values[column.property] = reference ? idFor(making, reference, home, column.required) : valueFor(making, column);
  }
  return { noun: spec.target, values: { ...values, provenance: 'DEMONSTRATION', sourceKey: null } };
}

function idFor(making: Making, { target, foreign }: Reference, home: string, required: boolean): string | null {
  const { random, options, ids } = making;
  if (!required && random() < 0.2) return null;
  const type = target().name;
  if (type === 'Organization') return pick(making, options.homes).home;
  if (options.edgy && foreign && random() < 0.1) return rowId(pick(making, options.homes).home, 'nothing', `dangling:${random()}`);
  const candidates = ids.get(foreign ? type : `${type}@${home}`) ?? [];
  return candidates.length > 0 ? pick(making, candidates) : null;
}

function valueFor(making: Making, column: ColumnSpec): unknown {
  const { random, options } = making;
  if (!column.required && column.kind !== 'json' && random() < (options.edgy ? 0.25 : 0.1)) return column.kind === 'money' ? NO_MONEY : null;
  const day = () => addDays(options.today, Math.floor(random() * (options.edgy ? 60 : 400)) - (options.edgy ? 30 : 200));
  switch (column.kind) {
    case 'enum':
      return pick(making, Object.values(column.type()) as string[]);
    case 'day':
      return day();
    case 'time':
      return toStoredTime(Date.parse(startOfDay(day())) + Math.floor(random() * 24) * 3_600_000);
    case 'int':
      return Math.floor(random() * (options.edgy ? 8 : 300));
    case 'decimal':
      return Math.round(random() * 1000) / 8;
    case 'flag':
      return random() < 0.5;
    case 'money':
      return money(random);
    case 'json':
      return [];
    default:
      return column.property === 'opensAt' ? '08:00' : column.property === 'closesAt' ? '20:00' : textFor(making);
  }
}

const NO_MONEY = { fen: null, masked: false, unstated: false };

function money(random: () => number): typeof NO_MONEY | { fen: string; masked: boolean; unstated: boolean } {
  const kind = random();
  if (kind < 0.1) return { fen: null, masked: true, unstated: false };
  if (kind < 0.2) return { fen: null, masked: false, unstated: true };
  return { fen: String(Math.floor(random() * 900_000_000_000)), masked: false, unstated: false };
}

const WORDS = ['礼堂', '操场', '会议室', '图书馆', '报告厅', '活动室', '体育馆', '培训室'];
/** Ties, cases, widths, padding, the last characters of the first plane, and astral ones. */
const EDGY = ['甲', '乙', 'A', 'a', 'B', 'Ａ', '甲 ', ' 甲', '𠀀', '😀', '\uffee', '\ue000', 'é', 'e\u0301', '甲甲', '0'];

function textFor(making: Making): string {
  if (making.options.edgy) return pick(making, EDGY);
  return `${pick(making, WORDS)}${Math.floor(making.random() * 1000)}`;
}

function pick<T>({ random }: Making, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}
