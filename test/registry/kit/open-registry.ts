// A registry with one small contract on a database of its own, asked over HTTP as any client asks it.
import pino from 'pino';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REGISTRY_DEFAULTS, type RegistryConfig } from '../../../gateway/registry/config';
import { type ServedRegistry, serveRegistry } from '../../../gateway/registry/serve-registry';
import type { GivenParts } from '../../../gateway/registry/create-registry';
import { createChecker } from '../../../gateway/registry/thread/create-checker';
import type { CreatedDatabase } from '../../kit/test-databases';
import { servePublished } from './serve-published';
import { SMALL_PARTS, STREET, STREET_TOKEN, subgraphSdl } from './small-parts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into, not computed with
export type Answer = { data?: any; errors?: { message: string; extensions: { code: string } }[] };

export interface OpenRegistry {
  url: string;
  served: ServedRegistry;
  /** Where a server says this SDL of itself. */
  addressOf(sdl: string): string;
  /** As the street unless a token is given; null sends none. */
  ask(query: string, variables?: Record<string, unknown>, token?: string | null): Promise<Answer>;
  /** An organization that asked and was let in; its token. */
  admit(home: string, homes?: string[]): Promise<string>;
  publish(token: string, name: string, sdl?: string): Promise<any>;
  close(): Promise<void>;
}

const CHECKER_OPTIONS = { budgetMs: 60_000, memoryMb: 512 };

/** One checking thread for a whole suite: loading composition takes seconds. */
export function sharedChecker() {
  return createChecker(CHECKER_OPTIONS);
}

export async function openRegistry(
  database: CreatedDatabase,
  given: GivenParts,
  settings: Partial<RegistryConfig> = {},
): Promise<OpenRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-registry-'));
  const config: RegistryConfig = {
    ...REGISTRY_DEFAULTS,
    port: 0,
    databaseUrl: database.url,
    street: STREET,
    loopback: true,
    streetToken: STREET_TOKEN,
    signingKeyPath: join(folder, 'key.pem'),
    shardKeyPath: join(folder, 'shard-key.pem'),
    joinsPerHour: 1_000,
    ...settings,
  };
  const published = await servePublished();
  const served = await serveRegistry(config, { ...SMALL_PARTS, log: pino({ level: 'silent' }), ...given });
  const ask = (query: string, variables = {}, token: string | null = STREET_TOKEN) =>
    askAt(served.url, query, variables, token);
  return {
    url: served.url,
    served,
    ask,
    addressOf: published.addressOf,
    async admit(home, homes = []) {
      const { data } = await ask(JOIN, { home, name: home, homes }, null);
      await ask(APPROVE, { id: data.join.proposal, reason: 'known' });
      return data.join.secret as string;
    },
    publish: async (token, name, sdl = subgraphSdl(name)) => {
      const subgraph = { name, url: published.addressOf(sdl), sdl };
      const { data, errors } = await ask(PUBLISH, { subgraph }, token);
      if (errors) throw new Error(JSON.stringify(errors));
      return data.publish;
    },
    close: async () => {
      await served.stop();
      await published.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const JOIN =
  'mutation($home: ID!, $name: String!, $homes: [ID!], $contracts: [String!]) { join(home: $home, name: $name, homes: $homes, contracts: $contracts) { secret proposal } }';
const OUTCOME =
  'outcome version proposal { id waitsFor } verdict { outcome findings { rule severity line column sentence { zh en } approver } changes { coordinate kind inUseBy } } diff';
export const APPROVE = `mutation($id: ID!, $reason: String!) { approve(id: $id, reason: $reason) { ${OUTCOME} } }`;
export const REJECT =
  'mutation($id: ID!, $reason: String!) { reject(id: $id, reason: $reason) { id state reason decidedBy } }';
export const PUBLISH = `mutation($subgraph: SubgraphInput!) { publish(subgraph: $subgraph) { ${OUTCOME} } }`;
export const RETIRE = `mutation($name: String!) { retire(name: $name) { ${OUTCOME} } }`;

export async function askAt(
  url: string,
  query: string,
  variables: object,
  token: string | null,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
