// The proof of who asks as a shard's settings want it: by the keys of those it trusts, with every refusal in the log.
import { EXAMINER, GATEWAY, MOVER } from '../../../schema/actor-signature';
import { createActorProof, type ProveAsker } from './actor-proof';
import { createTrustedKeys, type TrustedKeys } from './trusted-keys';

export interface ProofTerms {
  /** Name of the shard. */
  shard: string;
  gatewayKeys: readonly string[];
  /** Who may examine it: the registry, or whoever runs shard:check. */
  examinerKeys?: readonly string[];
  /** Who may move homes from and to this shard. */
  moverKeys?: readonly string[];
  requireSignature: boolean;
}

/** `warn` is told what is wrong, and never a signature. */
export function openProof(
  { shard, gatewayKeys, examinerKeys = [], requireSignature }: ProofTerms,
  warn: (sentence: string) => void,
): ProveAsker {
  return createActorProof({
    audience: shard,
    trusted: new Map([
      [GATEWAY, keysOf('gateway', gatewayKeys, warn)],
      [EXAMINER, keysOf('examiner', examinerKeys, warn)],
    ]),
    required: requireSignature,
    onFault: (check) => warn(notAsItMust(check)),
  });
}

/** Moves are never asked without a signature. Undefined where nobody may ask them. */
export function openMoverProof(
  { shard, moverKeys = [] }: Pick<ProofTerms, 'shard' | 'moverKeys'>,
  warn: (sentence: string) => void,
): ProveAsker | undefined {
  if (moverKeys.length === 0) return undefined;
  return createActorProof({
    audience: shard,
    trusted: new Map([[MOVER, keysOf('mover', moverKeys, warn)]]),
    required: true,
    onFault: (check) => warn(notAsItMust(check)),
  });
}

function keysOf(whose: string, sources: readonly string[], onFault: (sentence: string) => void): TrustedKeys {
  return createTrustedKeys({ sources, whose, onFault });
}

function notAsItMust(check: string): string {
  return `A request was refused that nobody whom this shard trusts has signed as it must be: ${check}.`;
}
