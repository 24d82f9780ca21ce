// Starts one shard of a program: opens its database, serves each of its contracts at a path of its own.
import type { DataSource } from 'typeorm';
import { GraphQLError } from 'graphql';
import { openDatabase } from './database/open-database';
import { addColumn } from './database/add-column';
import { createMigration, type MigrationClass, type TableSnapshot } from './database/create-migration';
import { HomeMove, movingMigrations, readAbsentHomes } from './database/home-move';
import { readHomes, ShardHome } from './database/shard-home';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createContractSchema } from './contract-schema';
import type { Contract } from './federated-schema';
import { followGraph } from './follow-graph';
import { unproven, type ProveAsker, type ProvenAsker } from './identity/actor-proof';
import { answerMoving } from './moving/answer-moving';
import { createRequestContext } from './request-context';
import type { Actor } from './workflow/actor';
import { deliverThroughGateway } from './workflow/deliver-through-gateway';
import { readBacklog, withAge } from './workflow/drain-outbox';
import { readOutboxTokens } from './workflow/read-outbox-tokens';
import { runOutbox, type RunningOutbox } from './workflow/run-outbox';
import { WORKFLOW_ENTITIES, workflowMigrations } from './workflow/workflow-tables';
import { createEndpoint, type Endpoint } from './server/create-endpoint';
import { serveEndpoints, type Served } from './server/serve-endpoints';

/** A program: what it serves, and the tables that this needs. */
export interface Program {
  name: string;
  contracts: (Contract & { migrations: MigrationClass[] })[];
}

export interface ShardOptions {
  databaseUrl: string;
  host: string;
  port: number;
  now?: () => Date;
  log: (fault: unknown) => void;
  /** Who asks; without it nobody does, and mutations are refused. */
  proveAsker?: ProveAsker;
  /** Who may move homes from and to this shard; without it nobody may. */
  proveMover?: ProveAsker;
  /** Where the outbox delivers, and where is asked for what is kept of others; without it messages wait. */
  outbox?: { graphUrl: string; tokensPath: string } | null;
  /** Who asks, where nothing need be proved. */
  readActor?: ReadActor;
}

export type ReadActor = (request: IncomingMessage) => Actor | undefined | Promise<Actor | undefined>;

export interface RunningShard extends Served {
  database: DataSource;
}

const HOME_TABLE: TableSnapshot = {
  name: 'shard_home',
  columns: [
    { name: 'home', type: 'varchar', length: '40', primary: true },
    { name: 'since', type: 'varchar', length: '24' },
  ],
  indices: [],
};

const homeMigrations = [
  createMigration('ShardHome1763600000000', [HOME_TABLE]),
  addColumn('ShardHomeLeaving1763800000000', ['shard_home'], {
    name: 'leavingSince',
    type: 'varchar',
    length: '24',
    nullable: true,
  }),
];

/** Endpoints of a contract, told by its nouns, are made once a process and shared by its shards. */
const endpointOf = new Map<Contract['nouns'], Promise<Endpoint>>();

export function openProgramDatabase({ contracts }: Program, url: string): Promise<DataSource> {
  const entities = [ShardHome, HomeMove, ...WORKFLOW_ENTITIES, ...contracts.flatMap(({ nouns, tables = [] }) => [...nouns, ...tables])];
  return openDatabase({
    url,
    entities,
    migrations: [
      ...homeMigrations,
      ...movingMigrations,
      ...workflowMigrations,
      ...contracts.flatMap((contract) => contract.migrations),
    ],
  });
}

export async function startShard(program: Program, options: ShardOptions): Promise<RunningShard> {
  const { databaseUrl, host, port, now = () => new Date(), log, readActor = () => undefined } = options;
  const { proveAsker = withoutProof(readActor) } = options;
  const endpoints = new Map<string, Endpoint>();
  for (const contract of program.contracts) endpoints.set(contract.name, await endpointFor(contract));
  const database = await openProgramDatabase(program, databaseUrl);
  const absent = await readAbsentHomes(database);
  const moving = options.proveMover && {
    prove: options.proveMover,
    answer: (body: unknown) =>
      answerMoving({ database, now, absent }, body).catch((fault: unknown) => {
        if (!(fault instanceof GraphQLError)) log(fault);
        throw fault;
      }),
  };
  const context = (request: IncomingMessage, { actor, signature, beforeOperation }: ProvenAsker) => {
    const asker = { actor, signature, requestId: requestIdOf(request), absent };
    return {
      ...createRequestContext(database, now(), () => readHomes(database), asker),
      log,
      beforeOperation,
    };
  };
  const health = async () => ({ outbox: withAge(await readBacklog(database), now()) });
  const served = await serveEndpoints({ host, port, endpoints, proveAsker, context, moving, health }).catch(
    async (cause: unknown) => {
      await database.destroy();
      throw cause;
    },
  );
  const outbox = runDelivery(options, database);
  const following = runFollowing(program, options, database);
  const stop = async () => {
    await outbox?.stop();
    await following?.stop();
    await served.stop();
    await database.destroy();
  };
  return { url: served.url, stop, database };
}

function runDelivery({ outbox, now = () => new Date(), log }: ShardOptions, database: DataSource): RunningOutbox | null {
  if (!outbox) return null;
  const { graphUrl, tokensPath } = outbox;
  const deliver = deliverThroughGateway({ graphUrl, tokenOf: readOutboxTokens(tokensPath) });
  return runOutbox({ database, now, log, deliver });
}

function runFollowing({ contracts }: Program, { outbox, log }: ShardOptions, database: DataSource) {
  const followed = contracts.flatMap((contract) => contract.followed ?? []);
  return outbox && followGraph({ database, graphUrl: outbox.graphUrl, followed, log });
}

function withoutProof(readActor: ReadActor): ProveAsker {
  return async (request) => unproven(await readActor(request));
}

/** The caller's name of the request, where it has one that can be kept. */
function requestIdOf({ headers }: IncomingMessage): string {
  const named = headers['x-request-id'];
  return typeof named === 'string' && /^[\w.:-]{1,64}$/.test(named) ? named : randomUUID();
}

function endpointFor(contract: Contract): Promise<Endpoint> {
  const existing = endpointOf.get(contract.nouns);
  if (existing) return existing;
  const endpoint = createEndpoint(createContractSchema(contract));
  endpointOf.set(contract.nouns, endpoint);
  return endpoint;
}
