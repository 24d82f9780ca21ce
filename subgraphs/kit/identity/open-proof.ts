// The proof of who asks as a shard's settings want it: by the keys of its gateways, with every refusal in the log.
import { createActorProof, type ProveAsker } from './actor-proof';
import { createGatewayKeys } from './gateway-keys';

export interface ProofTerms {
  /** Name of the shard. */
  shard: string;
  gatewayKeys: readonly string[];
  requireSignature: boolean;
}

/** `warn` is told what is wrong, and never a signature. */
export function openProof(terms: ProofTerms, warn: (sentence: string) => void): ProveAsker {
  const keys = createGatewayKeys({ sources: terms.gatewayKeys, onFault: warn });
  const onFault = (check: string) =>
    warn(`A request was refused that the gateway has not signed as it must: ${check}.`);
  return createActorProof({ audience: terms.shard, keys, required: terms.requireSignature, onFault });
}
