// Two subgraphs of teas that change in every way that a plan could notice, and what is asked of them.
import { composeServices } from '@apollo/composition';
import fc from 'fast-check';
import { parse } from 'graphql';
import type { SubgraphSdl } from '../../execution/kit/draw-world';

export interface Shape {
  secondKey: boolean;
  hiddenField: boolean;
  hiddenType: boolean;
  moreValues: boolean;
  moreMembers: boolean;
  override: boolean;
  newImplementation: boolean;
  interfaceObject: boolean;
  guestKey: boolean;
  moreFields: boolean;
  requiredArgument: boolean;
  otherSubgraph: boolean;
}

const FLAGS = [
  'secondKey',
  'hiddenField',
  'hiddenType',
  'moreValues',
  'moreMembers',
  'override',
  'newImplementation',
  'interfaceObject',
  'guestKey',
  'moreFields',
  'requiredArgument',
  'otherSubgraph',
] as const satisfies ReadonlyArray<keyof Shape>;

const rarely = fc.integer({ min: 0, max: 3 }).map((n) => n === 0);
const shapes: fc.Arbitrary<Shape> = fc.record(
  Object.fromEntries(FLAGS.map((flag) => [flag, rarely])) as Record<keyof Shape, fc.Arbitrary<boolean>>,
);

/** A graph, and the same with one or two of its flags turned. */
export const changes: fc.Arbitrary<[before: Shape, after: Shape]> = fc
  .tuple(shapes, fc.subarray([...FLAGS], { minLength: 1, maxLength: 2 }))
  .map(([before, turned]) => [
    before,
    { ...before, ...Object.fromEntries(turned.map((flag) => [flag, !before[flag]])) },
  ]);

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@override", "@inaccessible", "@interfaceObject"])';

export function subgraphsOf(shape: Shape): SubgraphSdl[] {
  const when = (flag: keyof Shape, text: string) => (shape[flag] ? text : '');
  const host = `${LINK}
    type Query { tea(hue: Hue): Tea teas${when('requiredArgument', '(first: Int!)')}: [Tea] figures: [Figure] round: Round any: Any grower: Grower plain: Int }
    type Tea @key(fields: "id") ${when('secondKey', '@key(fields: "code")')} { id: ID! code: String! name: String price: Int leaf: Leaf grower: Grower secret: Int ${when('hiddenField', '@inaccessible')} }
    type Grower @key(fields: "id") { id: ID! name: String teas: [Tea] }
    type Leaf ${when('hiddenType', '@inaccessible')} { size: Int }
    enum Hue { RED BLUE ${when('moreValues', 'GREEN')} }
    interface Figure @key(fields: "id") { id: ID! area: Int }
    type Round implements Figure @key(fields: "id") { id: ID! area: Int r: Int }
    type Square implements Figure @key(fields: "id") { id: ID! area: Int side: Int }
    ${when('newImplementation', 'type Oval implements Figure @key(fields: "id") { id: ID! area: Int }')}
    union Any = Tea | Round ${when('moreMembers', '| Square')}
  `.replace('leaf: Leaf', shape.hiddenType ? 'leaf: Leaf @inaccessible' : 'leaf: Leaf');
  const guest = `${LINK}
    type Query { stock: [Tea] }
    type Tea @key(fields: "${shape.guestKey && shape.secondKey ? 'code' : 'id'}") { ${shape.guestKey && shape.secondKey ? 'code: String!' : 'id: ID!'} stock: Int ${when('override', 'price: Int @override(from: "host")')} ${when('moreFields', 'rate: Int')} }
    ${when('interfaceObject', 'type Figure @key(fields: "id") @interfaceObject { id: ID! weight: Int }')}
  `;
  const other = `${LINK} type Query { far: Far } type Far @key(fields: "id") { id: ID! } type Grower @key(fields: "id") { id: ID! fame: Int }`;
  const all = [
    { name: 'host', sdl: host },
    { name: 'guest', sdl: guest },
  ];
  return shape.otherSubgraph ? [...all, { name: 'other', sdl: other }] : all;
}

/** None where it does not compose. */
export function compose(subgraphs: SubgraphSdl[]): string | undefined {
  return composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `tea:${name}`, typeDefs: parse(sdl) })),
  ).supergraphSdl;
}

export const OPERATIONS = [
  '{ plain }',
  '{ tea(hue: RED) { id name } }',
  'query ($hue: Hue) { tea(hue: $hue) { price stock } }',
  '{ teas { name stock grower { name } } }',
  '{ stock { stock name price } }',
  '{ tea { leaf { size } } }',
  '{ figures { id area } }',
  '{ figures { ... on Round { r } ... on Square { side } } }',
  '{ figures { __typename weight } }',
  '{ round { r } }',
  '{ round { r weight } }',
  '{ any { ... on Tea { name } ... on Round { r } } }',
  '{ any { ... on Figure { id } } }',
  '{ grower { name teas { stock } } }',
  '{ tea { secret } }',
  '{ __schema { queryType { name } } plain }',
];
