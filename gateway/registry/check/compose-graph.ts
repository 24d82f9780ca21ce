// Composes publications into one supergraph, as `composeServices` does; what it builds on the way is kept for whoever judges the graph.
import { mergeSubgraphs } from '@apollo/composition';
import {
  type Schema,
  type Subgraphs,
  Supergraph,
  defaultPrintOptions,
  printSchema,
  shallowOrderPrintedDefinitions,
  upgradeSubgraphsIfNecessary,
} from '@apollo/federation-internals';
import { GraphQLError } from 'graphql';
import type { SubgraphPublication } from '../publication';
import { buildSubgraphs } from './build-subgraphs';
import { findUnsatisfiable } from './find-unsatisfiable';
import { type GraphText, type ReadGraphText, readSupergraphText } from './read-graph-text';
import { settledRootFields } from './settled-root-fields';

export type Composition =
  | { ok: true; supergraphSdl: string; supergraph: Supergraph; text: ReadGraphText }
  | { ok: false; errors: readonly GraphQLError[] };

export interface ComposeOptions {
  /** What was composed last; what stands as it stood there is not tried again. */
  before?: GraphText;
  /** Told what is composed before it is tried whether all of it can be answered. */
  onMerged?(supergraphSdl: string, text: ReadGraphText): void;
}

export function composeGraph(
  publications: SubgraphPublication[],
  contracts: ReadonlySet<string>,
  options: ComposeOptions = {},
): Composition {
  try {
    const built = buildSubgraphs(publications, contracts);
    return built.ok ? mergeAndValidate(built.subgraphs, options) : built;
  } catch (error) {
    // What composition itself stumbles over is told like what it refuses.
    return { ok: false, errors: [error instanceof GraphQLError ? error : new GraphQLError(wordsOf(error))] };
  }
}

function mergeAndValidate(given: Subgraphs, { before, onMerged }: ComposeOptions): Composition {
  const upgraded = upgradeSubgraphsIfNecessary(given);
  if (upgraded.errors) return { ok: false, errors: upgraded.errors };
  const invalid = upgraded.subgraphs.validate();
  if (invalid) return { ok: false, errors: invalid };
  const merged = mergeSubgraphs(upgraded.subgraphs);
  if (merged.errors) return { ok: false, errors: merged.errors };
  const supergraph = supergraphOf(merged.supergraph);
  const supergraphSdl = print(merged.supergraph);
  const text = readSupergraphText(supergraphSdl);
  onMerged?.(supergraphSdl, text);
  const errors = findUnsatisfiable(supergraph, before && settledRootFields(before, text.graph));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, supergraphSdl, supergraph, text };
}

/** Merging has validated it; features that the gateway cannot load are judged apart. */
function supergraphOf(schema: Schema): Supergraph {
  return new Supergraph(schema, null, false);
}

function print(schema: Schema): string {
  return printSchema(schema, shallowOrderPrintedDefinitions(defaultPrintOptions));
}

function wordsOf(error: unknown): string {
  if (error instanceof RangeError) return 'The SDL is nested too deeply to be composed.';
  return error instanceof Error ? error.message : String(error);
}
