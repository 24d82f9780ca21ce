// Builds the API schema on the serving thread of the parts that the planning thread sent, with a breath between them.
import { setImmediate as breathe } from 'node:timers/promises';
import { type DefinitionNode, type GraphQLSchema, Kind, buildASTSchema, parse } from 'graphql';
import type { TypeTable } from '../execution/run/type-table';
import type { GraphDescription } from './planning-messages';

/** The parts were printed of a schema that is valid, so nothing is checked again. */
export async function assembleSchema({ apiSdl }: GraphDescription): Promise<GraphQLSchema> {
  const definitions: DefinitionNode[] = [];
  for (const part of apiSdl) {
    definitions.push(...parse(part, { noLocation: true }).definitions);
    await breathe();
  }
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true, assumeValidSDL: true });
}

export function assembleTypes({ types }: GraphDescription): TypeTable {
  return new Map(types.map(([name, abstractTypes]) => [name, new Set(abstractTypes)]));
}
