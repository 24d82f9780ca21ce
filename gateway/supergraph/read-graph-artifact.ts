// Reads one version of the graph as the registry hands it out; what is not one is refused with a sentence.
import { z } from 'zod';
import { type ShardList, parseShardList } from '../sharding/shard-list';
import type { GraphArtifact, GraphCandidate } from './graph-artifact';

/** Bytes of a graph; the largest that is meant to be has some hundred thousand. */
export const MAX_GRAPH = 64 * 1024 * 1024;
export const MAX_SUBGRAPHS = 1_000;

/** The name of a subgraph becomes part of the graph's own texts. */
const SUBGRAPH = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
    .max(64),
  owner: z.string().max(64),
  url: z
    .string()
    .max(2_048)
    .refine(isPlainAddress, 'expected an http(s) address without credentials')
    .optional(),
  addresses: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .min(1)
    .max(256)
    .optional(),
});

const ARTIFACT = z.object({
  version: z.int().nonnegative(),
  publishedAt: z.string().max(40),
  supergraphSdl: z.string(),
  plannableSdl: z.string(),
  subgraphs: z.array(SUBGRAPH).max(MAX_SUBGRAPHS),
  shards: z.unknown().transform(toShardList),
});

const CANDIDATE = ARTIFACT.pick({ supergraphSdl: true, plannableSdl: true });

/** Throws one Error with a sentence. */
export function readGraphCandidate(text: string): GraphCandidate {
  return readAs(CANDIDATE, text);
}

function readAs<Read>(shape: z.ZodType<Read>, text: string): Read {
  const reading = shape.safeParse(parseJson(text));
  if (!reading.success) throw new Error(sentenceOf(reading.error.issues[0]!));
  return reading.data;
}

/** Throws one Error with a sentence. */
export function readGraphArtifact(text: string): GraphArtifact {
  if (Buffer.byteLength(text) > MAX_GRAPH) throw new Error(`It is longer than ${MAX_GRAPH} bytes.`);
  const artifact = readAs(ARTIFACT, text);
  const { subgraphs } = artifact;
  const twice = subgraphs.find(({ name }, i) => subgraphs.findIndex((it) => it.name === name) !== i);
  if (twice) throw new Error(`Two subgraphs are named "${twice.name}"; names must differ.`);
  return artifact;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('It is not valid JSON.');
  }
}

function sentenceOf({ path, message }: z.core.$ZodIssue): string {
  return `At ${path.join('.') || 'its root'}: ${message}.`;
}

function toShardList(json: unknown, context: z.core.$RefinementCtx): ShardList {
  try {
    return parseShardList(json);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message.slice(0, 500) });
    return z.NEVER;
  }
}

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
