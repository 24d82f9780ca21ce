// A contract of two fields, and small subgraphs beside it: quick to compose, so that tests are about the registry.
import type { GivenParts } from '../../../gateway/registry/create-registry';

export const STREET = 'demo-street';
export const STREET_TOKEN = `lianxi_${'s'.repeat(43)}`;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

export const DIRECTORY = `${LINK}
type Query {
  """组织。 Organizations."""
  organizations: [Organization!]!
}
"""组织。 An organization."""
type Organization @key(fields: "id") {
  """编号。 The id."""
  id: ID!
  """名称。 The name."""
  name: String!
}
`;

/** A small subgraph whose only root field bears its name. */
export function subgraphSdl(name: string, field = 'title'): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `${LINK}
type Query {
  """活动。 Events."""
  ${name}Events: [${type}Event!]!
}
"""活动。 An event."""
type ${type}Event @key(fields: "id") {
  """编号。 The id."""
  id: ID!
  """内容。 What it has."""
  ${field}: String
}
`;
}

export const SMALL_PARTS: GivenParts = {
  contracts: [{ name: 'directory', sdl: DIRECTORY, answeredBy: 'ordinary' }],
  operations: [{ name: 'Names', document: 'query Names { organizations { id name } }' }],
};
