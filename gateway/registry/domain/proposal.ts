// A change that waits for a yes: what would change, in full, and who has said what.
import type { Finding, Verdict } from '../verdict';
import type { ProposedChange } from './change';

export type ProposalState = 'WAITING' | 'APPROVED' | 'REJECTED' | 'SUPERSEDED' | 'EXPIRED';

export interface Approval {
  home: string;
  at: string;
  reason: string;
  /** The findings that the approver was shown; a later one needs a new yes. */
  saw: string[];
}

export interface Proposal {
  id: string;
  change: ProposedChange;
  /** Kind and name of what changes; a newer proposal for the same takes the place of a waiting one. */
  subject: string;
  by: string;
  token: string;
  from: string;
  at: string;
  /** The version that the verdict and the diff are against. */
  base: number;
  verdict: Verdict;
  /** Of the published text against the one in the graph, as a unified diff. */
  diff: string;
  approvals: Approval[];
  state: ProposalState;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
  /** The version that came of it. */
  version: number | null;
}

export function findingKey({ rule, coordinate, approver, sentence }: Finding): string {
  return [rule, coordinate ?? sentence.en, approver].join(' ');
}

/** Who must still say yes, each once. */
export function openApprovers(verdict: Verdict, approvals: Approval[]): string[] {
  const open = verdict.findings.filter(
    (finding) => finding.severity === 'NEEDS_APPROVAL' && !isApproved(finding, approvals),
  );
  return [...new Set(open.flatMap(({ approver }) => approver ?? []))].sort();
}

function isApproved(finding: Finding, approvals: Approval[]): boolean {
  return approvals.some(({ home, saw }) => home === finding.approver && saw.includes(findingKey(finding)));
}
