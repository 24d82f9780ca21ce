// Publications that are broken or meant ill: what each does, and how the registry answers.
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { withLink } from './kit/check-case';

export interface HostilePublication {
  title: string;
  sdl: string;
  publication?: Partial<SubgraphPublication>;
  outcome: 'REFUSED' | 'NEEDS_APPROVAL';
  /** One of the rules that speak. */
  rule: string;
  /** Whose yes would do. */
  approver?: string;
  /** What the finding points at. */
  coordinate?: string;
}

const GOOD = 'type Query { lovemarketItems: [String!] }';
const STALL = 'type Query { lovemarketStall: Int }';
const deep = (levels: number) =>
  `type Query { lovemarketItems: ${'['.repeat(levels)}Int${']'.repeat(levels)} }`;

export const HOSTILE_PUBLICATIONS: HostilePublication[] = [
  { title: 'nothing', sdl: '   ', outcome: 'REFUSED', rule: 'SDL_EMPTY' },
  { title: 'no GraphQL', sdl: '<html><body>502</body></html>', outcome: 'REFUSED', rule: 'SYNTAX' },
  {
    title: 'a brace left open',
    sdl: 'type Query { lovemarketItems: Int',
    outcome: 'REFUSED',
    rule: 'SYNTAX',
  },
  {
    title: 'a query in place of an SDL',
    sdl: '{ organizations { id } }',
    outcome: 'REFUSED',
    rule: 'INVALID_GRAPHQL',
  },
  { title: 'a NUL in a text', sdl: `"""a\u0000b""" ${GOOD}`, outcome: 'REFUSED', rule: 'SDL_CHARACTER' },
  { title: 'a NUL in a comment', sdl: `${GOOD} # a\u0000b`, outcome: 'REFUSED', rule: 'SDL_CHARACTER' },
  { title: 'a NUL as an escape', sdl: `"a\\u0000b" ${GOOD}`, outcome: 'REFUSED', rule: 'SDL_CHARACTER' },
  { title: 'half a character', sdl: `${GOOD} # \ud83d`, outcome: 'REFUSED', rule: 'SDL_CHARACTER' },
  {
    title: '10 MB',
    sdl: `${GOOD}${'#'.repeat(10 * 1024 * 1024)}`,
    outcome: 'REFUSED',
    rule: 'SDL_TOO_LARGE',
  },
  {
    title: 'a million tokens',
    sdl: `${GOOD} type A { ${'a:Int '.repeat(90_000)} }`,
    outcome: 'REFUSED',
    rule: 'SDL_TOO_LARGE',
  },
  { title: 'brackets 10,000 deep', sdl: deep(10_000), outcome: 'REFUSED', rule: 'SDL_TOO_LARGE' },
  {
    title: 'thousands of types',
    sdl: `${GOOD} ${Array.from({ length: 2_500 }, (_, i) => `scalar S${i}`).join(' ')}`,
    outcome: 'REFUSED',
    rule: 'SDL_TOO_LARGE',
  },
  {
    title: 'a name with a path in it',
    sdl: GOOD,
    publication: { name: '../../etc/passwd' },
    outcome: 'REFUSED',
    rule: 'NAME_FORM',
  },
  {
    title: "a contract's name",
    sdl: GOOD,
    publication: { name: 'sharing' },
    outcome: 'REFUSED',
    rule: 'NAME_TAKEN',
  },
  {
    title: "another's name",
    sdl: GOOD,
    publication: { name: 'classes' },
    outcome: 'REFUSED',
    rule: 'NAME_TAKEN',
  },
  {
    title: 'a name of the prototype',
    sdl: GOOD,
    publication: { name: '__proto__' },
    outcome: 'REFUSED',
    rule: 'NAME_FORM',
  },
  { title: 'no address', sdl: GOOD, publication: { url: undefined }, outcome: 'REFUSED', rule: 'URL_FORM' },
  {
    title: 'a file as address',
    sdl: GOOD,
    publication: { url: 'file:///etc/passwd' },
    outcome: 'REFUSED',
    rule: 'URL_FORM',
  },
  {
    title: "the cloud's metadata",
    sdl: GOOD,
    publication: { url: 'http://169.254.169.254/latest/meta-data' },
    outcome: 'REFUSED',
    rule: 'ADDRESS_NOT_ALLOWED',
  },
  {
    title: 'the loopback written as a number',
    sdl: GOOD,
    publication: { url: 'http://2130706433:4000/' },
    outcome: 'REFUSED',
    rule: 'ADDRESS_NOT_ALLOWED',
  },
  {
    title: 'credentials in the address',
    sdl: GOOD,
    publication: { url: 'http://a:b@10.0.0.8/' },
    outcome: 'REFUSED',
    rule: 'URL_FORM',
  },
  {
    title: 'an unknown type',
    sdl: 'type Query { lovemarketItems: [Item!] }',
    outcome: 'REFUSED',
    rule: 'INVALID_GRAPHQL',
  },
  {
    title: 'a key of fields that are not there',
    sdl: withLink(`type Item @key(fields: "sku") { id: ID! } type Query { lovemarketItem: Item }`),
    outcome: 'REFUSED',
    rule: 'KEY_INVALID_FIELDS',
  },
  {
    title: 'a version of federation that does not exist',
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v9.9", import: ["@key"]) ${GOOD}`,
    outcome: 'REFUSED',
    rule: 'UNKNOWN_FEDERATION_LINK_VERSION',
  },
  {
    title: 'an entity of others without its key',
    sdl: `type Query { lovemarketBest: SharedResource } type SharedResource { stars: Int }`,
    outcome: 'REFUSED',
    rule: 'UNSATISFIABLE',
  },
  {
    title: 'a field stolen',
    sdl: withLink(`${STALL} type SharedResource @key(fields: "id") { id: ID! name: String! }`),
    outcome: 'REFUSED',
    rule: 'FIELD_STOLEN',
    coordinate: 'SharedResource.name',
  },
  {
    title: 'a field stolen in Federation 1',
    sdl: `${STALL} extend type SharedResource @key(fields: "id") { id: ID! @external name: String! }`,
    outcome: 'REFUSED',
    rule: 'FIELD_STOLEN',
    coordinate: 'SharedResource.name',
  },
  {
    title: 'a root field stolen under another name of Query',
    sdl: 'schema { query: Asked } type Asked { resources(state: String): [String!] }',
    outcome: 'REFUSED',
    rule: 'FIELD_TYPE_MISMATCH',
  },
  {
    title: 'a root field stolen with @shareable',
    sdl: withLink(
      `type Query { resources(state: ResourceState): [SharedResource!] @shareable } type SharedResource @key(fields: "id") { id: ID! } enum ResourceState { LISTED PAUSED }`,
    ),
    outcome: 'REFUSED',
    rule: 'FIELD_STOLEN',
    coordinate: 'Query.resources',
  },
  {
    title: 'another answer to a field that its owner shares',
    sdl: withLink(
      `${STALL} type Organization @key(fields: "id") { id: ID! kind: OrganizationKind @shareable } enum OrganizationKind { SCHOOL BANK COMMUNITY }`,
    ),
    outcome: 'REFUSED',
    rule: 'SHAREABLE_FROM_OTHER_DATA',
    coordinate: 'Organization.kind',
  },
  {
    title: 'a field overridden under another name of the directive',
    sdl: withLink(
      `${STALL} type SharedResource @key(fields: "id") { id: ID! name: String! @mine(from: "sharing") }`,
      '"@key", {name: "@override", as: "@mine"}',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'FIELD_OVERRIDDEN',
    approver: 'street',
    coordinate: 'SharedResource.name',
  },
  {
    title: "@inaccessible on another's key",
    sdl: withLink(
      `${STALL} type Organization @key(fields: "id") { id: ID! @hide }`,
      '"@key", {name: "@inaccessible", as: "@hide"}',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'Organization.id',
  },
  {
    title: "@inaccessible on a school's type, by the street",
    sdl: withLink(
      'type Query { yard: Int } type ClassRoom @key(fields: "id") @inaccessible { id: ID! }',
      '"@key", "@inaccessible"',
    ),
    publication: { name: 'yard', owner: 'street' },
    outcome: 'REFUSED',
    rule: 'REFERENCED_INACCESSIBLE',
  },
  {
    title: "a value added to another's enum",
    sdl: `${STALL} enum OrganizationKind { SCHOOL BANK COMMUNITY CASINO } type LovemarketX { kind: OrganizationKind }`,
    outcome: 'REFUSED',
    rule: 'ENUM_VALUE_MISMATCH',
  },
  {
    title: "a field of another's made nullable",
    sdl: withLink(`${STALL} type PageInfo @shareable { hasNextPage: Boolean endCursor: String }`),
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'PageInfo.hasNextPage',
  },
  {
    title: "a member added to another's union",
    sdl: `${STALL} type LovemarketAd { text: String } union Offer = LovemarketAd`,
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'Offer',
  },
  {
    title: "fields taken from another's input",
    sdl: `type Query { lovemarketStall(filter: OrganizationFilter): Int } input OrganizationFilter { name: String }`,
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'OrganizationFilter.kind',
  },
  {
    title: "a tag on another's field",
    sdl: withLink(
      `${STALL} type Organization @key(fields: "id") { id: ID! @tag(name: "x") }`,
      '"@key", "@tag"',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'Organization.id',
  },
  {
    title: "another's type closed with @authenticated",
    sdl: withLink(
      `${STALL} type Organization @key(fields: "id") @authenticated { id: ID! }`,
      '"@key", "@authenticated"',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'TOUCHES_ANOTHERS_TYPE',
    approver: 'street',
    coordinate: 'Organization',
  },
  {
    title: "another key for another's entity",
    sdl: withLink(
      `${STALL} type Need @key(fields: "title", resolvable: false) { title: String! @external }`,
      '"@key", "@external"',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'KEY_ADDED',
    approver: 'street',
    coordinate: 'Need',
  },
  {
    title: "another's field answered with @provides",
    sdl: withLink(
      `type Query { lovemarketSponsor: Organization @provides(fields: "kind") } type Organization @key(fields: "id") { id: ID! kind: OrganizationKind @external } enum OrganizationKind { SCHOOL BANK COMMUNITY }`,
      '"@key", "@external", "@provides"',
    ),
    outcome: 'NEEDS_APPROVAL',
    rule: 'FIELD_PROVIDED',
    approver: 'street',
    coordinate: 'Query.lovemarketSponsor',
  },
  {
    title: 'a root field outside its own name',
    sdl: 'type Query { news: Int }',
    outcome: 'NEEDS_APPROVAL',
    rule: 'ROOT_FIELD_NAME',
    approver: 'street',
    coordinate: 'Query.news',
  },
  {
    title: 'a root field that only looks like its name',
    sdl: 'type Query { lovemarketing: Int }',
    outcome: 'NEEDS_APPROVAL',
    rule: 'ROOT_FIELD_NAME',
    approver: 'street',
  },
  {
    title: 'a directive that the gateway cannot load',
    sdl: withLink(
      `type Query { lovemarketU: LovemarketU } type LovemarketU @context(name: "u") @key(fields: "id") { id: ID! n: String c: LovemarketC } type LovemarketC @key(fields: "id") { id: ID! f(a: String @fromContext(field: "$u { n }")): Int }`,
      '"@key", "@context", "@fromContext"',
    ),
    outcome: 'REFUSED',
    rule: 'DIRECTIVE_UNSUPPORTED',
  },
  {
    title: 'cache tags under another name',
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [{name: "@cacheTag", as: "@cached"}]) type Query { lovemarketA: Int @cached(format: "a") }`,
    outcome: 'REFUSED',
    rule: 'DIRECTIVE_UNSUPPORTED',
  },
  {
    title: 'a directive of sharding',
    sdl: 'directive @scatter(orderBy: [String!]) on FIELD_DEFINITION type Query { lovemarketItems: [Int] @scatter }',
    outcome: 'REFUSED',
    rule: 'SHARDING_DIRECTIVE',
  },
  {
    title: 'subscriptions',
    sdl: `${STALL} type Subscription { lovemarketPrice: Int }`,
    outcome: 'REFUSED',
    rule: 'SUBSCRIPTIONS',
  },
  {
    title: "composition's own names",
    sdl: `${STALL} enum join__Graph { SHARING }`,
    outcome: 'REFUSED',
    rule: 'NAME_RESERVED',
  },
  {
    title: "residents' data",
    sdl: `${STALL} type LovemarketVisitor { idCardNo: String homeAddress: String }`,
    outcome: 'NEEDS_APPROVAL',
    rule: 'PERSONAL_DATA',
    approver: 'street',
    coordinate: 'LovemarketVisitor.idCardNo',
  },
  {
    title: "residents' data that only the description tells",
    sdl: `${STALL} type LovemarketVisitor { """居民身份证号""" code: String }`,
    outcome: 'NEEDS_APPROVAL',
    rule: 'PERSONAL_DATA',
    approver: 'street',
    coordinate: 'LovemarketVisitor.code',
  },
];
