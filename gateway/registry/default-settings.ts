// The rules that hold until the street sets its own.
import { PRIVATE_NETWORKS } from './check/address/allowed-networks';
import { DEFAULT_PRIVACY_WORDS } from './check/privacy/default-privacy-words';
import type { RegistryConfig } from './config';
import type { RegistrySettings } from './domain/settings';

export function defaultSettings({ loopback }: RegistryConfig): RegistrySettings {
  return {
    privacyWords: DEFAULT_PRIVACY_WORDS,
    networks: { cidrs: PRIVATE_NETWORKS, loopback },
    planningBudget: 2_000,
    usageDays: 30,
  };
}
