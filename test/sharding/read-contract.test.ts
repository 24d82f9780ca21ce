// Contracts are checked when they are loaded: every fault a sentence with its place, nothing guessed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, print, visit } from 'graphql';
import { composableSdl, readContract } from '../../gateway/sharding/read-contract';
import { SHARDING_DEFINITIONS } from '../../gateway/sharding/contract/sharding-directives';
import { LIBRARY_SDL } from './kit/library-contract';

const sharding = () => readFileSync(path.join(__dirname, '../../schema/sharding.graphql'), 'utf8');

test('the published directives are those that the layer knows', () => {
  const bare = visit(parse(sharding(), { noLocation: true }), {
    leave: (node) =>
      'description' in node && node.description ? { ...node, description: undefined } : undefined,
  });
  expect(print(bare)).toBe(print(parse(SHARDING_DEFINITIONS, { noLocation: true })));
});

test('every directive is described in both languages', () => {
  const descriptions: string[] = [];
  visit(parse(sharding()), {
    enter: (node) =>
      void (
        'description' in node &&
        node.description &&
        descriptions.push((node.description as { value: string }).value)
      ),
  });
  expect(descriptions).toHaveLength(11);
  for (const text of descriptions) expect(text).toMatch(/[\u4e00-\u9fff].*[A-Za-z]{3}/s);
});

test('a contract may carry the definitions of the directives itself', () => {
  expect(() => readContract('library', `${LIBRARY_SDL}\n${sharding()}`)).not.toThrow();
});

test('the composable SDL keeps everything but the directives', () => {
  const sdl = composableSdl(`${LIBRARY_SDL}\n${sharding()}`);
  expect(sdl).not.toMatch(/@(home|scatter|merge|foreign|local)|MergeBy/);
  expect(sdl).toContain('书。 Books.');
  expect(sdl).toContain(
    '@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])',
  );
  expect(() => buildSchema(sdl, { assumeValidSDL: true })).not.toThrow();
});

/** The library's contract with one edit, and the fault that it then has. */
const edits: [string, [from: string | RegExp, to: string], string][] = [
  [
    'an entity field that says neither',
    ['wantedBy: Organization @foreign', 'wantedBy: Organization'],
    'Book.wantedBy: Organization is an entity; say @foreign',
  ],
  [
    'both foreign and local',
    ['owner: Reader @local', 'owner: Reader @local @foreign'],
    'Book.owner: either @foreign or @local, not both',
  ],
  [
    'a foreign object that may not be missing',
    ['sequel: Book @foreign', 'sequel: Book! @foreign'],
    'Book.sequel: Book! is @foreign and may be missing',
  ],
  [
    'a reference that is no entity',
    ['money: MoneyTotal\n    lowest', 'money: MoneyTotal @local\n    lowest'],
    'BookSummary.money: @local is for entities',
  ],
  [
    'a root field that nobody answers',
    ['shelfSize(home: ID @home)', 'shelfSize(home: ID)'],
    'Query.shelfSize: needs @scatter, or exactly one @home ID',
  ],
  [
    'a routed field that may not be missing',
    ['book(id: ID! @home): Book @local', 'book(id: ID! @home): Book! @local'],
    'Query.book: Book! is another home',
  ],
  [
    'a scattered field without homes',
    ['readers(homes: [ID!] @home, prefix', 'readers(prefix'],
    'Query.readers: a scattered field has the argument homes',
  ],
  [
    'a list without a total order',
    [
      'readers(homes: [ID!] @home, prefix: String): [Reader!] @scatter(orderBy: ["name", "id"])',
      'readers(homes: [ID!] @home, prefix: String): [Reader!] @scatter(orderBy: ["name"])',
    ],
    'declares a total order that ends in id',
  ],
  [
    'a list by what is not stored',
    [
      'prefix: String): [Reader!] @scatter(orderBy: ["name", "id"])',
      'prefix: String): [Reader!] @scatter(orderBy: ["books", "id"])',
    ],
    'ordered by Reader.books, which is not a stored scalar',
  ],
  [
    'a figure that does not say how it merges',
    ['count: Int @merge(by: SUM)\n    money', 'count: Int\n    money'],
    'BookSummary.count: say how it merges',
  ],
  [
    'a figure that may not be null',
    ['lowest: Int @merge', 'lowest: Int! @merge'],
    'BookSummary.lowest: must be nullable',
  ],
  [
    'a sum of flags',
    ['anyLent: Boolean @merge(by: ANY)', 'anyLent: Boolean @merge(by: SUM)'],
    'BookSummary.anyLent: SUM is for numbers',
  ],
  [
    'a way of merging that there is not',
    ['@merge(by: MIN)', '@merge(by: AVG)'],
    'BookSummary.lowest: Argument "by" has invalid value AVG.',
  ],
  [
    'groups without a key',
    ['groups: [BookGroup!] @merge(key: "key")', 'groups: [BookGroup!]'],
    'BookSummary.groups: a list of groups says @merge(key',
  ],
  [
    'a local entity in a group',
    ['{ key: String!, wantedBy: Organization @foreign', '{ key: String!, wantedBy: Organization @local'],
    'so its entities are @foreign',
  ],
  [
    'a connection that cannot say what is missing',
    ['coverage: Coverage! }\n  type BookEdge', '}\n  type BookEdge'],
    'BookConnection.coverage: expected Coverage!, found nothing',
  ],
  [
    'a mutation that scatters',
    ['lend(book: ID! @home, to: ID)', 'lend(book: ID!, to: ID)'],
    'Mutation.lend: needs exactly one @home ID',
  ],
  [
    'homes where nothing scatters',
    ['shout(times: Int', 'shout(home: ID @home, times: Int'],
    'Book.shout: @home on home has no meaning',
  ],
  [
    'a key of two fields',
    ['type Reader @key(fields: "id")', 'type Reader @key(fields: "id name")'],
    'its one @key must be fields: "id"',
  ],
  [
    'fields of another subgraph',
    ['rank: Int\n    price', 'rank: Int @external\n    price'],
    '@external is not for a sharded contract',
  ],
  ['broken text', ['type Query {', 'type Query'], 'Syntax Error'],
  ['an unknown type', ['rank: Int\n    price', 'rank: Nothing\n    price'], 'Unknown type "Nothing"'],
];

test.each(edits)('refused: %s', (_, [from, to], sentence) => {
  const edited = LIBRARY_SDL.replace(from, to);
  expect(edited).not.toBe(LIBRARY_SDL);
  expect(() => readContract('library', edited)).toThrow(sentence);
});

test('all faults are said at once', () => {
  const edited = LIBRARY_SDL.replace('sequel: Book @foreign', 'sequel: Book').replace(
    'lowest: Int @merge',
    'lowest: Int! @merge',
  );
  expect(() => readContract('library', edited)).toThrow(/BookSummary\.lowest.*Book\.sequel/s);
});
