// Tells of each step of a move that a shard is rightly asked for, before it is taken.
import type { ProveAsker } from '../../../subgraphs/kit/identity/actor-proof';

export type OnStep = (step: string) => unknown;

export function watchSteps(
  prove: ProveAsker | undefined,
  onStep: OnStep | undefined,
): ProveAsker | undefined {
  if (!prove) return undefined;
  return async (request, body) => {
    const proven = await prove(request, body);
    await onStep?.((JSON.parse(body.toString()) as { step: string }).step);
    return proven;
  };
}
