// The facts that five source documents state, as they were taken down; every record names its document and paragraph.
import json from './source-facts.json';

export interface Source {
  document: string;
  paragraph: number;
}

/** A record of the facts file; which members there are depends on its list. */
export interface Fact {
  id: string;
  source: Source;
  note?: string | null;
  [member: string]: unknown;
}

export type FactList =
  | 'mechanisms'
  | 'organisations'
  | 'offices'
  | 'jointConferences'
  | 'agreements'
  | 'agreementTasks'
  | 'pairings'
  | 'commitments'
  | 'resources'
  | 'serviceStations'
  | 'needs'
  | 'jointProjects'
  | 'activities'
  | 'indicators'
  | 'documents'
  | 'honours';

export function facts(list: FactList): Fact[] {
  return json[list] as unknown as Fact[];
}

/** The source documents: file name → title. */
export const sourceDocuments: Record<string, string> = json.meta.documents;

/** Known doubts about the sources, shown and not repaired. */
export const dataQuality: { id: string; file: string; issue: string }[] = json.dataQuality;

/** A member as text; null when the fact does not state it. */
export function text(fact: Fact, member: string): string | null {
  const value = fact[member];
  return typeof value === 'string' ? value : null;
}

/** A member as a number; null when the fact does not state it. */
export function figure(fact: Fact, member: string): number | null {
  const value = fact[member];
  return typeof value === 'number' ? value : null;
}
