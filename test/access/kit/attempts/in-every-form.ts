// Asking for what is closed in every form that a graph has, on a graph made for it.
import { isForbidden, post, type Attempt } from '../attempt';
import type { GuardedGround } from '../guarded-ground';

const FORMS: [name: string, query: string, word: RegExp][] = [
  ['a field under a renamed directive', '{ telephone }', /telephone/],
  ['under another name', '{ name: telephone }', /telephone/],
  ['through an interface', '{ places { name purpose } }', /purpose/],
  [
    'in fragments of fragments',
    '{ hall(id: "h1") { ...A } } fragment A on Hall { id ...B } fragment B on Hall { purpose }',
    /purpose/,
  ],
  ['behind a condition', '{ hall(id: "h1") { id purpose @include(if: true) } }', /purpose/],
  ['deep below', '{ hall(id: "h1") { neighbour { purpose } } }', /purpose/],
  ['a type by policy', '{ plan { text } }', /plan/],
  ['a member of a union', '{ anything { ... on Draft { text } } }', /text/],
  ['a list of a closed type', '{ minutes { title votes { for } } }', /votes/],
  ['scopes of two subgraphs', '{ figures { sum } }', /sum/],
  ['an enum', '{ level }', /level/],
  ['what @requires a closed field', '{ hall(id: "h1") { priceWithTax } }', /price/],
  ['a field of another subgraph', '{ hall(id: "h1") { keeper } }', /keeper/],
  ['a mutation that needs a scope', 'mutation { lend(id: "h1") { id } }', /lend/],
];

export const inEveryForm: Attempt<GuardedGround>[] = FORMS.map(([name, query, word]) => [
  name,
  ({ url }) => post(`${url}/graphql`, JSON.stringify({ query })),
  isForbidden,
  word,
]);
