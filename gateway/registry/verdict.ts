// What a check says of a publication: one verdict with every reason at once, each a sentence with its place and what to do.
import type { Sentence } from '../../schema/codes';

/** `ERROR` refuses; `NEEDS_APPROVAL` waits for the named approver's yes; `WARNING` is only said. */
export type Severity = 'ERROR' | 'NEEDS_APPROVAL' | 'WARNING';

export interface Finding {
  /** The rule that found it, e.g. `COMPOSITION`, `FIELD_STOLEN`, `PERSONAL_DATA`. */
  rule: string;
  severity: Severity;
  /** What is wrong, and what was expected. */
  sentence: Sentence;
  /** What to do about it. */
  suggestion?: Sentence;
  /** In the published SDL, counted from 1. */
  at?: { line: number; column: number };
  /** Schema coordinate, e.g. `SharedResource.price`. */
  coordinate?: string;
  /** Whose yes is needed: the home of an owner, or of the street. Only with `NEEDS_APPROVAL`. */
  approver?: string;
}

/** One difference of the composed API. `inUseBy` names the operations that really use what changes. */
export interface ApiChange {
  coordinate: string;
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  criticality: 'SAFE' | 'DANGEROUS' | 'BREAKING';
  sentence: Sentence;
  inUseBy: string[];
}

export interface Verdict {
  outcome: 'ACCEPTED' | 'NEEDS_APPROVAL' | 'REFUSED';
  findings: Finding[];
  /** Of the composed API, not of the SDL; empty when it does not compose. */
  changes: ApiChange[];
}

/** The worst of the findings decides. */
export function verdictOf(findings: Finding[], changes: ApiChange[] = []): Verdict {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
  const outcome = has('ERROR') ? 'REFUSED' : has('NEEDS_APPROVAL') ? 'NEEDS_APPROVAL' : 'ACCEPTED';
  return { outcome, findings, changes };
}
