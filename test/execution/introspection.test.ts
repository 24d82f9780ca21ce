// Introspection beside the serving of data: the same question is answered once, and only the last answers are kept.
import { type GraphQLSchema, assertValidSchema } from 'graphql';
import { type LittleSupergraph, littleSupergraph } from './kit/little-supergraph';

let little: LittleSupergraph;
let schema: GraphQLSchema;
/** How often the directives were told, which nothing else asks of a schema that was checked. */
let told: jest.SpyInstance;
beforeEach(() => {
  little = littleSupergraph({
    rooms: 'type Query { rooms: [Room] } type Room { id: ID! name: String @deprecated }',
  });
  schema = little.graph.apiSchema;
  assertValidSchema(schema);
  told = jest.spyOn(schema, 'getDirectives');
});
afterEach(() => told.mockRestore());

async function ask(query: string, variables = {}): Promise<unknown> {
  const prepared = little.prepare(query, () => ({ data: { rooms: [] } }));
  told.mockClear();
  const { data } = await prepared.run({ variables, context: {} });
  const text = await prepared.runToText({ variables, context: {} });
  expect(JSON.parse(text.data!)).toEqual(data);
  return data;
}

const DIRECTIVES = '__schema { directives { name args { ...F } } } ';
const FRAGMENT = 'fragment F on __InputValue { name }';

test('the same question in other words is answered once, and so are both ways of answering', async () => {
  const first = await ask(`{ ${DIRECTIVES} } ${FRAGMENT}`);
  expect(told).toHaveBeenCalledTimes(1);
  expect(await ask(`query Named { ${DIRECTIVES} # a note\n } ${FRAGMENT}`)).toEqual(first);
  expect(told).not.toHaveBeenCalled();
});

test('variables of other fields do not matter, nor do fragments of other fields', async () => {
  const query = (rest: string) =>
    `query($if: Boolean!) { ${DIRECTIVES} rooms @include(if: $if) { id ...R } } fragment R on Room { ${rest} } ${FRAGMENT}`;
  await ask(query('id'), { if: true });
  await ask(query('name'), { if: false });
  expect(told).not.toHaveBeenCalled();
});

test('an answer is kept for each value of the variables that it reads; null is not the default', async () => {
  const query =
    'query($old: Boolean = true) { __schema { directives { name } } __type(name: "Room") { fields(includeDeprecated: $old) { name } } }';
  const fieldsOf = async (variables: object) =>
    ((await ask(query, variables)) as { __type: { fields: unknown[] } }).__type.fields.length;
  expect(await fieldsOf({})).toBe(2);
  expect(await fieldsOf({ old: false })).toBe(1);
  expect(await fieldsOf({ old: true })).toBe(2);
  expect(told).not.toHaveBeenCalled();
});

test('only the last answers are kept', async () => {
  const question = (i: number) => `{ a${i}: ${DIRECTIVES} } ${FRAGMENT}`;
  for (let i = 0; i < 20; i++) await ask(question(i));
  await ask(question(19));
  expect(told).not.toHaveBeenCalled();
  await ask(question(0));
  expect(told).toHaveBeenCalledTimes(1);
});
