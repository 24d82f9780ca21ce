// A graph with every form of access rule: two subgraphs, renamed imports, interfaces, unions, enums, @requires, mutations.
import type { ContractFile } from '../../../gateway/supergraph/contract-file';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** The directives are imported under names of their own; composition wants the same ones everywhere. */
export const HALLS = `
extend schema @link(url: "${FEDERATION}", import: ["@key", "@shareable", { name: "@authenticated", as: "@members" }, { name: "@requiresScopes", as: "@needs" }, "@policy"])
type Query {
  halls: [Hall!]
  hall(id: ID!): Hall
  plan: Plan
  places: [Place!]
  anything: [Anything!]
  minutes: Minutes
  figures: Figures @shareable
  telephone: String @members
  level: Level
  must: Strict
}
type Mutation { open(id: ID!): Hall close(id: ID!): Hall @members lend(id: ID!): Hall @needs(scopes: [["halls:lend"]]) }
interface Place { id: ID! name: String purpose: String }
type Hall implements Place @key(fields: "id") {
  id: ID!
  name: String
  purpose: String @members
  price: Int @needs(scopes: [["halls:price", "halls:read"], ["street"]])
  neighbour: Hall
  open(on: String): Boolean
}
type Yard implements Place { id: ID! name: String purpose: String }
type Plan @policy(policies: [["kind:office"]]) { id: ID! text: String }
union Anything = Hall | Yard | Draft
type Draft @members { id: ID! text: String }
type Minutes { title: String votes: [Vote!] count: VoteCount }
type Vote @needs(scopes: [["votes:read"]]) { for: Int }
type VoteCount @needs(scopes: [["votes:read"]]) { total: Int }
type Figures @shareable { sum: Int @needs(scopes: [["one"]]) }
enum Level @policy(policies: [["never:granted"]]) { LOW HIGH }
type Strict { sure: String! @members also: String }
`;

export const PRICES = `
extend schema @link(url: "${FEDERATION}", import: ["@key", "@shareable", "@external", "@requires", { name: "@authenticated", as: "@members" }, { name: "@requiresScopes", as: "@needs" }])
type Query { figures: Figures @shareable }
type Figures @shareable { sum: Int @needs(scopes: [["two"], ["three"]]) }
type Hall @key(fields: "id") {
  id: ID!
  price: Int @external
  priceWithTax: Int @requires(fields: "price") @needs(scopes: [["halls:price", "halls:read"], ["street"]])
  keeper: String @members
}
`;

export const GUARDED: ContractFile[] = [
  { name: 'halls', sdl: HALLS, answeredBy: 'ordinary' },
  { name: 'prices', sdl: PRICES, answeredBy: 'ordinary' },
];

const hall = (id: string) => ({
  __typename: 'Hall',
  id,
  name: `Hall ${id}`,
  purpose: 'SECRET',
  price: 7,
  neighbour: { id: 'h2', name: 'next', purpose: 'SECRET' },
  open: true,
});
const yard = { __typename: 'Yard', id: 'y1', name: 'Yard', purpose: 'play' };

export const GUARDED_CODE = [
  {
    name: 'halls',
    sdl: HALLS,
    resolvers: {
      Query: {
        halls: () => [hall('h1'), hall('h2')],
        hall: (_: unknown, { id }: { id: string }) => hall(id),
        plan: () => ({ id: 'p1', text: 'SECRET' }),
        places: () => [hall('h1'), yard],
        anything: () => [hall('h1'), yard, { __typename: 'Draft', id: 'd1', text: 'SECRET' }],
        minutes: () => ({ title: 'First', votes: [{ for: 3 }], count: { total: 3 } }),
        figures: () => ({ sum: 42 }),
        telephone: () => 'SECRET',
        level: () => 'HIGH',
        must: () => ({ sure: 'SECRET', also: 'open' }),
      },
      Mutation: {
        open: (_: unknown, { id }: { id: string }) => hall(id),
        close: (_: unknown, { id }: { id: string }) => hall(id),
        lend: (_: unknown, { id }: { id: string }) => hall(id),
      },
      Hall: { __resolveReference: ({ id }: { id: string }) => hall(id) },
    },
  },
  {
    name: 'prices',
    sdl: PRICES,
    resolvers: {
      Query: { figures: () => ({ sum: 42 }) },
      Hall: {
        __resolveReference: (it: object) => it,
        priceWithTax: ({ price }: { price: number }) => price + 1,
        keeper: () => 'SECRET',
      },
    },
  },
];
