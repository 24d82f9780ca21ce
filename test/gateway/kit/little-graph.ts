// Two ordinary contracts that make up a little graph: organizations, and the rooms that they lend.
import { refuse } from '../../../schema/codes';
import type { ContractFile } from '../../../gateway/supergraph/contract-file';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';

const DIRECTORY = `
${LINK}
type Query {
  "Every organization."
  organizations: [Organization]
  organization(id: ID!): Organization
}
type Mutation { rename(id: ID!, name: String!): Organization }
"An organization of the street."
type Organization @key(fields: "id") { id: ID! name: String town: String }
`;

const ROOMS = `
${LINK}
type Query { rooms: [Room] room(id: ID!): Room }
type Room @key(fields: "id") { id: ID! name: String owner: Organization }
type Organization @key(fields: "id") { id: ID! rooms: [Room] motto: String }
`;

export const CONTRACTS: ContractFile[] = [
  { name: 'directory', sdl: DIRECTORY, answeredBy: 'ordinary' },
  { name: 'rooms', sdl: ROOMS, answeredBy: 'ordinary' },
];

const NAMES: Record<string, string> = {
  'first-home': 'First',
  'second-home': 'Second',
  'third-home': 'Third',
};
const organizations = Object.entries(NAMES).map(([id, name]) => ({ id, name }));
const rooms = [
  { id: 'r1', name: 'Hall', owner: { id: 'second-home' } },
  null,
  { id: 'r2', name: 'Attic', owner: { id: 'first-home' } },
];

export const DIRECTORY_CODE = {
  name: 'directory',
  sdl: DIRECTORY,
  resolvers: {
    Query: {
      organizations: () => organizations,
      organization: (_: unknown, { id }: { id: string }) => ({ id, name: NAMES[id] }),
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, name }) },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => ({ id, name: NAMES[id] }),
      town: ({ id }: { id: string }) => {
        if (id === 'first-home')
          throw refuse('BAD_ID', { zh: '编号不对。', en: 'That id is wrong.' }, { hint: 'copy it' });
        return 'Dongguan';
      },
    },
  },
};

export const ROOMS_CODE = {
  name: 'rooms',
  sdl: ROOMS,
  resolvers: {
    Query: {
      rooms: () => rooms,
      room: (_: unknown, { id }: { id: string }) => rooms.find((room) => room?.id === id),
    },
    Room: { __resolveReference: ({ id }: { id: string }) => rooms.find((room) => room?.id === id) },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      rooms: ({ id }: { id: string }) => rooms.filter((room) => room?.owner.id === id),
      motto: ({ id }: { id: string }) => `${id} lends`,
    },
  },
};
