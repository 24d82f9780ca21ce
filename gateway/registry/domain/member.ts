// An organization that publishes, or asks to.

export type MemberState = 'ASKED' | 'MEMBER' | 'REFUSED';

export interface Member {
  home: string;
  name: string;
  /** The homes that it may serve, its own among them. */
  homes: string[];
  /** What it means to serve by a shard of its own; until then its homes are listed as not joined. */
  contracts: string[];
  state: MemberState;
  since: string;
}
