// @apollo/gateway's executor as the oracle, with the places repaired where it is plainly wrong.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { QueryPlan } from '@apollo/query-planner';
import { Supergraph } from '@apollo/federation-internals';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  getOperationAST,
} from 'graphql';
import { type TypeTable, isInstance, readTypeTable } from '../../../gateway/execution/run/type-table';
import { type Repair, REPAIRS } from './apollo-repairs';

export interface OracleRequest {
  plan: QueryPlan;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
  ask(subgraph: string, query: string, variables: Record<string, unknown>): Promise<ExecutionResult>;
}

export interface OracleAnswer {
  data?: Record<string, unknown> | null;
  errors: readonly GraphQLError[];
  /** Where Apollo made a null that it tells nobody, or only in `valueCompletion`. */
  hidden: HiddenNull[];
}

export interface HiddenNull {
  path: ReadonlyArray<string | number>;
  /** Nothing came for it, since its object is an entity of which nothing came but its key: who was asked for it answered null. */
  isOfAbsent: boolean;
}

export interface Oracle {
  execute(request: OracleRequest): Promise<OracleAnswer>;
}

type ExecuteQueryPlan = (
  ...args: unknown[]
) => Promise<{ data?: Record<string, unknown> | null; errors?: GraphQLError[] }>;
type ComputeResponse = (options: { input: unknown }) => { errors: GraphQLError[] };
/** What Apollo merges into an object as its entity: null where the subgraph has none. */
type WatchEntity = (object: object, entity: unknown) => void;

const FOLDER = path.join(path.dirname(require.resolve('@apollo/gateway/package.json')), 'dist');

/** No repair: where Apollo lets the oracle see whose entity it is about to merge. */
const WATCHED: Repair = {
  name: 'entities are watched',
  reason: 'Of an object that misses a field one must know whether any subgraph had it.',
  file: 'executeQueryPlan.js',
  wrong: `(0, deepMerge_1.deepMerge)(entities[representationToEntity[i]], receivedEntity);`,
  right: `if (i < representations.length) require('oracle:watch')(existingEntity, receivedEntity);
                    (0, deepMerge_1.deepMerge)(entities[representationToEntity[i]], receivedEntity);`,
};

/** The file of @apollo/gateway with the given repairs applied to its text. */
function loadRepaired(
  file: string,
  requireOther: (id: string) => unknown,
  repairs: typeof REPAIRS,
): Record<string, unknown> {
  let text = readFileSync(path.join(FOLDER, file), 'utf8');
  for (const repair of repairs.filter((it) => it.file === file)) {
    if (!text.includes(repair.wrong))
      throw new Error(`@apollo/gateway has changed: "${repair.name}" no longer applies.`);
    text = text.replaceAll(repair.wrong, repair.right);
  }
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is a file of a pinned package
  new Function('require', 'exports', text)(requireOther, exports);
  return exports;
}

function loadExecutor(
  types: TypeTable,
  repairs: typeof REPAIRS,
  { watch, onHidden }: { watch: WatchEntity; onHidden(errors: GraphQLError[], input: unknown): void },
): ExecuteQueryPlan {
  const original = createRequire(path.join(FOLDER, 'executeQueryPlan.js'));
  const nested = createRequire(path.join(FOLDER, 'utilities/deepMerge.js'));
  const isKnown = (typename: unknown, condition: string) =>
    typeof typename === 'string' && isInstance(types, typename, condition);
  const ofMerge = (id: string): unknown => (id === 'oracle:types' ? { isInstance: isKnown } : nested(id));
  const load = (id: string): unknown => {
    if (id === 'oracle:watch') return watch;
    if (id === './utilities/deepMerge') return loadRepaired('utilities/deepMerge.js', ofMerge, repairs);
    if (id === './dataRewrites') return loadRepaired('dataRewrites.js', original, repairs);
    if (id !== './resultShaping') return id.startsWith('.') ? require(path.join(FOLDER, id)) : require(id);
    const { computeResponse } = loadRepaired('resultShaping.js', original, repairs) as {
      computeResponse: ComputeResponse;
    };
    return {
      computeResponse(options: { input: unknown }) {
        const computed = computeResponse(options);
        onHidden(computed.errors, options.input);
        return computed;
      },
    };
  };
  return loadRepaired('executeQueryPlan.js', load, [...repairs, WATCHED])
    .executeQueryPlan as ExecuteQueryPlan;
}

/** Fields that name an entity, and its type's name: plain, or under the alias of a random operation, which ends so. */
const OF_KEY = /(?:^|_)(?:id|sku|kind|ref|t|__typename)$/;

function holdsOnlyKey(object: object): boolean {
  return Object.entries(object).every(([name, value]) => value === undefined || OF_KEY.test(name));
}

/** `input`: all that came, before it is completed. */
function valueAt(input: unknown, path: ReadonlyArray<string | number>): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], input);
}

export function createOracle(
  supergraphSdl: string,
  apiSchema: GraphQLSchema,
  repairs: typeof REPAIRS = REPAIRS,
): Oracle {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const federated = supergraph.apiSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const services = supergraph.subgraphsMetadata().map(({ name }) => name);
  let hidden: HiddenNull[] = [];
  /** By the object: whether a subgraph had its entity. */
  const entities = new WeakMap<object, boolean>();
  const isAbsent = (object: unknown) =>
    typeof object === 'object' && object !== null && entities.get(object) === false && holdsOnlyKey(object);
  const executeQueryPlan = loadExecutor(readTypeTable(supergraphSchema), repairs, {
    watch: (object, entity) => void entities.set(object, entity !== null || entities.get(object) === true),
    onHidden(errors, input) {
      hidden = errors.map(({ path = [] }) => ({
        path,
        isOfAbsent: isAbsent(valueAt(input, path.slice(0, -1))),
      }));
    },
  });
  return {
    async execute({ plan, document, operationName, variables, ask }) {
      const fragments = document.definitions.flatMap((it) =>
        it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [],
      );
      const process = (name: string) => ({
        process: ({ request }: { request: { query: string; variables: Record<string, unknown> } }) =>
          ask(name, request.query, request.variables),
      });
      const { data, errors = [] } = await executeQueryPlan(
        plan,
        Object.fromEntries(services.map((name) => [name, process(name)])),
        { request: { variables }, metrics: {}, context: {}, logger: console },
        {
          schema: apiSchema,
          operation: getOperationAST(document, operationName),
          fragments: Object.fromEntries(fragments),
        },
        supergraphSchema,
        federated,
      );
      return { data, errors, hidden };
    },
  };
}
