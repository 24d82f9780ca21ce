// What a check says of small SDLs, rule by rule; hostile ones are in hostile-publications.test.ts.
import type { CheckInput } from '../../../gateway/registry/check/check-input';
import { checkPublication } from '../../../gateway/registry/check/check-publication';
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { CURRENT, baseInput, checkSdl, rulesOf, withLink } from './kit/check-case';

const described = withLink(
  `"""摊位。 A stall.""" type LovemarketStall @key(fields: "id") {
    """编号。 The id.""" id: ID!
    """名称。 The name.""" name: String!
  }
  type Organization @key(fields: "id") { id: ID!
    """此单位的摊位。 Its stalls.""" lovemarketStalls: [LovemarketStall!]
  }
  type Query { """各摊位。 All stalls.""" lovemarketStalls: [LovemarketStall!] }`,
);

test('a publication of its own types and of new fields on an entity is accepted without a word', () => {
  const { verdict, composed } = checkSdl(described);
  expect(verdict).toMatchObject({ outcome: 'ACCEPTED', findings: [] });
  expect(
    verdict.changes.map(({ coordinate, kind, criticality }) => `${kind} ${coordinate} ${criticality}`),
  ).toEqual([
    'ADDED LovemarketStall SAFE',
    'ADDED Organization.lovemarketStalls SAFE',
    'ADDED Query.lovemarketStalls SAFE',
  ]);
  expect(composed?.owners).toMatchObject({
    'Organization.lovemarketStalls': 'lovemarket',
    Organization: 'directory',
    LovemarketStall: 'lovemarket',
  });
  expect(composed?.apiSdl).toContain('lovemarketStalls: [LovemarketStall!]');
});

test('what is allowed: stubs, @external with @requires, value types as they are, own interfaces and unions', () => {
  const { verdict } = checkSdl(
    withLink(
      `type Query { lovemarketPage: LovemarketPage lovemarketBoth: [LovemarketBoth!] lovemarketNeed: Need }
       type LovemarketPage { pageInfo: PageInfo! rows: [SharedResource!] }
       type PageInfo @shareable { hasNextPage: Boolean! endCursor: String }
       type SharedResource @key(fields: "id") { id: ID! capacity: Int @external lovemarketStars: Int @requires(fields: "capacity") }
       type Need @key(fields: "id", resolvable: false) { id: ID! }
       union LovemarketBoth = SharedResource | Need`,
      '"@key", "@shareable", "@external", "@requires"',
    ),
  );
  expect(verdict.findings.filter(({ severity }) => severity !== 'WARNING')).toEqual([]);
});

test('an @interfaceObject of one’s own may add fields to an interface that is an entity', () => {
  const media = withLink(
    `interface Media @key(fields: "id") { id: ID! title: String }
     type Film implements Media @key(fields: "id") { id: ID! title: String }
     type Query { media: [Media!] }`,
  );
  const current: SubgraphPublication[] = [
    ...CURRENT,
    { kind: 'subgraph', name: 'media', owner: 'street', url: 'http://10.0.0.9/', sdl: media },
  ];
  const sdl = withLink(
    'type Media @key(fields: "id") @interfaceObject { id: ID! lovemarketPrice: Int } type Query { lovemarketBest: Int }',
    '"@key", "@interfaceObject"',
  );
  expect(rulesOf(checkSdl(sdl, {}, { current }))).toEqual([]);
});

test('every place is of the published text, whatever names its roots and imports have', () => {
  const { verdict } = checkSdl(`extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@k" }])
schema { query: Asked }
type Asked {
  lovemarketStall: Int
    news: String
}
type Organization @k(fields: "id") {
  id: ID!
  name: String!
}`);
  expect(verdict.findings[0]).toMatchObject({ rule: 'DESCRIPTION_MISSING' });
  expect(verdict.findings.find(({ rule }) => rule === 'FIELD_STOLEN')).toMatchObject({
    at: { line: 10, column: 3 },
  });
  const named = checkSdl(`schema { query: Asked }
type Asked {
  lovemarketStall: Int
    news: String
}`);
  expect(named.verdict.findings.find(({ rule }) => rule === 'ROOT_FIELD_NAME')).toMatchObject({
    at: { line: 4, column: 5 },
    coordinate: 'Query.news',
    suggestion: { en: expect.stringContaining('lovemarketNews') },
  });
});

