// One gateway that follows the registry, ours or stock Apollo, in a process of its own; tells how long its thread was held.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import pino from 'pino';
import { DEFAULTS } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { createRegistryClient } from '../../../gateway/supergraph/registry-client';
import { watchHolds } from '../kit/watch-holds';
import { STREET_TOKEN } from './publishing-ground';

export type GatewayOrder = { start: 'lianxi' | 'stock'; registryUrl: string } | 'measure' | 'report';

export interface HeldReport {
  /** Event-loop delay, in milliseconds. */
  longest: number;
  p99: number;
  /** The longest holds without what was spent waiting for a core. */
  own: number;
}

const delay = monitorEventLoopDelay({ resolution: 1 });
let watch: ReturnType<typeof watchHolds> | undefined;

process.on('disconnect', () => process.exit(0));
process.on('message', (order: GatewayOrder) => {
  if (order === 'measure') {
    delay.reset();
    delay.enable();
    watch = watchHolds();
  } else if (order === 'report') process.send!(report());
  else
    void (order.start === 'lianxi' ? startOurs : startStock)(order.registryUrl).then((url) =>
      process.send!({ url }),
    );
});

function report(): HeldReport {
  const own = watch!.stop().map(({ ms, waitedForCore }) => ms - waitedForCore);
  return { longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6, own: Math.max(0, ...own) };
}

async function startOurs(registryUrl: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-publish-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const graphPath = path.join(folder, 'graph.json');
  const log = pino({ level: 'warn' }, pino.destination(2));
  const config = { ...DEFAULTS, port: 0, registryUrl, registryToken: STREET_TOKEN, graphPath };
  const gateway = await createGateway(config, { log });
  return `${gateway.url}/graphql`;
}

/** As its documentation has it: a function that calls `update` when there is a new supergraph. It hears of one as ours does. */
async function startStock(registryUrl: string): Promise<string> {
  const client = createRegistryClient({ url: registryUrl, key: undefined, token: undefined });
  const gateway = new ApolloGateway({
    async supergraphSdl({ update }: { update(sdl: string): void }) {
      const first = await client.fetchGraph({ within: 10_000 });
      const look = async () => {
        const next = await client.fetchGraph({ within: 10_000 });
        if (next) update(next.artifact.plannableSdl);
      };
      void client
        .hearEvents({ onVersion: () => void look() }, new AbortController().signal)
        .catch(() => undefined);
      return { supergraphSdl: first!.artifact.plannableSdl };
    },
  });
  const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
    listen: { host: '127.0.0.1', port: 0 },
  });
  return url;
}
