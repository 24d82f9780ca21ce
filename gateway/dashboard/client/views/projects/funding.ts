// Question 16 as bars: what was pledged to each project and what arrived, beside what it needs; each figure for itself.
import { isEmpty, missingAmounts, type Total } from './money';
import type { Project } from './tables';

export interface FundingBar {
  project: Project;
  /** Whole fen; null where an amount is masked or not stated, or nothing was answered. */
  pledged: string | null;
  delivered: string | null;
  target: string | null;
  /** Whether an amount is missing from what was pledged or delivered. */
  isPartial: boolean;
}

/** Projects of which an amount is known, largest first. A part is never here, so nothing is counted twice. */
export function fundingBars(projects: Project[]): FundingBar[] {
  return projects
    .map((project) => ({
      project,
      pledged: knownOf(project.contributionSummary?.pledged),
      delivered: knownOf(project.contributionSummary?.delivered),
      target: project.planned?.fen ?? null,
      isPartial: lacks(project.contributionSummary?.pledged) || lacks(project.contributionSummary?.delivered),
    }))
    .filter(({ pledged, delivered }) => isSome(pledged) || isSome(delivered))
    .sort((a, b) => compareFen(largestOf(b), largestOf(a)));
}

/** Projects without a known pledge or delivery: named, not drawn as zero. */
export function withoutBars(projects: Project[]): Project[] {
  const drawn = new Set(fundingBars(projects).map(({ project }) => project.id));
  return projects.filter(({ id }) => !drawn.has(id));
}

function knownOf(total: Total | null | undefined): string | null {
  return !total || isEmpty(total) ? null : total.fen;
}

function lacks(total: Total | null | undefined): boolean {
  return !total || missingAmounts(total) > 0;
}

function isSome(fen: string | null): boolean {
  return fen !== null && BigInt(fen) > 0n;
}

function largestOf({ pledged, delivered }: FundingBar): bigint {
  const [a, b] = [BigInt(pledged ?? 0), BigInt(delivered ?? 0)];
  return a > b ? a : b;
}

function compareFen(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For the place of a mark on a chart only; what is written is exact. */
export function toWan(fen: string | null): number | null {
  return fen === null ? null : Number(fen) / 1_000_000;
}
