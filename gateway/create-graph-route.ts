// One graph as it is served over HTTP: Apollo Server over its engine, and the direct way beside it where the engine has one.
import type { Logger } from 'pino';
import type { GraphQLSchema } from 'graphql';
import { refuse } from '../schema/codes';
import type { GatewayConfig } from './config';
import { type Engine, createGraphServer } from './execution/create-graph-server';
import type { LianxiEngine } from './execution/create-lianxi-engine';
import { createErrorMask } from './guard/mask-error';
import { type DirectWayOptions, createDirectWay } from './http/answer-directly';
import { createContentTypes } from './http/content-types';
import type { GraphQLRoute } from './http/serve-graphql';
import { createInFlightSharing } from './http/share-in-flight';
import type { GraphRules } from './access/graph-rules';
import type { ReadToken } from './identity/read-token';
import type { Planning } from './planning/create-planning';
import { createPersistedDocuments } from './planning/persisted-documents';
import type { GraphText } from './planning/planning-messages';
import { createHomesRecord } from './sharding/homes-record';
import type { ShardListSource } from './sharding/watch-shard-list';
import { createSteps } from './steps/create-steps';
import { guardEngine } from './steps/guard-engine';
import type { AnswerHook } from './steps/operation-steps';

export interface GraphRouteOptions {
  /** What the engine's SDL is. */
  kind: GraphText['kind'];
  config: GatewayConfig;
  planning: Planning;
  readToken: ReadToken;
  rules: GraphRules;
  shardList: ShardListSource;
  /** Texts of operations that clients may name by their hash from the start. */
  listed?: readonly string[];
  /** Passed by every answer, after all others. */
  lastHooks?: readonly AnswerHook[];
  log: Logger;
}

/** Each request sees one version of the list, and keeps one record of homes over all its fetches. */
export async function createGraphRoute(bare: Engine, options: GraphRouteOptions): Promise<GraphQLRoute> {
  const { kind, config, planning, readToken, rules, shardList, listed, lastHooks, log } = options;
  const { introspection, variableBounds: variables } = config;
  const persisted = createPersistedDocuments({ listed });
  const contentTypes = createContentTypes();
  const steps = createSteps({
    kind,
    rulesOf: rules.rulesOf,
    readToken,
    planning,
    variables,
    last: lastHooks,
  });
  const { engine, plugin } = guardEngine(bare, { planning, kind, steps, rules });
  const server = await createGraphServer(engine, {
    introspection,
    persisted: persisted.cache,
    plugins: [plugin],
    log,
  });
  const share = config.shareInFlight ? createInFlightSharing() : undefined;
  const ground = { planning, persisted, contentTypes, steps, share, isReady: () => shardList.isLoaded() };
  return {
    server,
    contentTypes,
    direct: config.direct ? directWay(bare, { ...ground, mask: createErrorMask(log) }) : undefined,
    createContext: ({ signal, at }) => {
      if (!shardList.isLoaded()) throw waitingForList();
      return { list: shardList.current(), homes: createHomesRecord(), signal, deadline: at };
    },
    bodyLimit: config.bodyLimit,
    variableBounds: variables,
    deadlineMs: config.requestDeadlineMs,
  };
}

/** Only our own engine has operations ready to run. */
function directWay(engine: Engine, ground: Omit<DirectWayOptions, 'schema' | 'prepare'>) {
  if (!('prepare' in engine)) return undefined;
  const { prepare } = engine as LianxiEngine;
  let schema: GraphQLSchema;
  engine.onSchemaLoadOrUpdate((loaded) => void (schema = loaded.apiSchema));
  return createDirectWay({ ...ground, prepare, schema: () => schema });
}

/** Without a list nobody would be asked, and an empty answer would look complete. */
function waitingForList() {
  const sentence = {
    zh: '网关还没有读到分片清单，不知道向谁询问；请稍后再试。',
    en: 'The gateway has not read the list of shards yet, so it does not know whom to ask; try again later.',
  };
  return refuse('SUBGRAPH_UNAVAILABLE', sentence, { http: { status: 503 } });
}
