// A gateway that follows a registry: the little graph, a shop that a third party publishes, and what both answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GatewayConfig } from '../../../gateway/config';
import type { GivenParts } from '../../../gateway/main';
import type { GraphArtifact } from '../../../gateway/supergraph/graph-artifact';
import { artifactOf } from './serve-delivery';
import { DIRECTORY_CODE, ROOMS_CODE } from './little-graph';
import { type TestGateway, eventually, startGateway } from './start-gateway';
import { type Subgraph, startSubgraph } from './start-subgraph';

export const SHOP_SDL = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
type Query { goods: [String] }
type Organization @key(fields: "id") { id: ID! shop: String }
`;

const SHOP_CODE = {
  name: 'shop',
  sdl: SHOP_SDL,
  resolvers: {
    Query: { goods: () => ['tea', 'rice'] },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      shop: ({ id }: { id: string }) => `${id} sells`,
    },
  },
};

export interface Ground {
  /** A version of the graph, with the shop or without it. */
  version(number: number, parts?: { shop?: boolean } & Partial<GraphArtifact>): GraphArtifact;
  contracts: Subgraph;
  shop: Subgraph;
  graphPath: string;
  follow(registryUrl: string, settings?: Partial<GatewayConfig>, given?: GivenParts): Promise<TestGateway>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const contracts = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  const shop = await startSubgraph({ contracts: [SHOP_CODE] });
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-follow-'));
  const gateways: TestGateway[] = [];
  const graphPath = path.join(folder, 'graph.json');
  const shards = [
    { name: 'one', url: contracts.url, contracts: ['directory', 'rooms'], homes: ['first-home'] },
  ];
  return {
    contracts,
    shop,
    graphPath,
    version: (number, { shop: withShop = false, ...parts } = {}) =>
      artifactOf(number, {
        published: withShop
          ? [{ name: 'shop', owner: 'third-home', url: `${shop.url}/shop`, sdl: SHOP_SDL }]
          : [],
        shards: { version: number, shards, notJoined: [] },
        ...parts,
      }),
    async follow(registryUrl, settings = {}, given = {}) {
      const config = { registryUrl, graphPath, registryPollMs: 60_000, ...settings };
      const gateway = await startGateway(null, config, given);
      gateways.push(gateway);
      return gateway;
    },
    async close() {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await Promise.all([contracts.stop(), shop.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Readiness {
  status: string;
  graph: {
    version: number | null;
    from: string;
    following: boolean;
    refused: { version: number; why: string } | null;
  };
}

export async function readinessOf({ url }: TestGateway): Promise<Readiness> {
  return (await (await fetch(`${url}/health/ready`)).json()) as Readiness;
}

export function servesVersion(gateway: TestGateway, version: number): Promise<Readiness> {
  return eventually(
    () => readinessOf(gateway),
    ({ graph }) => graph.version === version,
  );
}

export function refusesVersion(gateway: TestGateway, version: number): Promise<Readiness> {
  return eventually(
    () => readinessOf(gateway),
    ({ graph }) => graph.refused?.version === version,
  );
}
