// The rows of a home, table by table: read in pages, erased, and summed up so that two shards can tell whether theirs are the same.
import { createHash, type Hash } from 'node:crypto';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import { canonicalJson } from '../../../schema/cursor';
import { ShardHome } from './shard-home';
import { HomeMove } from './home-move';

/** Rows that are read at a time. */
const PAGE = 500;

export interface TableSummary {
  table: string;
  rows: number;
  /** SHA-256 of the rows in the order of their ids, each as canonical JSON with a line feed after it; hexadecimal. */
  hash: string;
}

export interface HomeRow {
  id: string;
  home: string;
}

/** Tables with rows that a home owns: its nouns, and what their workflows keep beside them. What every shard keeps is not among them. */
export function homeTables({ entityMetadatas }: Pick<DataSource, 'entityMetadatas'>): EntityMetadata[] {
  const standings = new Set<unknown>([ShardHome, HomeMove]);
  return entityMetadatas
    .filter(({ target, columns }) => !standings.has(target) && columns.some(isHome))
    .sort((a, b) => (a.tableName < b.tableName ? -1 : 1));
}

function isHome({ propertyName }: { propertyName: string }): boolean {
  return propertyName === 'home';
}

/** In the order of their ids, from after this one. */
export function readHomePage(
  manager: EntityManager,
  { target }: EntityMetadata,
  { home, after, limit = PAGE }: { home: string; after: string; limit?: number },
): Promise<HomeRow[]> {
  return manager
    .createQueryBuilder(target, 't')
    .where('t.home = :home AND t.id > :after', { home, after })
    .orderBy('t.id')
    .limit(limit)
    .getMany() as Promise<HomeRow[]>;
}

export async function* homePages(
  manager: EntityManager,
  entity: EntityMetadata,
  home: string,
): AsyncGenerator<HomeRow[]> {
  for (let after = ''; ;) {
    const rows = await readHomePage(manager, entity, { home, after });
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** The number of rows. */
export async function eraseHome(manager: EntityManager, home: string): Promise<number> {
  let total = 0;
  for (const { target } of homeTables(manager.connection)) {
    total += await manager.count(target, { where: { home } as never });
    await manager.delete(target, { home } as never);
  }
  return total;
}

/** Tables without a row of the home are left out. */
export async function summarizeHome(manager: EntityManager, home: string): Promise<TableSummary[]> {
  const summaries: TableSummary[] = [];
  for (const entity of homeTables(manager.connection)) {
    const hash = createHash('sha256');
    let rows = 0;
    for await (const page of homePages(manager, entity, home)) rows += addTo(hash, page);
    if (rows > 0) summaries.push({ table: entity.tableName, rows, hash: hash.digest('hex') });
  }
  return summaries;
}

function addTo(hash: Hash, page: HomeRow[]): number {
  for (const row of page) hash.update(`${canonicalJson(row)}\n`);
  return page.length;
}
