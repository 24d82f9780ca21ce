// The directives of schema/sharding.graphql as the layer knows them; a test holds the two together.

export const SHARDING_DEFINITIONS = /* GraphQL */ `
  directive @home on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @scatter(orderBy: [String!]) on FIELD_DEFINITION
  directive @merge(by: MergeBy, key: String) on FIELD_DEFINITION
  directive @foreign on FIELD_DEFINITION
  directive @local on FIELD_DEFINITION
  enum MergeBy {
    SUM
    MIN
    MAX
    ANY
    ALL
  }
`;

export const SHARDING_DIRECTIVES: ReadonlySet<string> = new Set([
  'home',
  'scatter',
  'merge',
  'foreign',
  'local',
]);

/** The one type that the directives bring with them. */
export const MERGE_BY = 'MergeBy';
