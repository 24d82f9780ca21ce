// Rows for the oracle: the synthetic rows in edgy mode, thinned unevenly and pulled together so that ties are the rule.
import { addDays, startOfDay, toStoredTime } from '../../../subgraphs/kit/clock';
import { cobuildingContract } from '../../../subgraphs/cobuilding/nouns';
import { conferenceContract } from '../../../subgraphs/conference/nouns';
import {
  mulberry32,
  syntheticRows,
  withoutDuplicates,
} from '../../../subgraphs/demonstration/synthetic-rows';
import { rowId, type Row } from '../../../subgraphs/demonstration/rows';
import { directoryContract } from '../../../subgraphs/directory/nouns';
import { referencesIn, type Reference } from '../../../subgraphs/kit/noun/references';
import { specOf, type Class, type ColumnSpec } from '../../../subgraphs/kit/noun/spec';
import { sharingContract } from '../../../subgraphs/sharing/nouns';

/** Sunday noon in Shanghai: weeks and periods have two sides. */
export const NOW = new Date('2026-11-22T04:00:00Z');
export const TODAY = '2026-11-22';

/** Some are the beginning of others: `a-1.x` sorts before `a.x`, though `a` sorts before `a-1`. The last two own nothing. */
export const HOMES = ['a', 'a-1', 'north', 'north-rc', 'north-rc-2', 'z9', '0', 'empty', 'hollow'];
const WITHOUT_ROWS = ['empty', 'hollow'];
/** A home that no list of shards names. */
export const STRANGER = 'stranger';

const SHARDED = [conferenceContract, cobuildingContract, sharingContract];
const ROWS_EACH = 5;

/** The same seed always gives the same rows. */
export function worldRows(seed: number): Row[] {
  const random = mulberry32(seed ^ 0x5eed);
  const contracts = [directoryContract, ...SHARDED].map(({ name }) => name);
  const rows = syntheticRows({
    contracts: [directoryContract, ...SHARDED],
    homes: HOMES.map((home) => ({ home, contracts: WITHOUT_ROWS.includes(home) ? [] : contracts })),
    rowsEach: ROWS_EACH,
    seed,
    today: TODAY,
    edgy: true,
  });
  const keep = new Map(HOMES.map((home) => [home, 0.25 + random() * 0.75]));
  const maskedToo = random() < 0.5;
  const kept = rows
    .filter(({ noun }) => specOf(noun).contract.sharded)
    .filter(({ values }) => random() < keep.get(values.home)!);
  return withoutDuplicates(kept.map((row) => ({ ...row, values: drawTogether(row, random, maskedToo) })));
}

function drawTogether({ noun, values }: Row, random: () => number, maskedToo: boolean): Row['values'] {
  const references = new Map(allReferences(noun).map((reference) => [reference.column.property, reference]));
  const changed = { ...values };
  for (const column of specOf(noun).columns) {
    const value = values[column.property];
    if (value === null || value === undefined || column.property === 'home') continue;
    const reference = references.get(column.property);
    changed[column.property] = reference
      ? referenceFor(reference, value, random)
      : valueFor(column, value, random, maskedToo);
  }
  return { ...changed, ...openAndFree(noun.name, random) };
}

/** Chance alone would hardly open a resource and let it have room, and the filter for that would always find nothing. */
function openAndFree(noun: string, random: () => number): object {
  const mostly = (values: object) => (random() < 0.7 ? values : {});
  switch (noun) {
    case 'SharedResource':
      return mostly({ state: 'LISTED', capacity: [1, 5, 10, 100][Math.floor(random() * 4)] });
    case 'AvailabilityWindow':
      return { weekday: 1 + Math.floor(random() * 7), ...mostly({ validFrom: null, validTo: null }) };
    case 'Booking':
      return random() < 0.4 ? { state: 'APPROVED' } : {};
    default:
      return {};
  }
}

/** Now and then an id of a home that is nobody's. An organization is known by its id alone, so it stays one of ours. */
function referenceFor({ foreign, target }: Reference, value: unknown, random: () => number): unknown {
  if (!foreign || target().name === 'Organization' || random() > 0.05) return value;
  return rowId(STRANGER, 'nothing', `stranger:${random()}`);
}

function valueFor({ kind }: ColumnSpec, value: unknown, random: () => number, maskedToo: boolean): unknown {
  switch (kind) {
    case 'day':
      return random() < 0.7 ? addDays(TODAY, Math.floor(random() * 7) - 3) : value;
    case 'time':
      return random() < 0.7
        ? toStoredTime(Date.parse(startOfDay(TODAY)) + Math.floor(random() * 6 - 3) * 5 * 3_600_000)
        : value;
    case 'int':
      return random() < 0.3 ? [9, 10, 11, 100][Math.floor(random() * 4)] : value;
    case 'json':
      return random() < 0.5 ? value : ['甲', '😀', ''].slice(0, 1 + Math.floor(random() * 3));
    case 'money':
      return maskedToo || (value as { fen: string | null }).fen !== null
        ? value
        : { fen: String(Math.floor(random() * 5)), masked: false, unstated: false };
    default:
      return value;
  }
}

function allReferences(target: Class): Reference[] {
  const parent = Object.getPrototypeOf(target) as Class | null;
  return [...(parent?.prototype ? allReferences(parent) : []), ...referencesIn(target)];
}
