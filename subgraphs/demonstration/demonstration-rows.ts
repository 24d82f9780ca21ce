// All rows of the demonstration, and those of one shard.
import { inventedCobuildingRows } from './invented/cobuilding-rows';
import { inventedSharingRows } from './invented/sharing-rows';
import { statedCobuildingRows } from './stated/cobuilding-rows';
import { statedSharingRows } from './stated/sharing-rows';
import type { Row } from './rows';
import type { DemonstrationShard } from './topology';

/** `today` is the day of the start in Asia/Shanghai, from which made-up rows are dated. */
export function demonstrationRows(today: string): Row[] {
  return [...statedCobuildingRows(), ...statedSharingRows(), ...inventedCobuildingRows(today), ...inventedSharingRows(today)];
}

export function rowsOf(shard: DemonstrationShard, rows: readonly Row[]): Row[] {
  return rows.filter(({ values }) => shard.homes.includes(values.home));
}
