// The registry's API as a schema: its SDL with a resolver for each field that is a verb.
import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

type Resolvers = Record<string, Record<string, unknown>>;

/** Throws for a resolver that the SDL does not know, and for a root field without one. */
export function makeSchema(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [name, resolve] of Object.entries(fields)) {
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field) throw new Error(`The SDL of the registry has no ${typeName}.${name}.`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  for (const root of [schema.getQueryType()!, schema.getMutationType()!]) {
    const missing = Object.values(root.getFields()).find((field) => !field.resolve);
    if (missing) throw new Error(`The registry's field ${root.name}.${missing.name} has no resolver.`);
  }
  return schema;
}
