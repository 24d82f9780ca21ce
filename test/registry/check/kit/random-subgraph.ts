// Random publications of four small organizations: they come, change and touch one another in every way that federation has.
import fc from 'fast-check';
import type { SubgraphPublication } from '../../../../gateway/registry/publication';
import { withLink } from './check-case';

export const NAMES = ['tea', 'rice', 'salt', 'silk'] as const;

interface Parts {
  name: (typeof NAMES)[number];
  fields: string[];
  /** How it speaks of the directory's organizations. */
  organization: 'none' | 'stub' | 'extends' | 'requires' | 'overrides';
  shares: 'none' | 'same' | 'more';
  enumValues: string[];
  /** A type of one's own that another's union and interface take up. */
  joins: boolean;
  hidden: boolean;
  isFederation1: boolean;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  name: fc.constantFrom(...NAMES),
  fields: fc.subarray(['one: Int', 'two(of: Int = 1): String', 'three: [ID!]!', 'four: Boolean']),
  organization: fc.constantFrom('none', 'stub', 'extends', 'requires', 'overrides'),
  shares: fc.constantFrom('none', 'none', 'same', 'more'),
  enumValues: fc.subarray(['HOT', 'COLD'], { minLength: 1 }),
  joins: fc.boolean(),
  hidden: fc.boolean(),
  isFederation1: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
});

export const randomPublications: fc.Arbitrary<SubgraphPublication[]> = fc.array(parts.map(toPublication), {
  minLength: 4,
  maxLength: 7,
});

function toPublication(given: Parts): SubgraphPublication {
  const { name } = given;
  return {
    kind: 'subgraph',
    name,
    owner: `home-${name}`,
    url: 'http://10.0.0.9:4000/graphql',
    sdl: sdlOf(given),
  };
}

function sdlOf(given: Parts): string {
  const { name, fields, isFederation1 } = given;
  const type = name[0]!.toUpperCase() + name.slice(1);
  const body = `
    type Query { ${name}All: [${type}!] ${name}Kind(of: ${type}Kind): ${type}Kind }
    type ${type} @key(fields: "id") ${given.joins && !isFederation1 ? 'implements Node' : ''} { id: ID! ${fields.join(' ')} }
    enum ${type}Kind { ${given.enumValues.join(' ')} }
    ${isFederation1 ? '' : modern(given, type)}`;
  return isFederation1 ? body : withLink(body, IMPORTS);
}

const IMPORTS = '"@key", "@shareable", "@external", "@requires", "@override", "@inaccessible"';

function modern({ organization, shares, joins, hidden, name }: Parts, type: string): string {
  return [
    ORGANIZATION[organization](name, type),
    shares !== 'none' &&
      `type PageInfo @shareable { hasNextPage: Boolean! ${shares === 'more' ? 'startCursor: String' : ''} }`,
    joins && `interface Node { id: ID! } union Offer = ${type}`,
    hidden && `extend type Query { ${name}Hidden: Int @inaccessible }`,
  ]
    .filter(Boolean)
    .join('\n');
}

const ORGANIZATION: Record<Parts['organization'], (name: string, type: string) => string> = {
  none: () => '',
  stub: (name, type) =>
    `type Organization @key(fields: "id", resolvable: false) { id: ID! } extend type ${type} { ${name}Of: Organization }`,
  extends: (name, type) => `type Organization @key(fields: "id") { id: ID! ${name}s: [${type}!] }`,
  requires: (name) =>
    `type Organization @key(fields: "id") { id: ID! name: String! @external ${name}Sign: String @requires(fields: "name") }`,
  overrides: () =>
    `type Organization @key(fields: "id") { id: ID! name: String! @override(from: "directory") }`,
};
