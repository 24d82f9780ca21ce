// Refuses introspection that asks for much more than tools do: lists inside lists and aliases multiply its answer.
import { type DocumentNode, type GraphQLSchema, getIntrospectionQuery, parse } from 'graphql';
import { measureIntrospection } from './measure-introspection';
import type { Refusal } from './refusal';

/** Of valid documents. */
export function refuseIntrospection(schema: GraphQLSchema, document: DocumentNode): Refusal | undefined {
  // Most documents ask none, and then the schema is not measured either.
  if (measureIntrospection(schema, document, 0) === 0) return undefined;
  const bound = boundOf(schema);
  return measureIntrospection(schema, document, bound) > bound ? TOO_MUCH : undefined;
}

/** Tools have their own forms of the standard query, which are a little larger. */
const MARGIN = 1.5;
/** A small schema is told so quickly that it may be asked for several times. */
const LEAST = 500_000;

const STANDARD = parse(
  getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
);

const bounds = new WeakMap<GraphQLSchema, number>();

/** Grows with the schema, so that tools can always read it whole. */
function boundOf(schema: GraphQLSchema): number {
  let bound = bounds.get(schema);
  if (bound === undefined)
    bounds.set(schema, (bound = Math.max(LEAST, MARGIN * measureIntrospection(schema, STANDARD))));
  return bound;
}

const TOO_MUCH: Refusal = {
  zh: '自省查询的结果太大，远超工具所用的标准自省查询；请少用别名、少嵌套，或改用标准自省查询。',
  en: 'The introspection asks for much more than the standard query of tools does; use fewer aliases, nest less, or send the standard query.',
};
