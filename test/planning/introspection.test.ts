// What introspection may ask: what tools send always, of a schema of any size; what multiplies its answer is refused.
import { type GraphQLSchema, buildSchema, executeSync, getIntrospectionQuery, parse } from 'graphql';
import { toPlannable } from '../../gateway/access/to-plannable';
import { DOCUMENT_BOUNDS } from '../../gateway/guard/document-bounds';
import { measureIntrospection } from '../../gateway/guard/measure-introspection';
import { buildGraph } from '../../gateway/planning/build-graph';
import { readDocument } from '../../gateway/planning/read-document';
import { composeSupergraph } from '../../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../../gateway/supergraph/contract-file';

const ALL = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};
const STANDARD = [getIntrospectionQuery(), getIntrospectionQuery({ ...ALL, typeDepth: 12 })];
/** As tools have it that keep objects by their type. */
const WITH_TYPENAMES = STANDARD[1]!.replaceAll('{\n', '{\n__typename\n');

/** That of all contracts, with some 800 types. */
let real: GraphQLSchema;
beforeAll(() => {
  const composed = composeSupergraph(readContractFiles());
  if (!composed.ok) throw new Error(composed.faults.join('\n'));
  real = buildGraph({ kind: 'supergraph', sdl: toPlannable(composed.supergraphSdl) }).schema;
});

function codesOf(schema: GraphQLSchema, text: string): string[] {
  const reading = readDocument(text, { schema, bounds: DOCUMENT_BOUNDS, introspection: true });
  return 'errors' in reading ? reading.errors.map(({ code }) => code) : [];
}

const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');

test('what tools send is read, of the real contracts, of a little schema and of one of three thousand types', () => {
  const type = (i: number) => `type T${i} { id(a: Int, b: [String!]): ID! of: [T${(i * 7) % 3_000}!] e: E }`;
  const large = buildSchema(
    `type Query { t: T0 } enum E { A B } ${Array.from({ length: 3_000 }, (_, i) => type(i)).join(' ')}`,
  );
  const little = buildSchema('type Query { a: Int }');
  for (const schema of [real, large, little])
    for (const text of [...STANDARD, WITH_TYPENAMES]) expect(codesOf(schema, text)).toEqual([]);
});

test.each([
  ['__schema again and again', `{ ${aliases(20, '__schema { types { fields { name type { name } } } }')} }`],
  [
    'lists inside lists',
    `{ __schema { types { fields { type { fields { name description type { name description } } } } } } }`,
  ],
  [
    'aliases below lists inside lists',
    `{ __schema { types { fields { type { ${aliases(150, 'fields { name }')} } } } } }`,
  ],
  ['long texts', `{ __schema { types { ${aliases(190, 'description')} } } }`],
  [
    'fragments of introspection',
    `{ __schema { ...S ...S ...S ...S } } fragment S on __Schema { ${aliases(20, 'types { ...T }')} } fragment T on __Type { fields { name description } }`,
  ],
  [
    'types by a variable',
    `query($n: String!) { ${aliases(40, '__type(name: $n) { fields { name description } }')} }`,
  ],
  [
    'an operation of several',
    `query A { __typename } query B { ${aliases(20, '__schema { types { fields { name type { name } } } }')} }`,
  ],
])('%s: refused', (_, text) => expect(codesOf(real, text)).toEqual(['TOO_COMPLEX']));

test('the questions of people are read', () => {
  for (const text of [
    '{ __schema { types { name kind description fields { name args { name } } } } }',
    'query($n: String!) { __type(name: $n) { name description fields { name description type { name } } } }',
    '{ __schema { types { fields { type { name ofType { name } } } } } }',
  ])
    expect(codesOf(real, text)).toEqual([]);
});

test('what is measured is never less than what is answered', () => {
  for (const text of [
    ...STANDARD,
    '{ __schema { types { fields { args { type { fields { name } } } } } } }',
    '{ a: __type(name: "Query") { fields { type { possibleTypes { name } } } } b: __type(name: "Nobody") { name } }',
    'query($no: Boolean = false) { ... on Query { __schema { types @include(if: $no) { name } directives { ...D } } } } fragment D on __Directive { name locations }',
  ]) {
    const document = parse(text);
    const { data } = executeSync({ schema: real, document });
    const cost = measureIntrospection(real, document);
    expect(cost).toBeGreaterThanOrEqual(JSON.stringify(data).length);
    expect(measureIntrospection(real, document, 100)).toBeLessThanOrEqual(cost);
  }
});

test('a document that asks no introspection costs nothing', () => {
  expect(measureIntrospection(real, parse('{ __typename ...Q } fragment Q on Query { __typename }'))).toBe(0);
});
