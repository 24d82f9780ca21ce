// Carries the rows of a home from its shard to another, and has that one hold them to what the first has said. May be done twice.
import type { AskStep, Place } from './shard-steps';

interface TableSummary {
  table: string;
  rows: number;
  hash: string;
}

interface Page {
  rows: { id: string }[];
  more: boolean;
}

/** The number of rows. From the first step on the home is changed nowhere, so that what is read page by page is one state. */
export async function copyHome(ask: AskStep, source: Place, target: Place): Promise<number> {
  const { tables } = await ask<{ tables: TableSummary[] }>(source, 'leave');
  const names = tables.map(({ table }) => table);
  const { sealed } = await ask<{ sealed: boolean }>(target, 'arrive', { tables: names });
  if (!sealed) for (const table of names) await copyTable(ask, table, { source, target });
  await ask(target, 'seal', { tables });
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function copyTable(
  ask: AskStep,
  table: string,
  { source, target }: { source: Place; target: Place },
): Promise<void> {
  for (let after = '', more = true; more;) {
    const page = await ask<Page>(source, 'read', { table, after });
    await ask(target, 'take', { table, rows: page.rows });
    after = page.rows.at(-1)?.id ?? after;
    more = page.more && page.rows.length > 0;
  }
}
