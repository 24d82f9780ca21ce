// What a field asks of whoever reads it, as texts that can be compared; all of a field's must be granted.
import type { SignedActor } from '../../schema/actor-signature';

/**
 * `authenticated`, `write`, or `scopes`/`policies` with lists of which one must be held whole, as JSON. The same requirement
 * has the same text wherever it is written.
 */
export type Requirement = string;

export const AUTHENTICATED: Requirement = 'authenticated';
/** Of every mutation: a dashboard's service and a screen only read. */
export const WRITE: Requirement = 'write';

/** A home's outbox delivers its mutations under this scope. */
const OUTBOX_SCOPE = 'outbox';
/** A router that enforces the published rules itself is asked nothing more. */
export const ROUTER_SCOPE = 'router:enforces-access';

export function requirementOf(
  kind: 'scopes' | 'policies',
  choices: readonly (readonly string[])[],
): Requirement {
  const sorted = choices.map((each) => [...new Set(each)].sort()).map((each) => JSON.stringify(each));
  return `${kind} [${[...new Set(sorted)].sort().join(',')}]`;
}

export function isGranted(requirement: Requirement, actor: SignedActor | undefined): boolean {
  // Nobody is refused for the sake of writing alone: whether he must sign in is another requirement.
  if (requirement === WRITE) return !actor || mayWrite(actor);
  if (!actor) return false;
  if (requirement === AUTHENTICATED) return true;
  const held = heldBy(actor, requirement.startsWith('scopes') ? 'scopes' : 'policies');
  return choicesOf(requirement).some((all) => all.every((each) => held.has(each)));
}

function mayWrite({ kind, scopes }: SignedActor): boolean {
  return kind === 'office' || (kind === 'service' && scopes.includes(OUTBOX_SCOPE));
}

/** Policies that are evaluated here; a policy of another name is granted to nobody. */
function heldBy(
  { kind, organization, scopes }: SignedActor,
  what: 'scopes' | 'policies',
): ReadonlySet<string> {
  return new Set(what === 'scopes' ? scopes : [`kind:${kind}`, `organization:${organization}`]);
}

function choicesOf(requirement: Requirement): string[][] {
  return JSON.parse(requirement.slice(requirement.indexOf('['))) as string[][];
}

/** In words, for the sentence that refuses. */
export function describe(requirement: Requirement): { zh: string; en: string } {
  if (requirement === AUTHENTICATED) return { zh: '登录', en: 'a signed-in office' };
  if (requirement === WRITE)
    return { zh: '可以办理的岗位（此令牌只能查询）', en: 'an office that may act (this token only reads)' };
  const choices = choicesOf(requirement);
  const [zh, en] = requirement.startsWith('scopes') ? ['权限', 'scopes'] : ['策略', 'policies'];
  return {
    zh: `${zh} ${choices.map((all) => all.join('+')).join(' 或 ')}`,
    en: `the ${en} ${choices.map((all) => all.join('+')).join(' or ')}`,
  };
}
