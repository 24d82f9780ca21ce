// Parses a client's document, holds it to the bounds and validates it, cheapest first; runs in the planning thread.
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  UniqueFragmentNamesRule,
  type ValidationContext,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentBounds } from '../guard/document-bounds';
import type { Refusal } from '../guard/refusal';
import { refuseIntrospection } from '../guard/refuse-introspection';
import { refuseMeasure } from '../guard/refuse-measure';
import { refuseRepeats } from '../guard/refuse-repeats';
import { refuseLength, refuseTokens } from '../guard/scan-tokens';
import type { DocumentError } from './planning-messages';

export interface ReadingRules {
  schema: GraphQLSchema;
  bounds: DocumentBounds;
  introspection: boolean;
}

/** Once these hold, every spread leads to fields that were measured: a walk of what is spread is as short as they are few. */
const SOUND_FRAGMENTS = [KnownFragmentNamesRule, NoFragmentCyclesRule, UniqueFragmentNamesRule];

export type Reading = { document: DocumentNode } | { errors: DocumentError[] };

export function readDocument(text: string, { schema, bounds, introspection }: ReadingRules): Reading {
  const tooLarge = refuseLength(text, bounds) ?? refuseTokens(text, bounds);
  if (tooLarge) return asErrors(tooLarge);
  const document = parseText(text);
  if (document instanceof GraphQLError) return refused([document], 'GRAPHQL_PARSE_FAILED');
  const tooMuch = refuseMeasure(document, bounds);
  if (tooMuch) return asErrors(tooMuch);
  const unsound = validate(schema, document, SOUND_FRAGMENTS);
  if (unsound.length > 0) return refused(unsound, 'GRAPHQL_VALIDATION_FAILED');
  const repeated = refuseRepeats(document, bounds);
  if (repeated) return asErrors(repeated);
  const rules = introspection ? specifiedRules : [...specifiedRules, noIntrospection];
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return refused(errors, 'GRAPHQL_VALIDATION_FAILED');
  const tooMuchTold = refuseIntrospection(schema, document);
  return tooMuchTold ? asErrors(tooMuchTold) : { document };
}

/** The code comes with the error; the sentence is the whole message. */
export function asErrors({ zh, en }: Refusal): { errors: DocumentError[] } {
  return { errors: [{ message: `${zh} ${en}`, code: 'TOO_COMPLEX' }] };
}

function parseText(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refused(errors: readonly GraphQLError[], code: string): { errors: DocumentError[] } {
  return {
    errors: errors.map(({ message, positions, extensions }) => ({ message, code, positions, extensions })),
  };
}

/** Apollo Server's own rule, with a sentence for whoever meets it. */
function noIntrospection(context: ValidationContext) {
  return {
    Field(node: { name: { value: string } }) {
      if (node.name.value !== '__schema' && node.name.value !== '__type') return;
      context.reportError(
        new GraphQLError(INTROSPECTION_IS_OFF, {
          nodes: [node as never],
          extensions: { validationErrorCode: 'INTROSPECTION_DISABLED' },
        }),
      );
    },
  };
}

const INTROSPECTION_IS_OFF =
  '自省查询已关闭；类型说明在 /schema.graphql。 Introspection is off here; the types are told at /schema.graphql.';
