// Builds an executable schema from a contract's SDL: federation's own directives go, `_entities` and `_service` come.
import {
  buildASTSchema,
  Kind,
  parse,
  validateSchema,
  visit,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate';
import { MERGE_BY, SHARDING_DEFINITIONS, SHARDING_DIRECTIVES } from './sharding-directives';

const BUILT_IN = new Set(['deprecated', 'specifiedBy', 'oneOf']);

export type BuiltSchema = { ok: true; schema: GraphQLSchema } | { ok: false; faults: string[] };

export function buildContractSchema(document: DocumentNode, entities: readonly string[]): BuiltSchema {
  const complete: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      ...withoutFederation(document).definitions,
      ...parse(SHARDING_DEFINITIONS).definitions,
      ...parse(federationFields(entities)).definitions,
    ],
  };
  const errors = validateSDL(complete);
  if (errors.length > 0) return { ok: false, faults: errors.map(sentence) };
  const schema = buildASTSchema(complete, { assumeValidSDL: true });
  const schemaErrors = validateSchema(schema);
  return schemaErrors.length > 0 ? { ok: false, faults: schemaErrors.map(sentence) } : { ok: true, schema };
}

function withoutFederation(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: ({ name }) =>
      SHARDING_DIRECTIVES.has(name.value) || BUILT_IN.has(name.value) ? undefined : null,
    DirectiveDefinition: () => null,
    SchemaExtension: () => null,
    EnumTypeDefinition: ({ name }) => (name.value === MERGE_BY ? null : undefined),
  });
}

/** https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec */
function federationFields(entities: readonly string[]): string {
  const service = 'type _Service { sdl: String! } extend type Query { _service: _Service! }';
  if (entities.length === 0) return service;
  return `${service}
    scalar _Any
    union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
}

function sentence(error: GraphQLError): string {
  const at = error.locations?.[0];
  return at ? `Line ${at.line}: ${error.message}` : error.message;
}
