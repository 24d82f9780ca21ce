// Why a step of a move is not taken: what was found, what was expected, what to do.
import { quote, refuse } from '../../../schema/codes';
import type { HomeMove } from '../database/home-move';
import type { TableSummary } from '../database/home-tables';

export function anotherMove({ home, move, standing }: HomeMove) {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 在此处已处于另一次迁移 ${quote(move)} 中（${standing}）；请等它结束。`,
    en: `${quote(home)} is in another move here, ${quote(move)} (${standing}); wait until that has ended.`,
  });
}

export function notLeaving(home: string) {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 没有因这次迁移离开此处；先说 leave。`,
    en: `${quote(home)} does not leave this shard by this move; say leave first.`,
  });
}

export function notArriving(home: string) {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 不在这次迁移的这一步；先说 arrive。`,
    en: `${quote(home)} is not at this step of this move here; say arrive first.`,
  });
}

export function servedHere(home: string) {
  return refuse('CONFLICT', {
    zh: `此处已有单位 ${quote(home)} 自己的数据，不能盖掉；若是旧的，先用 npm run home -- remove 清除。`,
    en: `This shard has rows of ${quote(home)} of its own, which are not overwritten; if they are old, remove them first: npm run home -- remove.`,
  });
}

export function unknownTable(table: string) {
  return refuse('CONFLICT', {
    zh: `此处没有表 ${quote(table)}，其中的数据会丢失；请把单位移到提供同样契约、同样版本的分片。`,
    en: `There is no table ${quote(table)} here, and its rows would be lost; move the home to a shard that speaks the same contracts, of the same release.`,
  });
}

export function badRow(table: string, home: string) {
  return refuse('CONFLICT', {
    zh: `表 ${quote(table)} 中有一行不属于单位 ${quote(home)}，或没有编号。`,
    en: `A row for ${quote(table)} is not one of ${quote(home)}, or has no id.`,
  });
}

export function rowsDiffer(home: string, expected: readonly TableSummary[], found: readonly TableSummary[]) {
  const counts = (tables: readonly TableSummary[]) =>
    tables.map(({ table, rows }) => `${table} ${rows}`).join(', ') || '0';
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 的数据两处不同（原处：${counts(expected)}；此处：${counts(found)}）；两个分片须为同一版本。`,
    en: `The rows of ${quote(home)} differ (there: ${counts(expected)}; here: ${counts(found)}); both shards must be of the same release.`,
  });
}

export function badCommand(what: string) {
  return refuse('BAD_NAME', {
    zh: `这一步写得不对：${what}（见 schema/home-move.md）。`,
    en: `This step is written wrongly: ${what} (see schema/home-move.md).`,
  });
}
