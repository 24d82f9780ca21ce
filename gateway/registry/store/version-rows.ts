// Versions as rows: appended after the newest, read with their texts put back.
import type { EntityManager } from 'typeorm';
import { HeadMoved } from '../domain/book';
import type { Version, VersionDraft, VersionEntry, VersionOutline } from '../domain/version';
import { VersionRow } from './rows';
import { keepTexts, readTexts } from './text-store';

export async function headNumber(manager: EntityManager): Promise<number> {
  return (await manager.maximum(VersionRow, 'number')) ?? 0;
}

export async function appendVersion(
  manager: EntityManager,
  base: number,
  draft: VersionDraft,
): Promise<Version> {
  if ((await headNumber(manager)) !== base) throw new HeadMoved(`version ${base} is no longer the newest`);
  const version: Version = { ...draft, number: base + 1 };
  await manager.insert(VersionRow, (await toRow(manager, version)) as never);
  return version;
}

export async function readVersion(manager: EntityManager, number: number): Promise<Version | null> {
  const row = await manager.findOneBy(VersionRow, { number });
  return row && fromRow(manager, row);
}

export function readOutline(manager: EntityManager, number: number): Promise<VersionOutline | null> {
  return manager.findOne(VersionRow, { select: { number: true, state: true }, where: { number } });
}

const ENTRY: readonly (keyof VersionEntry)[] = [
  'number',
  'kind',
  'subject',
  'by',
  'token',
  'from',
  'at',
  'proposal',
];

/** Newest first. */
export function readHistory(
  manager: EntityManager,
  before: number | undefined,
  limit: number,
): Promise<VersionEntry[]> {
  const query = manager
    .createQueryBuilder(VersionRow, 't')
    .select(ENTRY.map((name) => `t.${name}`))
    .orderBy('t.number', 'DESC')
    .limit(limit);
  if (before !== undefined) query.where('t.number < :before', { before });
  return query.getMany();
}

async function toRow(manager: EntityManager, version: Version): Promise<VersionRow> {
  const { subgraphs } = version.state;
  const { supergraphSdl, plannableSdl, apiSdl, owners } = version.composed;
  const texts = [supergraphSdl, plannableSdl, apiSdl, JSON.stringify(owners)];
  const [supergraph, plannable, api, owner, ...sdls] = await keepTexts(manager, [
    ...texts,
    ...subgraphs.map(({ sdl }) => sdl),
  ]);
  return {
    ...version,
    state: { ...version.state, subgraphs: subgraphs.map((each, i) => ({ ...each, sdl: sdls[i]! })) },
    composed: { supergraphSdl: supergraph!, plannableSdl: plannable!, apiSdl: api!, owners: owner! },
  };
}

async function fromRow(manager: EntityManager, row: VersionRow): Promise<Version> {
  const { state, composed } = row;
  const text = await readTexts(manager, [
    ...Object.values(composed),
    ...state.subgraphs.map(({ sdl }) => sdl),
  ]);
  return {
    ...row,
    state: { ...state, subgraphs: state.subgraphs.map((each) => ({ ...each, sdl: text(each.sdl) })) },
    composed: {
      supergraphSdl: text(composed.supergraphSdl),
      plannableSdl: text(composed.plannableSdl),
      apiSdl: text(composed.apiSdl),
      owners: JSON.parse(text(composed.owners)) as Record<string, string>,
    },
  };
}
