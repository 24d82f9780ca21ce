// Whose yes @provides needs: that of each owner of what it answers, on whatever path it is written.
import type { CheckInput } from '../../../gateway/registry/check/check-input';
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { CURRENT, checkSdl, withLink } from './kit/check-case';

const linked = (sdl: string) => withLink(sdl, '"@key", "@shareable", "@external", "@provides"');
const shareable = (it: SubgraphPublication) => ({
  ...it,
  sdl: it.sdl.replace('seats: Int!', '$& @shareable'),
});

const ORGANIZATION = `type Organization @key(fields: "id") { id: ID! kind: OrganizationKind @external }
  enum OrganizationKind { SCHOOL BANK COMMUNITY }`;
const ROOM = 'type ClassRoom @key(fields: "id") { id: ID! seats: Int! @external }';
const stalls = (fields: string, members: string) =>
  `type Query { lovemarketStalls: [LovemarketStall!] @provides(fields: "${fields}") }
   type LovemarketStall @key(fields: "id") { id: ID! ${members} }`;

function asked(sdl: string, input: Partial<CheckInput> = {}): [string, string?][] {
  const { verdict } = checkSdl(linked(sdl), {}, { current: CURRENT.map(shareable), ...input });
  return verdict.findings
    .filter(({ severity }) => severity !== 'WARNING')
    .map(({ rule, approver }) => [rule, approver]);
}

const cases: [where: string, sdl: string, owners: string[]][] = [
  ['through a type of one’s own', `${stalls('by { kind }', 'by: Organization')} ${ORGANIZATION}`, ['street']],
  [
    'of two owners',
    `${stalls('by { kind } room { seats }', 'by: Organization room: ClassRoom')} ${ORGANIZATION} ${ROOM}`,
    ['street', 'school'],
  ],
  [
    'in fragments on a union of one’s own',
    `${stalls('by { ... on Organization { kind } ... { ... on ClassRoom { seats } } }', 'by: LovemarketSeller')}
     union LovemarketSeller = Organization | ClassRoom ${ORGANIZATION} ${ROOM}`,
    ['street', 'school'],
  ],
];

test.each(cases)('a field of another %s', (_, sdl, owners) => {
  expect(asked(sdl)).toEqual(owners.map((owner) => ['FIELD_PROVIDED', owner]));
});

test('the same words that come to mean a field of another, and no word about one’s own', () => {
  const guest = (kind: string) => `type LovemarketGuest @key(fields: "id") { id: ID! kind: Int ${kind} }`;
  const own = stalls('by { kind }', 'by: LovemarketGuest') + guest('@external');
  const sdls = { lovemarket: own, guests: `type Query { guestsAll: [Int!] } ${guest('@shareable')}` };
  const others = Object.entries(sdls).map(([name, sdl]) => ({
    kind: 'subgraph' as const,
    name,
    owner: 'charity',
    url: 'http://10.0.0.8/',
    sdl: linked(sdl),
  }));
  const current = [...CURRENT, ...others];
  expect(asked(`${own} scalar LovemarketColour`, { current })).toEqual([]);
  expect(asked(stalls('by { kind }', 'by: Organization') + ORGANIZATION, { current })).toEqual([
    ['FIELD_PROVIDED', 'street'],
  ]);
});

test('a word inside a key of two levels makes no key field of the outer type', () => {
  const card = `type Card @key(fields: "holder { name }") { holder: Holder @shareable name: String @shareable }
    type Holder { name: String @shareable }`;
  const cards = linked(`${card} type Query { cards: [Card!] }`);
  const current: SubgraphPublication[] = [
    ...CURRENT,
    { kind: 'subgraph', name: 'cards', owner: 'school', url: 'http://10.0.0.9/', sdl: cards },
  ];
  const own = `${card} type Query { lovemarketCard: Card }`;
  expect(asked(own, { current })).toEqual([['SHAREABLE_FROM_OTHER_DATA', undefined]]);
});
