// Reads the rules of a version in the planning thread, ahead of its switch where it is known before.
import type { Planning } from '../planning/create-planning';
import type { AccessRules } from './access-rules';

export interface RulesReader {
  /** Rejects with a sentence when the rules are not understood: then the version must not be served. */
  read(publishedSdl: string): Promise<AccessRules>;
  /** Read once `built` has resolved, unless they are read, dropped or others are prepared before; rejects when `built` does. */
  prepare(publishedSdl: string, built: Promise<unknown>): Promise<void>;
  drop(): void;
}

export function createRulesReader(planning: Pick<Planning, 'readRules'>): RulesReader {
  let prepared: { publishedSdl: string; rules?: Promise<AccessRules> } | undefined;
  const drop = () => (prepared = undefined);
  return {
    read(publishedSdl) {
      const ahead = prepared?.publishedSdl === publishedSdl ? prepared.rules : undefined;
      drop();
      return ahead?.catch(() => planning.readRules(publishedSdl)) ?? planning.readRules(publishedSdl);
    },
    async prepare(publishedSdl, built) {
      const own: typeof prepared = { publishedSdl };
      prepared = own;
      await built;
      if (prepared !== own) return;
      own.rules = planning.readRules(publishedSdl);
      await own.rules;
    },
    drop,
  };
}
