// Whatever somebody makes of the contracts and publishes: no check stumbles, and none is accepted that alters another owner's API.
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import * as fc from 'fast-check';
import { type GraphQLSchema, parse, printType } from 'graphql';
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { CURRENT, LOVE_MARKET, checkSdl } from './kit/check-case';

const SEED = { seed: Number(process.env.LIANXI_SEED ?? 20_261_122) };

/** The API of these publications, with no help from the registry. */
function apiOf(publications: SubgraphPublication[]): GraphQLSchema {
  const services = publications.map(({ name, url, sdl }) => ({
    name,
    url: url ?? name,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl = '' } = composeServices(services);
  return Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
}

/** Each type and each field as printed; a field that is new on a type with an id is not its owner's. */
function printedParts(schema: GraphQLSchema, known?: ReadonlyMap<string, string>): Map<string, string> {
  const parts = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const lines = printType(type).split('\n');
    const isOpen = /^type (?:Organization|SharedResource|Need|ClassRoom|Query|Mutation)\b/m.test(
      printType(type),
    );
    const kept = lines.filter(
      (line) => !isOpen || !known || (known.get(type.name) ?? '').split('\n').includes(line),
    );
    parts.set(type.name, kept.join('\n'));
  }
  return parts;
}

const before = printedParts(apiOf(CURRENT));

function alteredIn(publication: SubgraphPublication): string[] {
  const after = printedParts(apiOf([...CURRENT, publication]), before);
  return [...before].filter(([type, text]) => after.get(type) !== text).map(([type]) => type);
}

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const directive = fc.oneof(
  { weight: 40, arbitrary: fc.constant('') },
  {
    weight: 4,
    arbitrary: pick(
      '@shareable',
      '@inaccessible',
      '@tag(name: "x")',
      '@external',
      '@deprecated',
      '@authenticated',
      '@override(from: "directory")',
      '@override(from: "sharing")',
      '@provides(fields: "name")',
      '@requires(fields: "name")',
    ),
  },
);
const words = (...values: string[]) =>
  fc.subarray(values, { minLength: 1 }).map((chosen) => chosen.join(' '));
const fields = (...values: string[]) =>
  fc
    .tuple(fc.subarray(values, { minLength: 1 }), fc.array(directive, { minLength: 8, maxLength: 8 }))
    .map(([chosen, directives]) => chosen.map((field, i) => `${field} ${directives[i % 8]}`).join('\n  '));
const key = pick(
  '',
  '@key(fields: "id")',
  '@key(fields: "id")',
  '@key(fields: "id", resolvable: false)',
  '@key(fields: "name")',
);
const block = (head: fc.Arbitrary<string>, body: fc.Arbitrary<string>) =>
  fc
    .tuple(head, key, directive, body)
    .map(([it, keys, said, inner]) => `${it} ${keys} ${said} {\n  ${inner}\n}`);

const definition = fc.oneof(
  block(
    pick(
      'type Organization',
      'extend type Organization',
      'type Organization implements Node',
      'interface Organization',
    ),
    fields(
      'id: ID!',
      'name: String!',
      'name: String',
      'kind: OrganizationKind',
      'lovemarketScore: Int',
      'parent(of: Int): Organization',
    ),
  ),
  block(
    pick('type SharedResource', 'extend type SharedResource'),
    fields(
      'id: ID!',
      'name: String!',
      'capacity: Int!',
      'state: ResourceState',
      'lovemarketStars(of: Int): Int',
      'owner: Need',
    ),
  ),
  block(pick('type Need', 'type Lovemarket'), fields('id: ID!', 'title: String', 'lovemarketNote: String')),
  block(
    pick('type PageInfo', 'extend type PageInfo'),
    fields('hasNextPage: Boolean!', 'hasNextPage: Boolean', 'endCursor: String', 'total: Int'),
  ),
  words('LISTED', 'PAUSED', 'SOLD', 'LISTED @inaccessible').map(
    (values) => `enum ResourceState { ${values} }`,
  ),
  words('SCHOOL', 'BANK', 'COMMUNITY', 'CASINO').map((values) => `enum OrganizationKind { ${values} }`),
  words('name: String', 'kind: OrganizationKind', 'more: Int', 'must: Int!', 'name: String!').map(
    (values) => `input OrganizationFilter { ${values} }`,
  ),
  words('id: ID!', 'name: String').map((values) => `interface Node { ${values} }`),
  pick(
    'union Offer = SharedResource',
    'union Offer = Need',
    'union Offer = Lovemarket',
    'type Lovemarket implements Node { id: ID! }',
  ),
  pick(
    'schema { query: Asked } type Asked { lovemarketAsked: Int }',
    'scalar ResourceState',
    'directive @key(fields: String) on OBJECT',
  ),
);

/** What is allowed, of which a word or two may be changed. */
const MEANT_WELL = [
  'type Organization @key(fields: "id") { id: ID! lovemarketScore: Int lovemarketBest(of: Int): SharedResource } type SharedResource @key(fields: "id", resolvable: false) { id: ID! }',
  'type Need @key(fields: "id") { id: ID! lovemarketNote: String lovemarketState: ResourceState } enum ResourceState { LISTED PAUSED }',
  'type PageInfo @shareable { hasNextPage: Boolean! endCursor: String } type Lovemarket { page: PageInfo! of: [Int!]! }',
  'input OrganizationFilter { kind: OrganizationKind name: String } enum OrganizationKind { SCHOOL BANK COMMUNITY }',
  'type ClassRoom @key(fields: "id") { id: ID! lovemarketRent: Int! } interface Lovemarketed { id: ID! } type Lovemarket implements Lovemarketed { id: ID! }',
  'interface Lovemarketed { id: ID! } type ClassRoom implements Lovemarketed @key(fields: "id") { id: ID! lovemarketRent: Int! }',
  'union LovemarketOffer = LovemarketA | LovemarketB type LovemarketA { a: Int } type LovemarketB { b: Int }',
];
const CHANGES: Array<[from: string | RegExp, to: string]> = [
  ['id: ID!', 'id: ID! @inaccessible'],
  ['id: ID!', 'id: ID! @tag(name: "x")'],
  ['id: ID!', 'id: ID! name: String! @shareable'],
  ['Int', 'Int! @authenticated'],
  ['Boolean!', 'Boolean'],
  ['String', 'String! @deprecated'],
  ['PAUSED', 'PAUSED SOLD'],
  ['BANK', ''],
  ['name: String', 'name: String! = "a"'],
  ['Lovemarketed', 'Node'],
  ['LovemarketOffer', 'Offer'],
  [/lovemarket[A-Z]/, 'x'],
  ['@key(fields: "id")', '@key(fields: "name")'],
  ['type Need', '"Ours now." type Need'],
  [', resolvable: false', ''],
  ['Lovemarket {', 'Meeting {'],
];
const changed = fc
  .tuple(pick(...MEANT_WELL), fc.oneof(fc.constant([]), fc.subarray(CHANGES, { maxLength: 2 })))
  .map(([text, changes]) => changes.reduce((it, [from, to]) => it.replace(from, to), text));
const drawn = fc.oneof(
  { weight: 3, arbitrary: changed.map((it) => [it]) },
  { weight: 1, arbitrary: fc.array(definition, { minLength: 1, maxLength: 3 }) },
);

const IMPORTS = [
  '@key',
  '@shareable',
  '@inaccessible',
  '@tag',
  '@external',
  '@authenticated',
  '@override',
  '@provides',
  '@requires',
];
const link = pick('2.0', '2.5', '2.9').map(
  (version) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${IMPORTS.map((it) => `"${it}"`).join(', ')}])`,
);
/** Under other names, so that no rule may go by a word. */
const renamed = (sdl: string) =>
  IMPORTS.reduce((text, it) => text.replaceAll(`${it}`, `@my${it.slice(1)}`), sdl).replaceAll(
    /"@my(\w+)"/g,
    '{ name: "@$1", as: "@my$1" }',
  );
const root = pick(
  'type Query { lovemarketB: Int }',
  'type Query { lovemarketC: [String] }',

  'type Query { lovemarketA: Int }',
  'type Query { lovemarketA: SharedResource lovemarketB(by: OrganizationFilter): Organization }',
  'type Query { news: ResourceState }',
  'type Query { organizations(first: Int, filter: OrganizationFilter): [Organization!] }',
);
const publicationText = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: link }, { weight: 1, arbitrary: fc.constant('') }),
    root,
    drawn,
    fc.boolean(),
  )
  .map(([head, query, definitions, rename]) => {
    const text = [head, query, ...definitions].join('\n');
    return rename && head ? renamed(text) : text;
  });

test('no random publication that alters what others own is accepted', () => {
  const outcomes: Record<string, number> = { ACCEPTED: 0, NEEDS_APPROVAL: 0, REFUSED: 0 };
  fc.assert(
    fc.property(publicationText, (sdl) => {
      const { verdict } = checkSdl(sdl);
      outcomes[verdict.outcome]! += 1;
      expect(verdict.findings.map(({ rule }) => rule)).not.toContain('CHECK_FAILED');
      if (verdict.outcome === 'ACCEPTED') expect(alteredIn({ ...LOVE_MARKET, sdl })).toEqual([]);
      else if (verdict.outcome === 'NEEDS_APPROVAL')
        expect(verdict.findings.some(({ approver }) => approver === 'street' || approver === 'school')).toBe(
          true,
        );
    }),
    { ...SEED, numRuns: 150 },
  );
  // Otherwise nothing was shown.
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(5);
}, 120_000);

test('no cut or stirred text of a contract makes a check stumble', () => {
  const tokens = CURRENT[1]!.sdl.split(/(\s+)/);
  const edit = fc.record({
    at: fc.nat(tokens.length - 1),
    put: pick('', '{', '}', '"""', '@key', '!', 'Query', 'extend', '\u0000', 'union', '(', '&', '[['),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const stirred = [...tokens];
      for (const { at, put } of edits) stirred[at] = put;
      const { verdict } = checkSdl(stirred.join(' '));
      expect(verdict.outcome).not.toBe('ACCEPTED');
      expect(verdict.findings.map(({ rule }) => rule)).not.toContain('CHECK_FAILED');
    }),
    { ...SEED, numRuns: 150 },
  );
}, 120_000);
