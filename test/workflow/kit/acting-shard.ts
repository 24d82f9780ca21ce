// A shard whose callers say who they are in a header: what a signed actor will say, without the signature.
import type { IncomingMessage } from 'node:http';
import type { DataSource } from 'typeorm';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { startShard, type Program } from '../../../subgraphs/kit/start-shard';
import type { Actor } from '../../../subgraphs/kit/workflow/actor';
import { unit } from '../../../subgraphs/unit/program';
import type { Answer } from '../../kit/open-shard';
import type { TestDatabase } from '../../kit/test-databases';

export interface ActingShard {
  url: string;
  databaseUrl: string;
  database: DataSource;
  faults: unknown[];
  clock: { now: Date };
  load: (rows: LoadableRow[]) => Promise<unknown>;
  ask: (actor: Actor | null, query: string, variables?: object) => Promise<Answer>;
  close: () => Promise<void>;
}

export const NOW = new Date('2026-11-22T04:00:00.000Z');

export async function openActingShard(
  testDatabase: TestDatabase,
  { program = unit, contract = 'sharing' }: { program?: Program; contract?: string } = {},
): Promise<ActingShard> {
  const { url: databaseUrl, drop } = await testDatabase.create();
  const faults: unknown[] = [];
  const clock = { now: NOW };
  const shard = await startShard(program, {
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    now: () => clock.now,
    log: (fault) => faults.push(fault),
    readActor,
  });
  const { url, database } = shard;
  return {
    url,
    databaseUrl,
    database,
    faults,
    clock,
    load: (rows) =>
      loadRows(database, rows, [...new Set(rows.map(({ values }) => values.home))], NOW.toISOString()),
    ask: (actor, query, variables) => askAs(`${url}/${contract}`, actor, query, variables),
    close: async () => {
      await shard.stop();
      await drop();
    },
  };
}

/** Reads what `askAs` wrote. */
export function readActor({ headers }: IncomingMessage): Actor | undefined {
  const told = headers['x-test-actor'];
  return typeof told === 'string' ? (JSON.parse(decodeURIComponent(told)) as Actor) : undefined;
}

export async function askAs(
  url: string,
  actor: Actor | null,
  query: string,
  variables?: object,
): Promise<Answer> {
  const told = actor && { 'x-test-actor': encodeURIComponent(JSON.stringify(actor)) };
  const headers = { 'content-type': 'application/json', ...told };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

export function officeOf(organization: string, scopes: string[] = []): Actor {
  return { office: '综合办公室', organization, scopes, kind: 'office' };
}
