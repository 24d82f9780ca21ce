// All rows of the demonstration, and those of one shard.
import { inventedCobuildingRows } from './invented/cobuilding-rows';
import { inventedConferenceRows } from './invented/conference-rows';
import { inventedDirectoryRows } from './invented/directory-rows';
import { inventedSharingRows } from './invented/sharing-rows';
import { statedCobuildingRows } from './stated/cobuilding-rows';
import { statedConferenceRows } from './stated/conference-rows';
import { statedDirectoryRows } from './stated/directory-rows';
import { statedSharingRows } from './stated/sharing-rows';
import type { Row } from './rows';
import type { DemonstrationShard } from './topology';

/** `today` is the day of the start in Asia/Shanghai, from which made-up rows are dated. */
export function demonstrationRows(today: string): Row[] {
  return [...statedRows(), ...inventedRows(today)];
}

function statedRows(): Row[] {
  return [...statedDirectoryRows(), ...statedConferenceRows(), ...statedCobuildingRows(), ...statedSharingRows()];
}

function inventedRows(today: string): Row[] {
  return [...inventedDirectoryRows(today), ...inventedConferenceRows(today), ...inventedCobuildingRows(today), ...inventedSharingRows(today)];
}

export function rowsOf(shard: DemonstrationShard, rows: readonly Row[]): Row[] {
  return rows.filter(({ values }) => shard.homes.includes(values.home));
}
