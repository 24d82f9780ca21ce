// The layer of one contract as an engine: what was asked and read before is not asked and read again.
import { type GraphQLSchema, assertValidSchema, getOperationAST, parse } from 'graphql';
import { createLayerEngine } from '../../gateway/execution/create-layer-engine';
import type { LayerRequest } from '../../gateway/sharding/sharding-layer';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';

type Engine = ReturnType<typeof createLayerEngine>;
type Executor = NonNullable<Awaited<ReturnType<Engine['load']>>['executor']>;

let requests: LayerRequest[];
let schema: GraphQLSchema;
let executor: Executor;
beforeEach(async () => {
  requests = [];
  const execute = async (request: LayerRequest) => {
    requests.push(request);
    return { data: {} };
  };
  const engine = createLayerEngine({ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' }, { execute });
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => void (schema = apiSchema));
  executor = (await engine.load({} as never)).executor!;
});

function ask(source: string, variables?: Record<string, unknown>) {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  return executor({ source, document, operation, request: { variables }, context: {} } as never);
}

test('introspection is answered once for each text and its variables', async () => {
  assertValidSchema(schema);
  const told = jest.spyOn(schema, 'getDirectives');
  const query = 'query($old: Boolean) { __schema { directives { args(includeDeprecated: $old) { name } } } }';
  const first = await ask(query, { old: false });
  expect(await ask(query, { old: false })).toEqual(first);
  expect(told).toHaveBeenCalledTimes(1);
  await ask(query, { old: true });
  expect(told).toHaveBeenCalledTimes(2);
  expect(requests).toEqual([]);
});

test('the layer is handed the document that was read, so it reads none itself', async () => {
  const query = '{ books { totalCount } }';
  await ask(query);
  expect(requests).toMatchObject([{ query, document: { kind: 'Document' } }]);
  expect(requests[0]!.document).toEqual(parse(query));
});