test('all reasons come at once', () => {
  const result = checkSdl(
    withLink('type Query { news: lovemarket_thing } type lovemarket_thing { idCard: String }'),
    { url: 'ftp://10.0.0.8/' },
  );
  expect(rulesOf(result)).toEqual(['PERSONAL_DATA', 'ROOT_FIELD_NAME', 'URL_FORM']);
  expect(result.verdict.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['NAMING', 'DESCRIPTION_MISSING']),
  );
});

test('a satisfiability error says the path, the reason and what to add', () => {
  const { verdict } = checkSdl('type Query { lovemarketA: Int } type SharedResource { stars: Int }');
  const finding = verdict.findings.find(({ rule }) => rule === 'UNSATISFIABLE')!;
  expect(finding.coordinate).toBe('SharedResource.stars');
  expect(finding.sentence.en).toContain('→ stars could not be answered');
  expect(finding.suggestion?.en).toContain(
    'Add @key(fields: "id") and id: ID! to SharedResource in the subgraph “lovemarket”',
  );
});

test('warnings are capped, with how many more there are', () => {
  const fields = Array.from({ length: 40 }, (_, i) => `Bad_${i}: Int`).join('\n');
  const { verdict } = checkSdl(`type Query { lovemarketA: LovemarketA } type LovemarketA { ${fields} }`);
  const naming = verdict.findings.filter(({ rule }) => rule === 'NAMING');
  expect(naming).toHaveLength(11);
  expect(naming.at(-1)!.sentence.en).toBe('And 30 more of the same.');
});

describe('breaking and dangerous, told apart by use', () => {
  const street = (name: string, sdl: (was: string) => string): ReturnType<typeof checkSdl> => {
    const was = CURRENT.find((it) => it.name === name)!;
    return checkSdl(sdl(was.sdl), was);
  };
  const spoken = ({ verdict }: ReturnType<typeof checkSdl>) =>
    verdict.findings
      .filter(({ rule }) => /BREAKING|DANGEROUS|OPERATION/.test(rule))
      .map(({ rule, coordinate, approver }) => [rule, coordinate, approver].join(' ').trim());

  test('a field that a known operation uses needs the street’s yes', () => {
    const result = street('sharing', (sdl) => sdl.replace('owner: Organization state', 'state'));
    expect(result.verdict.outcome).toBe('NEEDS_APPROVAL');
    expect(spoken(result)).toEqual([
      'BREAKING_IN_USE SharedResource.owner street',
      'OPERATION_INVALID  street',
    ]);
    expect(result.verdict.changes).toMatchObject([
      { kind: 'REMOVED', criticality: 'BREAKING', inUseBy: ['Rooms'] },
    ]);
  });
  test('a field that nobody uses is only told', () => {
    const result = street('sharing', (sdl) => sdl.replace('capacity: Int', ''));
    expect(result.verdict.outcome).toBe('ACCEPTED');
    expect(spoken(result)).toEqual(['BREAKING_NOT_IN_USE SharedResource.capacity']);
  });
  test('recorded traffic counts as use', () => {
    const result = street('classes', (sdl) => sdl.replace('seats: Int!', 'seats: Int'));
    expect(result.verdict.outcome).toBe('NEEDS_APPROVAL');
    expect(spoken(result)).toEqual(['BREAKING_IN_USE ClassRoom.seats street']);
    expect(result.verdict.findings.find(({ rule }) => rule === 'BREAKING_IN_USE')!.sentence.en).toContain(
      'Seats (wall)',
    );
  });
  test.each([
    [
      'a recorded operation',
      { usage: [{ coordinate: 'Query.organizations(filter:)', operation: 'All', client: '', count: 1 }] },
    ],
    [
      'a known operation',
      { operations: [{ name: 'All', document: '{ organizations(filter: {}) { id } }' }] },
    ],
  ])('what becomes required in an input meets whoever sends it, empty too: %s', (_, input) => {
    const [directory] = CURRENT;
    const sdl = directory!.sdl.replace(
      'input OrganizationFilter {',
      'input OrganizationFilter { town: String!',
    );
    const result = checkSdl(sdl, { name: 'directory', owner: 'street', url: undefined }, input);
    expect(result.verdict.changes).toMatchObject([
      { coordinate: 'OrganizationFilter.town', inUseBy: ['All'] },
    ]);
    expect(result.verdict.outcome).toBe('NEEDS_APPROVAL');
  });
  test('a value of an enum that is read or sent counts as used; a new one is a warning', () => {
    expect(spoken(street('sharing', (sdl) => sdl.replace('LISTED PAUSED', 'LISTED')))).toEqual([
      'BREAKING_IN_USE ResourceState.PAUSED street',
    ]);
    expect(
      spoken(street('sharing', (sdl) => sdl.replace('LISTED PAUSED', 'LISTED PAUSED WITHDRAWN'))),
    ).toEqual(['DANGEROUS ResourceState.WITHDRAWN']);
  });
  test('a new required argument meets whoever asks the field', () => {
    const result = street('sharing', (sdl) => sdl.replace('resources(state:', 'resources(home: ID!, state:'));
    expect(spoken(result)).toEqual([
      'BREAKING_IN_USE Query.resources(home:) street',
      'OPERATION_INVALID  street',
    ]);
  });
});

