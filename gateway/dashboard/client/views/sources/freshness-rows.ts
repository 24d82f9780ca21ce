// Every organization with whether it answered, as of when, and how many figures it stands behind.
import type { MissingHome } from '../../graph/ask-graph';
import type { Coverage } from '../../graph/figures';
import type { Q22CommunitiesComparedQuery } from '../../graph/operation-types';
import { type List, readList } from '../../graph/read-list';
import type { Indicator } from './figures';

export type Answering = 'ANSWERED' | 'NOT_JOINED' | 'UNREACHABLE' | 'INVALID_ANSWER';

export interface Freshness {
  id: string;
  name: string;
  answering: Answering;
  /** When its answer is of; null without one. */
  asOf: string | null;
  /** Null where it did not answer, or not all figures are here: that is not zero. */
  indicators: number | null;
  stated: number | null;
  latest: string | null;
}

/** Every organization is asked for its needs, so the need summary's coverage names all who are missing. */
export function freshnessRows(
  { organizations, needSummary }: Q22CommunitiesComparedQuery,
  { rows: indicators, coverage, whole }: List<Indicator>,
): Freshness[] {
  const reasons = reasonsOf([needSummary?.coverage, coverage]);
  return readList(organizations)
    .rows.map(({ id, name }) => {
      const answering = reasons.get(id) ?? 'ANSWERED';
      const own = indicators.filter(({ owner }) => owner?.id === id);
      const isHere = answering === 'ANSWERED';
      const isCounted = isHere && whole;
      return {
        id,
        name,
        answering,
        asOf: isHere ? (needSummary?.coverage.asOf ?? null) : null,
        indicators: isCounted ? own.length : null,
        stated: isCounted ? own.filter(({ provenance }) => provenance === 'STATED').length : null,
        latest:
          own
            .map(({ updatedAt }) => updatedAt)
            .sort()
            .at(-1) ?? null,
      };
    })
    .sort((a, b) => weight(b) - weight(a));
}

function reasonsOf(coverages: readonly (Coverage | null | undefined)[]): Map<string, Answering> {
  const missing: readonly MissingHome[] = coverages.flatMap((each) => each?.missing ?? []);
  return new Map(missing.map(({ home, reason }) => [home, reason as Answering]));
}

/** Who is missing stands first, then whoever stands behind most figures. */
function weight({ answering, indicators }: Freshness): number {
  return answering === 'ANSWERED' ? (indicators ?? 0) : 10_000;
}
