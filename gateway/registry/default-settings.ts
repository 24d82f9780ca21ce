// The rules that hold until the street sets its own.
import { DEFAULT_PRIVACY_WORDS } from './check/privacy/default-privacy-words';
import type { RegistryConfig } from './config';
import type { RegistrySettings } from './domain/settings';

export function defaultSettings({ loopback }: RegistryConfig): RegistrySettings {
  return {
    privacyWords: DEFAULT_PRIVACY_WORDS,
    networks: { cidrs: [], loopback },
    planningBudget: 2_000,
    usageDays: 30,
  };
}