describe('retiring', () => {
  const retire = (name: string, by: string, input: Partial<CheckInput> = {}) =>
    checkPublication({ ...baseInput(), change: { kind: 'retire', name, by }, ...input });

  test('what is in use needs approval; what nobody uses goes', () => {
    expect(retire('classes', 'school').verdict).toMatchObject({ outcome: 'NEEDS_APPROVAL' });
    const unused = retire('classes', 'school', { usage: [] });
    expect(unused.verdict.outcome).toBe('ACCEPTED');
    expect(unused.composed?.supergraphSdl).not.toContain('ClassRoom');
  });
  test('only its owner or the street retires a subgraph, and only one that is there', () => {
    expect(rulesOf(retire('classes', 'charity'))).toEqual(['NAME_TAKEN']);
    expect(rulesOf(retire('nothing', 'charity'))).toEqual(['NAME_UNKNOWN']);
  });
  test('what others build on stays', () => {
    const sdl = withLink(
      'extend type ClassRoom @key(fields: "id") { id: ID! @external } type Query { lovemarketRooms: [ClassRoom!] }',
      '"@key", "@external"',
    );
    const lovemarket = {
      kind: 'subgraph',
      name: 'lovemarket',
      owner: 'charity',
      url: 'http://10.0.0.8/',
      sdl,
    } as const;
    expect(
      retire('classes', 'school', { current: [...CURRENT, lovemarket], usage: [] }).verdict.outcome,
    ).not.toBe('ACCEPTED');
  });
});

test('the owner is who defined it first, also when others are approved later', () => {
  const first = checkSdl(described).composed!;
  const lovemarket: SubgraphPublication = {
    kind: 'subgraph',
    name: 'lovemarket',
    owner: 'charity',
    url: 'http://10.0.0.8/',
    sdl: described,
  };
  const result = checkSdl(
    withLink(
      'type Query { classesRooms: [Int!] } type LovemarketStall @key(fields: "id") @tag(name: "x") { id: ID! }',
      '"@key", "@tag"',
    ),
    { name: 'aclasses', owner: 'school' },
    { current: [lovemarket, ...CURRENT], composed: first },
  );
  expect(result.verdict.findings).toContainEqual(
    expect.objectContaining({ rule: 'FIELD_STOLEN', coordinate: 'Query.classesRooms' }),
  );
});

test('what was approved once is not asked again', () => {
  const sdl = withLink('type Query { news: Int } type LovemarketX { idCard: String }');
  const first = checkSdl(sdl);
  expect(first.verdict.outcome).toBe('NEEDS_APPROVAL');
  const current: SubgraphPublication[] = [
    ...CURRENT,
    { kind: 'subgraph', name: 'lovemarket', owner: 'charity', url: 'http://10.0.0.8/', sdl },
  ];
  const again = checkSdl(`${sdl} scalar LovemarketY`, {}, { current, composed: first.composed });
  expect(rulesOf(again)).toEqual([]);
});

test('input and answer are plain data', () => {
  const input: CheckInput = { ...baseInput(), change: { kind: 'retire', name: 'classes', by: 'school' } };
  expect(structuredClone(checkPublication(structuredClone(input)))).toEqual(checkPublication(input));
});
