// How a fact or an invented record becomes a row: ids that never change, the home that owns it, and where it comes from.
import { createHash } from 'node:crypto';
import { startOfDay } from '../kit/clock';
import { specOf, type Class } from '../kit/noun/spec';
import type { Fact, Source } from './facts';

/** The street that the demonstration joins all under. It owns what no source gives an owner. */
export const STREET = 'demo-street';

export interface Row {
  noun: Class;
  /** Column values, `id` and `home` among them. */
  values: Record<string, unknown> & { id: string; home: string };
}

/** Groups of unnamed units are no homes; facts that name them point at a UnitGroup. */
export const UNIT_GROUPS = ['org.yingbin.six', 'org.binnan.units', 'org.chunhui.eleven', 'org.chunhui.county', 'org.moulu.units'];

/** `org.yili.rc` → `yili-rc`; null for a group of unnamed units and for no organization. */
export function homeOfKey(key: unknown): string | null {
  if (typeof key !== 'string' || UNIT_GROUPS.includes(key)) return null;
  return key.replace(/^org\./, '').replaceAll('.', '-');
}

export function unitGroupOfKey(key: unknown): string | null {
  return typeof key === 'string' && UNIT_GROUPS.includes(key) ? rowId(STREET, 'unit-group', key) : null;
}

/** A ULID that is always the same for a key. */
export function ulidOf(key: string): string {
  const digest = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 32)}`);
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  let rest = digest;
  let ulid = '';
  for (let i = 0; i < 26; i++) {
    ulid = alphabet[Number(rest & 31n)]! + ulid;
    rest >>= 5n;
  }
  return ulid;
}

export function rowId(home: string, kind: string, key: string): string {
  return `${home}.${kind}.${ulidOf(key)}`;
}

export function documentId(file: string): string {
  return rowId(STREET, 'source-document', file);
}

/** What a row says, its references by id. Left-out columns are null; an `id` among them stands instead of the made one. */
export type Values = Record<string, unknown> & { id?: string };

/** A row that a source document states. */
export function stated(noun: Class, home: string, fact: Pick<Fact, 'id' | 'source' | 'note'>, values: Values): Row {
  return row(noun, home, fact.id, { ...sourceColumns(fact.source), note: fact.note ?? null, ...values, provenance: 'STATED', sourceKey: fact.id, updatedAt: STATED_AT });
}

/** A row made up for the demonstration; `key` keeps its id the same over restarts. */
export function invented(noun: Class, home: string, key: string, today: string, values: Values): Row {
  return row(noun, home, `demo:${key}`, { note: null, ...values, provenance: 'DEMONSTRATION', updatedAt: startOfDay(today) });
}

/** An entry of a code list that the demonstration's street keeps for all; `key` keeps its id the same. */
export function listed(noun: Class, key: string, values: Values): Row {
  return row(noun, STREET, key, { note: null, ...values, provenance: 'DEMONSTRATION', updatedAt: STATED_AT });
}

/** The facts were taken down on one day; their rows never change. */
const STATED_AT = '2026-11-01T00:00:00.000Z';

function sourceColumns({ document, paragraph }: Source): Values {
  return { sourceDocumentId: documentId(document), sourceParagraph: paragraph };
}

function row(noun: Class, home: string, key: string, values: Values): Row {
  return { noun, values: { ...values, id: values.id ?? rowId(home, specOf(noun).kind, key), home } };
}
