// Reads the rules of a version in the planning thread, ahead of its switch where it is known before.
import type { Planning } from '../planning/create-planning';
import type { AccessRules } from './access-rules';

export interface RulesReader {
  /** Rejects with a sentence when the rules are not understood: then the version must not be served. */
  read(publishedSdl: string): Promise<AccessRules>;
  /** Kept until they are read, or others are prepared. */
  prepare(publishedSdl: string): Promise<void>;
  drop(): void;
}

export function createRulesReader(planning: Pick<Planning, 'readRules'>): RulesReader {
  let prepared: { publishedSdl: string; rules: Promise<AccessRules> } | undefined;
  const drop = () => (prepared = undefined);
  return {
    read(publishedSdl) {
      const ahead = prepared?.publishedSdl === publishedSdl ? prepared.rules : undefined;
      drop();
      return ahead?.catch(() => planning.readRules(publishedSdl)) ?? planning.readRules(publishedSdl);
    },
    async prepare(publishedSdl) {
      prepared = { publishedSdl, rules: planning.readRules(publishedSdl) };
      await prepared.rules;
    },
    drop,
  };
}
