// A version of the graph as it came: its text and signature are kept, so that what lies on disk is checked like what comes over HTTP.
import type { KeyObject } from 'node:crypto';
import { isSignedBy } from './artifact-signature';
import type { GraphArtifact, GraphCandidate } from './graph-artifact';
import { readGraphArtifact, readGraphCandidate } from './read-graph-artifact';

export interface ReceivedGraph {
  artifact: GraphArtifact;
  text: string;
  signature: string;
}

/** Throws one Error with a sentence. Without a key no signature is asked for. */
export function receiveGraph(text: string, signature: string, key: KeyObject | undefined): ReceivedGraph {
  refuseForgery(text, signature, key);
  return { artifact: readGraphArtifact(text), text, signature };
}

/** Likewise. */
export function receiveCandidate(
  text: string,
  signature: string,
  key: KeyObject | undefined,
): GraphCandidate {
  refuseForgery(text, signature, key);
  return readGraphCandidate(text);
}

function refuseForgery(text: string, signature: string, key: KeyObject | undefined): void {
  if (key && !isSignedBy(Buffer.from(text), signature, key)) {
    throw new Error(
      signature === ''
        ? 'It is not signed, but LIANXI_REGISTRY_KEY asks for a signature.'
        : 'Its signature is not of the key in LIANXI_REGISTRY_KEY.',
    );
  }
}
