// What the registry still checks is built ahead, so that it can be switched in as soon as it is accepted; it is never served before.
import type { GraphSwitch } from './follow-registry';
import type { RegistryClient } from './registry-client';

export interface CandidateWatch {
  /** As the client's, and hears of candidates itself. */
  hearEvents(onVersion: (version: number) => void, signal: AbortSignal): Promise<void>;
  forget(): void;
}

const FETCH_MS = 10_000;
/** Longer than any check takes; a registry that ends in between says nothing any more. */
const KEPT_MS = 60_000;

/** At most one is kept. That one cannot be built is no fault: the version says so if there will be one. */
export function createCandidateWatch(
  client: Pick<RegistryClient, 'fetchCandidate' | 'hearEvents'>,
  { prepare, drop }: Pick<GraphSwitch, 'prepare' | 'drop'>,
): CandidateWatch {
  let newest = 0;
  let forgetting: NodeJS.Timeout | undefined;
  const onCandidate = (isOffered: boolean) => (isOffered ? void lookAhead() : forget());
  return {
    hearEvents(hear, signal) {
      const onVersion = (version: number) => {
        // A candidate that was not fetched yet is of no use any more.
        newest += 1;
        hear(version);
      };
      return client.hearEvents({ onVersion, onCandidate }, signal).finally(forget);
    },
    forget,
  };

  async function lookAhead(): Promise<void> {
    const own = (newest += 1);
    try {
      const candidate = await client.fetchCandidate(FETCH_MS);
      if (!candidate || own !== newest) return;
      clearTimeout(forgetting);
      forgetting = setTimeout(forget, KEPT_MS).unref();
      await prepare(candidate);
    } catch {
      if (own === newest) forget();
    }
  }

  function forget(): void {
    newest += 1;
    clearTimeout(forgetting);
    drop();
  }
}
