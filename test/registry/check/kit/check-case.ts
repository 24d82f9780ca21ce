// A small street graph to check publications against: two contracts of the street, one subgraph of a school.
import type { CheckInput } from '../../../../gateway/registry/check/check-input';
import { type CheckResult, checkPublication } from '../../../../gateway/registry/check/check-publication';
import { DEFAULT_PRIVACY_WORDS } from '../../../../gateway/registry/check/privacy/default-privacy-words';
import { SDL_BOUNDS } from '../../../../gateway/registry/check/sdl-bounds';
import type { SubgraphPublication } from '../../../../gateway/registry/publication';
import type { Finding } from '../../../../gateway/registry/verdict';

const LINK = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;

export const withLink = (sdl: string, imports = '"@key", "@shareable"'): string => LINK(imports) + sdl;

const DIRECTORY = withLink(`
"""单位。 An organization."""
type Organization @key(fields: "id") { id: ID! name: String! kind: OrganizationKind @shareable parent: Organization }
enum OrganizationKind { SCHOOL BANK COMMUNITY }
type PageInfo @shareable { hasNextPage: Boolean! endCursor: String }
interface Node { id: ID! }
type Query { organization(id: ID!): Organization organizations(first: Int, filter: OrganizationFilter): [Organization!] }
input OrganizationFilter { kind: OrganizationKind name: String }
`);

const SHARING = withLink(`
type SharedResource @key(fields: "id") { id: ID! name: String! capacity: Int owner: Organization state: ResourceState! }
type Need @key(fields: "id") { id: ID! title: String! state: ResourceState }
type Organization @key(fields: "id") { id: ID! resources(first: Int): [SharedResource!] }
enum ResourceState { LISTED PAUSED }
union Offer = SharedResource | Need
type Query { resource(id: ID!): SharedResource resources(state: ResourceState): [SharedResource!] offers: [Offer!] }
type Mutation { pauseResource(id: ID!): SharedResource }
`);

const CLASSES = withLink(`
type ClassRoom @key(fields: "id") { id: ID! seats: Int! }
type Query { classesRooms: [ClassRoom!]! }
`);

export const CURRENT: SubgraphPublication[] = [
  { kind: 'subgraph', name: 'directory', owner: 'street', sdl: DIRECTORY },
  { kind: 'subgraph', name: 'sharing', owner: 'street', sdl: SHARING },
  { kind: 'subgraph', name: 'classes', owner: 'school', url: 'http://10.0.0.7:4000/graphql', sdl: CLASSES },
];

export const baseInput = (): Omit<CheckInput, 'change'> => ({
  current: CURRENT,
  street: 'street',
  contracts: [
    { name: 'directory', answeredBy: 'ordinary' },
    { name: 'sharing', answeredBy: 'ordinary' },
  ],
  operations: [
    { name: 'Rooms', document: 'query Rooms { resources(state: LISTED) { id name state owner { name } } }' },
  ],
  usage: [{ coordinate: 'ClassRoom.seats', operation: 'Seats', client: 'wall', count: 3 }],
  privacyWords: DEFAULT_PRIVACY_WORDS,
  networks: { cidrs: ['10.0.0.0/8'], loopback: false },
  bounds: SDL_BOUNDS,
  planningBudget: 5_000,
});

export const LOVE_MARKET: SubgraphPublication = {
  kind: 'subgraph',
  name: 'lovemarket',
  owner: 'charity',
  url: 'http://10.0.0.8:4000/graphql',
  sdl: '',
};

/** Checks what the charity publishes as `lovemarket`, or what the overrides say. */
export function checkSdl(
  sdl: string,
  publication: Partial<SubgraphPublication> = {},
  input: Partial<CheckInput> = {},
): CheckResult {
  const proposed = { ...LOVE_MARKET, ...publication, sdl };
  return checkPublication({
    ...baseInput(),
    change: { kind: 'publish', publication: proposed },
    ...input,
  });
}

/** The rules of what is more than a warning. */
export function rulesOf({ verdict }: CheckResult): string[] {
  return [...new Set(verdict.findings.filter(isSerious).map(({ rule }) => rule))].sort();
}

export function isSerious({ severity }: Finding): boolean {
  return severity !== 'WARNING';
}
