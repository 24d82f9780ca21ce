// Asking to join: the organization gets its token at once, and it is worth nothing until the street says yes.
import { parseId } from '../../../schema/id';
import type { Actor } from '../domain/actor';
import type { Member } from '../domain/member';
import { assess } from './assess';
import { expireRequests } from './expire-requests';
import { auditOf } from './note';
import { alreadyThere, badHome, badText, tooManyHomes, unknown } from './refusals';
import { readHead, type RegistryGround } from './registry-ground';
import { newProposal, noteOf, refuseFullLine } from './submit';
import { issueToken, type IssuedToken } from './tokens';

export interface JoinRequest {
  home: string;
  name: string;
  /** Further homes that it serves, such as a branch of its own. */
  homes?: string[];
  /** What it means to serve by a shard of its own; until then it is listed as not joined. */
  contracts?: string[];
}

export interface Joining extends IssuedToken {
  proposal: string;
}

const MAX_HOMES = 20;
/** Asked without a token, so that anybody could fill the street's list. */
const MAX_NAME = 100;

export async function join(ground: RegistryGround, request: JoinRequest, from: string): Promise<Joining> {
  const { home, name, homes, contracts } = readRequest(ground, request);
  const actor: Actor = { purpose: 'MEMBER', home, token: '', from };
  const change = { kind: 'JOIN', home, name, homes, contracts } as const;
  return ground.turn(async () => {
    const head = await readHead(ground);
    const assessed = await assess(ground, change, head);
    const proposal = newProposal(ground, actor, { change, assessed, base: head?.number ?? 0 });
    return ground.store.change(async (book) => {
      await expireRequests(ground, book);
      const known = await book.member(home);
      if (known && known.state !== 'REFUSED') throw alreadyThere(home);
      await refuseTakenHomes(await book.members(), homes, home);
      await refuseFullLine(book, change);
      await book.saveMember({ home, name, homes, contracts, state: 'ASKED', since: proposal.at });
      // Whoever asked before and was refused holds a token of this home: it must not come alive with the next request.
      await book.revokeTokens({ home }, proposal.at);
      await book.saveProposal(proposal);
      const issued = await issueToken(ground, book, { home, purpose: 'MEMBER', label: 'join', days: null });
      await book.note(
        auditOf(ground, actor, noteOf(change, assessed.verdict, { proposal: proposal.id, homes, contracts })),
      );
      return { ...issued, proposal: proposal.id };
    });
  });
}

function readRequest(
  { contracts: known }: RegistryGround,
  { home, name, homes = [], contracts = [] }: JoinRequest,
) {
  const own = [...new Set([home, ...homes])];
  const bad = own.find((each) => !isHome(each));
  if (bad !== undefined) throw badHome(bad);
  if (own.length > MAX_HOMES) throw tooManyHomes(MAX_HOMES);
  if (!/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u.test(name.trim()) || name.length > MAX_NAME)
    throw badText('name', MAX_NAME);
  const sharded = known.filter(({ answeredBy }) => answeredBy === 'sharded').map((contract) => contract.name);
  const strange = contracts.find((contract) => !sharded.includes(contract));
  if (strange !== undefined) throw unknown('contract', strange, sharded);
  return { home, name: name.trim(), homes: own, contracts: [...new Set(contracts)] };
}

function isHome(home: string): boolean {
  const id = parseId(home);
  return id !== null && id.kind === undefined;
}

/** A home belongs to one organization. */
async function refuseTakenHomes(members: Member[], homes: string[], by: string): Promise<void> {
  const other = members.find(
    (member) =>
      member.home !== by && member.state !== 'REFUSED' && member.homes.some((home) => homes.includes(home)),
  );
  if (other) throw alreadyThere(other.homes.find((home) => homes.includes(home))!);
}
