// The gateway as a program: reads its settings, serves until it is told to stop, and says what goes wrong.
import type { KeyObject } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import { type AssembledGateway, type GatewayParts, assembleGateway } from './assemble-gateway';
import { type GatewayConfig, readConfig } from './config';
import { openIdentity } from './identity/open-identity';
import { readOperations } from './explorer/read-operations';
import { createExchangeTracker } from './http/track-exchanges';
import { readSigningKey } from './registry/delivery/signing-key';
import { createHttpTransport } from './sharding/http-transport';
import { createShardListSource } from './sharding/watch-shard-list';
import type { ShardList } from './sharding/shard-list';
import { readContractFiles } from './supergraph/contract-file';
import { followRegistry } from './supergraph/follow-registry';
import { findSchemaFolder } from './supergraph/find-schema-folder';
import { createPublishedShardList } from './supergraph/published-shard-list';
import { StartFault } from './supergraph/start-fault';
import { chooseSink } from './usage/registry-sink';

export interface Gateway {
  /** Without a slash at its end, e.g. `http://127.0.0.1:4000`. */
  url: string;
  /** Finishes what is in flight, for at most STOP_MS, and frees the port. */
  stop(): Promise<void>;
}

/** What a test or another program brings along; the rest is read from the project's own files. */
export type GivenParts = Partial<Pick<GatewayParts, 'contracts' | 'operations' | 'usageSink' | 'log'>>;

const STOP_MS = 5_000;

export async function createGateway(config: GatewayConfig, given: GivenParts = {}): Promise<Gateway> {
  const log = given.log ?? pino({ level: config.logLevel, base: undefined });
  const identity = openIdentity(config, { actorKey: readActorKey(config), log });
  const { sign, onUnrecognized } = identity;
  const transport = createHttpTransport({
    ...config.transportBounds,
    ...config.endpointBounds,
    fetchTimeout: config.fetchDeadlineMs,
    sign,
    onUnrecognized,
  });
  const { shardList, registry } = followGraph(config, log, (list) => {
    transport.keepOnly(list);
    log.info({ version: list.version, shards: list.shards.length }, 'the shard list changed');
  });
  const release = async () => {
    shardList.stop();
    await transport.close();
  };
  const unfollow = async () => registry?.stop();
  try {
    const contracts = given.contracts ?? readContractFiles();
    const operations = given.operations ?? readOperations(findSchemaFolder());
    const assembled = await assembleGateway(config, {
      contracts,
      operations,
      shardList,
      transport,
      identity,
      registry,
      usageSink: given.usageSink ?? chooseSink(config, log),
      log,
    });
    return await listen(config, assembled, { unfollow, release }).catch(async (error: unknown) => {
      await unfollow();
      await assembled.close();
      throw error;
    });
  } catch (error) {
    await unfollow();
    await release();
    throw error;
  }
}

function readActorKey({ actorKeyPath }: GatewayConfig): KeyObject | undefined {
  try {
    return actorKeyPath === undefined ? undefined : readSigningKey(actorKeyPath).privateKey;
  } catch (error) {
    throw new StartFault([(error as Error).message]);
  }
}

/** The list of shards comes with the graph of the registry, or else from a file. */
function followGraph(config: GatewayConfig, log: Logger, onChange: (list: ShardList) => void) {
  const { registryUrl, shardListPath, firstShardListPath } = config;
  if (registryUrl) {
    const shardList = createPublishedShardList(onChange, firstShardListPath);
    return { shardList, registry: followRegistry({ config: { ...config, registryUrl }, shardList, log }) };
  }
  const onFault = (sentence: string) => log.warn(sentence);
  return { shardList: createShardListSource(shardListPath, { onChange, onFault }), registry: undefined };
}

async function listen(
  config: GatewayConfig,
  assembled: AssembledGateway,
  { unfollow, release }: Record<'unfollow' | 'release', () => Promise<void>>,
): Promise<Gateway> {
  const tracker = createExchangeTracker();
  const server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 60_000 }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(config, error)));
    server.listen(config.port, config.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    stop: () => (stopped ??= stop()),
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    tracker.add(response);
    void assembled.handle(request, response);
  }

  async function stop(): Promise<void> {
    await tracker.drain(server, STOP_MS);
    await unfollow();
    await assembled.close();
    await release();
  }
}

function cannotListen({ host, port }: GatewayConfig, { code }: NodeJS.ErrnoException): Error {
  const why =
    code === 'EADDRINUSE'
      ? 'another program listens there. Stop it, or set PORT to a free port.'
      : `the system refuses it (${code}). Set HOST and PORT to an address of this machine.`;
  return new StartFault([`Cannot listen on ${host}:${port}: ${why}`]);
}

async function run(): Promise<void> {
  const reading = readConfig();
  if (!reading.ok) return refuseToStart(reading.faults);
  let gateway: Gateway;
  const log: Logger = pino({ level: reading.config.logLevel, base: undefined });
  try {
    gateway = await createGateway(reading.config, { log });
  } catch (error) {
    if (error instanceof StartFault) return refuseToStart(error.sentences);
    throw error;
  }
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'the gateway stops: what is in flight is finished');
    void gateway.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  log.info({ url: gateway.url }, 'the gateway is up'); // said last: whoever reads it may stop it at once
}

function refuseToStart(sentences: string[]): void {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

if (require.main === module) void run();
