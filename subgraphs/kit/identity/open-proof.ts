// The proof of who asks as a shard's settings want it: by the keys of those it trusts, with every refusal in the log.
import { EXAMINER, GATEWAY } from '../../../schema/actor-signature';
import { createActorProof, type ProveAsker } from './actor-proof';
import { createTrustedKeys, type TrustedKeys } from './trusted-keys';

export interface ProofTerms {
  /** Name of the shard. */
  shard: string;
  gatewayKeys: readonly string[];
  /** Who may examine it: the registry, or whoever runs shard:check. */
  examinerKeys?: readonly string[];
  requireSignature: boolean;
}

/** `warn` is told what is wrong, and never a signature. */
export function openProof(
  { shard, gatewayKeys, examinerKeys = [], requireSignature }: ProofTerms,
  warn: (sentence: string) => void,
): ProveAsker {
  const keysOf = (whose: string, sources: readonly string[]): TrustedKeys =>
    createTrustedKeys({ sources, whose, onFault: warn });
  return createActorProof({
    audience: shard,
    trusted: new Map([
      [GATEWAY, keysOf('gateway', gatewayKeys)],
      [EXAMINER, keysOf('examiner', examinerKeys)],
    ]),
    required: requireSignature,
    onFault: (check) =>
      warn(`A request was refused that nobody whom this shard trusts has signed as it must be: ${check}.`),
  });
}
