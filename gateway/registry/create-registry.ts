// The registry put together: store, checking thread, verbs, API and routes; for the program and for tests.
import { readFileSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import { ulid } from 'ulid';
import { readOperations } from '../explorer/read-operations';
import { createExaminationSigner, publicKeySet, toActorKey } from '../identity/sign-requests';
import { createFrontDoor, type RequestHandler } from '../server';
import { signBody } from '../supergraph/artifact-signature';
import { parseShardList, type ShardList } from '../sharding/shard-list';
import type { SignRequest } from '../sharding/transport';
import { type ContractFile, readContractFiles } from '../supergraph/contract-file';
import { findSchemaFolder } from '../supergraph/find-schema-folder';
import { type ArtifactFeed, createArtifactFeed } from './artifact-feed';
import { probeSubgraph } from './check/address/probe-subgraph';
import type { Resolve } from './check/address/resolve-allowed-address';
import type { KnownOperation } from './check/check-input';
import { SDL_BOUNDS } from './check/sdl-bounds';
import type { RegistryConfig } from './config';
import { createRegistryRoutes } from './create-registry-routes';
import { defaultSettings } from './default-settings';
import { readSigningKey } from './delivery/signing-key';
import { createMover } from './moving/create-mover';
import { readBeforeAppend } from './read-as-gateway';
import { ensureStreetToken, seed } from './seed';
import { examinePublication } from './shards/examine-publication';
import { openStore } from './store/open-store';
import { type Checker, createChecker } from './thread/create-checker';
import { createTurns } from './thread/create-turns';
import type { RegistryGround } from './verbs/registry-ground';

export interface Registry {
  handle: RequestHandler;
  /** What the verbs stand on, for programs in the same process. */
  ground: RegistryGround;
  feed: ArtifactFeed;
  /** The street's first token, when this start made one; it is nowhere else. */
  firstToken: string | null;
  /** Ends what would stay open for ever, so that the rest can be finished. */
  endStreams(): void;
  close(): Promise<void>;
}

/** What a test or another program brings along; the rest is read from the project's own files. */
export interface GivenParts {
  contracts?: ContractFile[];
  operations?: KnownOperation[];
  /** A checking thread that others use too; it is not stopped with the registry. */
  checker?: Checker;
  log?: Logger;
  now?: () => Date;
  /** What the names of subgraphs' servers lead to; without it, the system says. */
  resolve?: Resolve;
}

/** Rejects with a StartFault, or a sentence when the database cannot be opened. */
export async function createRegistry(config: RegistryConfig, given: GivenParts = {}): Promise<Registry> {
  const log = given.log ?? pino({ level: config.logLevel, base: undefined });
  const store = readBeforeAppend(await openStore(config.databaseUrl));
  const checker =
    given.checker ?? createChecker({ budgetMs: config.checkBudgetMs, memoryMb: config.checkMemoryMb });
  const close = async () => {
    if (!given.checker) await checker.stop();
    await store.close();
  };
  try {
    const feed = createArtifactFeed(store, log);
    const turns = createTurns();
    const contracts = given.contracts ?? readContractFiles();
    const key = readSigningKey(config.signingKeyPath);
    const shardKey = toActorKey(readSigningKey(config.shardKeyPath).privateKey);
    const ground: RegistryGround = {
      ...groundOf(config, contracts, given),
      store,
      check: (input) => checker.check(input),
      checkAhead: (input) => checker.check(input, feed.offer),
      withdraw: feed.withdraw,
      examine: examineWith(contracts, createExaminationSigner(shardKey), config.street),
      sign: (text) => signBody(Buffer.from(text), key.privateKey),
      turn: (work) => turns(() => store.alone(work)),
      announce: feed.announce,
      wakeMover: () => mover.wake(),
      log,
    };
    const mover = createMover(ground, { key: shardKey, settleMs: config.moveSettleMs });
    await seed(ground, readSeedShards(config));
    const firstToken = await ensureStreetToken(ground, config.streetToken);
    const {
      routes,
      endStreams,
      close: closeRoutes,
    } = await createRegistryRoutes(config, ground, { feed, key, shardKeys: publicKeySet(shardKey) });
    mover.wake();
    return {
      handle: createFrontDoor({ routes, corsOrigins: [], log }),
      ground,
      feed,
      firstToken,
      endStreams,
      close: async () => {
        await mover.stop();
        await closeRoutes();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the settings and the project's own files say. */
function groundOf(
  config: RegistryConfig,
  contracts: ContractFile[],
  { operations, now, resolve }: GivenParts,
) {
  return {
    probe: (url, { networks }) => probeSubgraph(url, { networks, resolve, maxBytes: 2 * SDL_BOUNDS.bytes }),
    contracts,
    operations: operations ?? readKnownOperations(),
    defaults: defaultSettings(config),
    bounds: SDL_BOUNDS,
    street: config.street,
    joinsPerHour: config.joinsPerHour,
    now: now ?? (() => new Date()),
    newId: () => ulid().toLowerCase(),
  } satisfies Partial<RegistryGround>;
}

function examineWith(
  contracts: ContractFile[],
  sign: SignRequest,
  street: string,
): RegistryGround['examine'] {
  return (publication, state, { networks }, byMove) =>
    examinePublication(contracts, publication, { state, networks, sign, street, byMove });
}

function readKnownOperations(): KnownOperation[] {
  return readOperations(findSchemaFolder()).map(({ file, text }) => ({
    name: file.replace(/\.graphql$/, ''),
    document: text,
  }));
}

function readSeedShards({ seedShardListPath: path }: RegistryConfig): ShardList | undefined {
  return path === undefined ? undefined : parseShardList(JSON.parse(readFileSync(path, 'utf8')));
}
