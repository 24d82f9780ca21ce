// Rows of one home each of which has one link that leads nowhere, or to a home that can be stopped: every link of every noun, every way.
import { community } from '../../../subgraphs/community/program';
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import { type Row, rowId, STREET } from '../../../subgraphs/demonstration/rows';
import { syntheticRows, withoutDuplicates } from '../../../subgraphs/demonstration/synthetic-rows';
import { allReferences, type Reference } from '../../../subgraphs/kit/noun/references';
import { type NounSpec, columnOf, specOf } from '../../../subgraphs/kit/noun/spec';

/** `far`: to a row that is there, until its home is stopped. */
export type Way = 'gone' | 'hidden' | 'not joined' | 'far';

export interface Astray {
  row: Row;
  spec: NounSpec;
  /** The link, and the type that it leads to. */
  field: string;
  target: string;
  way: Way;
}

/** Who has the rows, whom they link to, and who is in no list of shards. */
export const [NEAR, FAR, AWAY] = ['near', 'far', 'away'];
const NOUNS = community.contracts.flatMap(({ nouns }) => nouns).map(specOf);
/** Wholes before their parts. */
export const SHARDED = [...NOUNS].sort((a, b) => depthOf(a) - depthOf(b));
/** More than a noun has links and ways. */
const ROWS_EACH = 40;

/** The street's rows, and those of two homes; nothing of the made-up ones is a draft but what shall be hidden. */
export function rowsAstray(today: string): { rows: Row[]; astray: Astray[] } {
  const street = demonstrationRows(today).filter(({ values }) => values.home === STREET);
  const contracts = community.contracts.map(({ name }) => name);
  const madeUp = syntheticRows({
    contracts: community.contracts,
    homes: [NEAR!, FAR!].map((home) => ({ home, contracts })),
    rowsEach: ROWS_EACH,
    seed: 3,
    today,
  });
  for (const { values } of madeUp) values.sourceDocumentId = rowId(STREET, 'source-document', 'gone');
  hideOneOfEach(madeUp);
  const astray = SHARDED.flatMap((spec) => leadAstray(spec, madeUp));
  return { rows: [...street, ...withoutDuplicates(madeUp)], astray };
}

function depthOf({ readers }: NounSpec): number {
  return readers.partOf ? 1 + depthOf(readers.partOf.whole()) : 0;
}

/** The first of each home. */
function hideOneOfEach(rows: Row[]): void {
  const seen = new Set<string>();
  for (const { noun, values } of rows) {
    const spec = specOf(noun);
    const { drafts } = spec.readers;
    if (!drafts) continue;
    const key = `${spec.name}@${values.home}`;
    const states = Object.values(columnOf(spec, 'state').type()) as string[];
    values.state = seen.has(key) ? states.find((state) => !drafts.states.includes(state)) : drafts.states[0];
    seen.add(key);
  }
}

/** To whom it is no concern of. */
function isVisible({ noun, values }: Row, rows: Row[]): boolean {
  const { drafts, partOf } = specOf(noun).readers;
  if (drafts?.states.includes(values.state as string)) return false;
  const whole = partOf && rows.find((row) => row.values.id === values[partOf.column]);
  return !partOf || (whole !== undefined && isVisible(whole, rows));
}

/** Rows that are unique as they are stay so: nothing else has their new link. */
function leadAstray(spec: NounSpec, rows: Row[]): Astray[] {
  const unique = new Set(withoutDuplicates(rows));
  const free = rows.filter(
    (row) => row.noun === spec.target && row.values.home === NEAR && unique.has(row) && isVisible(row, rows),
  );
  return allReferences(spec.target).flatMap((reference) =>
    Object.entries(targetsOf(reference, rows)).map(([way, id]) => {
      const row = free.pop();
      if (!row) throw new Error(`${spec.name} has too few rows; raise ROWS_EACH.`);
      row.values[reference.column.property] = id;
      return { row, spec, field: reference.column.field, target: reference.target().name, way: way as Way };
    }),
  );
}

/** Ids for a link, by the way in which it goes astray. */
function targetsOf({ foreign, target }: Reference, rows: Row[]): Partial<Record<Way, string>> {
  const { name } = target();
  if (name === 'Organization') return { gone: 'nobody' };
  const spec = SHARDED.find((it) => it.name === name);
  if (!spec) return { gone: rowId(STREET, 'entry', `${name} gone`) };
  const home = foreign ? FAR! : NEAR!;
  const there = rows.filter(({ noun, values }) => noun === spec.target && values.home === home);
  const hidden = there.find((row) => !isVisible(row, rows));
  const far = there.find((row) => isVisible(row, rows))!;
  return {
    gone: rowId(home, spec.kind, 'gone'),
    ...(hidden && { hidden: hidden.values.id }),
    ...(foreign && { 'not joined': rowId(AWAY!, spec.kind, 'away'), far: far.values.id }),
  };
}
