// Which known operations a change of the graph can touch; the plan of every other is the plan that it had.
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { changedDefinitions, changesTheWhole } from './changed-definitions';
import { reachOf } from './operation-reach';
import type { GraphText } from './read-graph-text';

/**
 * A plan is made of what the supergraph says, with who answers what, of the types that the operation passes through, of
 * what these may be at run time, and of its inputs; of a root type, of the fields that it asks, since no key leads there.
 * Where one of them leads elsewhere while planning (`@requires`, `@provides`, `@override`, `@interfaceObject`,
 * `@fromContext`, a key with fields of another type), nothing is promised and the operation counts as touched.
 */
export function createTouch(before: GraphText, after: GraphText, schema: GraphQLSchema | undefined) {
  const changed = changedDefinitions(before, after);
  const isWhole = !schema || changesTheWhole(changed);
  return function isTouched(document: DocumentNode): boolean {
    if (isWhole) return true;
    const reach = reachOf(schema, document);
    if (!reach) return true;
    return (
      reach.rootFields.some((field) => before.rootFields.get(field) !== after.rootFields.get(field)) ||
      reach.types.some((type) => changed.has(type) || leadsElsewhere(before.definitions.get(type) ?? ''))
    );
  };
}

function leadsElsewhere(definition: string): boolean {
  return LEADS_ELSEWHERE.test(definition);
}

const LEADS_ELSEWHERE =
  /@join__(?:field|type)\([^\n]*\b(?:requires|provides|override|isInterfaceObject|contextArguments):|\bkey: "[^"\n]*\{/;
