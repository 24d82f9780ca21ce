// What the street edits: words of privacy, allowed networks, budgets.
import type { AllowedNetworks } from '../check/address/allowed-networks';
import type { PrivacyWords } from '../check/privacy/privacy-words';

export interface RegistrySettings {
  privacyWords: PrivacyWords;
  networks: AllowedNetworks;
  /** Milliseconds that the planner may take for one known operation. */
  planningBudget: number;
  /** Days of recorded use that count. */
  usageDays: number;
}
