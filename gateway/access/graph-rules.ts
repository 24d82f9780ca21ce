// The rules of each version of a graph: read of its published text, enforced on the schema that is served without them.
import type { GraphQLSchema } from 'graphql';
import type { GraphText } from '../planning/planning-messages';
import { type AccessRules, readAccessRules } from './access-rules';

export interface VersionRules {
  /** As the planner is given it. */
  supergraphSdl: string;
  /** As its published text has them. */
  rules: AccessRules;
}

export interface GraphRules {
  publish(version: VersionRules): void;
  /** A schema is served from now on. */
  follow(schema: GraphQLSchema, text: GraphText): void;
  /** Throws for a schema that was never followed: nothing is served without its rules. */
  rulesOf(schema: GraphQLSchema): AccessRules;
}

/** Versions that were published and may be followed. */
const MOST = 4;

export function createGraphRules(): GraphRules {
  const published = new Map<string, AccessRules>();
  const followed = new WeakMap<GraphQLSchema, AccessRules>();
  let serving: { schema: GraphQLSchema; sdl: string } | undefined;
  return {
    publish({ supergraphSdl, rules }) {
      published.delete(supergraphSdl);
      published.set(supergraphSdl, rules);
      if (published.size > MOST) published.delete(published.keys().next().value!);
      // A version may differ in its rules alone; then an engine has nothing to switch.
      if (serving?.sdl === supergraphSdl) followed.set(serving.schema, rules);
    },
    follow(schema, { kind, sdl }) {
      const rules = kind === 'subgraph' ? readAccessRules(sdl) : published.get(sdl);
      if (!rules) throw new Error('A graph came to be served whose published text is not known.');
      followed.set(schema, rules);
      if (kind === 'supergraph') serving = { schema, sdl };
    },
    rulesOf(schema) {
      const rules = followed.get(schema);
      if (!rules) throw new Error('An operation came for a schema whose rules of access are not known.');
      return rules;
    },
  };
}
