// What the verbs read and write; the store keeps it in a database, every change whole or not at all.
import type { RecordedUse } from '../check/check-input';
import type { UseCount } from '../../usage/use-count';
import type { AuditDraft, AuditEntry, AuditHead } from './audit-chain';
import type { HomeMove, MoveState } from './home-move';
import type { Member } from './member';
import type { Proposal, ProposalState } from './proposal';
import type { RegistrySettings } from './settings';
import type { Token } from './token';
import type { Version, VersionDraft, VersionEntry, VersionOutline } from './version';

export interface Page {
  /** Only what is older. */
  before?: number;
  limit: number;
}

export interface ReadingBook {
  /** 0 before the first version. */
  headNumber(): Promise<number>;
  version(number: number): Promise<Version | null>;
  /** Without the texts, whose hashes stand in their place: also of a version whose texts are damaged. */
  outline(number: number): Promise<VersionOutline | null>;
  /** Newest first, without the texts. */
  history(page: Page): Promise<VersionEntry[]>;
  member(home: string): Promise<Member | null>;
  members(): Promise<Member[]>;
  tokenByHash(hash: string): Promise<Token | null>;
  token(id: string): Promise<Token | null>;
  tokensOf(home: string): Promise<Token[]>;
  proposal(id: string): Promise<Proposal | null>;
  /** Newest first, at most 500. */
  proposals(state?: ProposalState): Promise<Proposal[]>;
  move(id: string): Promise<HomeMove | null>;
  /** Those that are not over. */
  openMoves(): Promise<HomeMove[]>;
  /** Newest first, at most 500. */
  moves(): Promise<HomeMove[]>;
  /** Oldest first. */
  audit(after: number, limit: number): Promise<AuditEntry[]>;
  auditHead(): Promise<AuditHead | null>;
  /** What the street has set; the rest is at its default. */
  settings(): Promise<Partial<RegistrySettings>>;
  usageSince(day: string): Promise<RecordedUse[]>;
}

export interface WritingBook extends ReadingBook {
  /** The version after `base`. Throws HeadMoved when `base` is no longer the newest. */
  append(base: number, draft: VersionDraft): Promise<Version>;
  saveMember(member: Member): Promise<void>;
  addToken(token: Token): Promise<void>;
  /** Whatever else became of it meanwhile stays as it is. */
  touchToken(id: string, day: string): Promise<void>;
  /** One token, or all of a home; those that were revoked before keep their time. */
  revokeTokens(which: Pick<Token, 'id'> | Pick<Token, 'home'>, at: string): Promise<void>;
  saveProposal(proposal: Proposal): Promise<void>;
  beginMove(move: HomeMove): Promise<void>;
  /** False, and nothing is written, when the move is no longer in that state. */
  advanceMove(id: string, from: MoveState, to: Partial<HomeMove>): Promise<boolean>;
  note(draft: AuditDraft): Promise<void>;
  saveSettings(settings: Partial<RegistrySettings>): Promise<void>;
  addUse(counts: UseCount[]): Promise<void>;
  dropUseBefore(day: string): Promise<void>;
  /** False, and nothing is written, when the report was taken before. `day`: today. */
  takeReport(id: string, day: string): Promise<boolean>;
  dropReportsBefore(day: string): Promise<void>;
}

/** Another version came in between: what was checked against the older one must be checked again. */
export class HeadMoved extends Error {
  override readonly name = 'HeadMoved';
}

export interface Store {
  read: ReadingBook;
  /** One transaction: whole or not at all. It may run more than once. */
  change<Result>(work: (book: WritingBook) => Promise<Result>): Promise<Result>;
  /** While the work goes on, no other registry on the same database does such work. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
