// Tokens: shown once, kept hashed; several are valid at once, so that one is replaced without a pause.
import type { Actor, Purpose } from '../domain/actor';
import type { WritingBook } from '../domain/book';
import { hashSecret, isSecret, isValid, makeSecret, type Token } from '../domain/token';
import { auditOf } from './note';
import { requireOwner, requirePublisher, requireReader, requireStreet, signedIn } from './permissions';
import { badDays, badText, readsOnly, tooManyTokens, unknown } from './refusals';
import type { RegistryGround } from './registry-ground';

export interface IssuedToken {
  token: Token;
  /** The only time that it is shown. */
  secret: string;
}

export interface TokenDraft {
  home: string;
  purpose: Purpose;
  label: string;
  /** Days; null never expires. */
  days: number | null;
}

const MAX_VALID = 20;
const MAX_DAYS = 3_660;
/** One line that is not blank. */
const LABEL = /^(?=.*\S)[^\p{Cc}\p{Cs}]{1,200}$/u;
const DAY_MS = 86_400_000;

/** Who holds this secret, and null for one that is unknown, expired or revoked. */
export async function identify(ground: RegistryGround, secret: string, from: string): Promise<Actor | null> {
  if (!isSecret(secret)) return null;
  const now = ground.now().toISOString();
  const token = await ground.store.read.tokenByHash(hashSecret(secret));
  if (!token || !isValid(token, now)) return null;
  const today = now.slice(0, 10);
  if (token.lastUsedOn !== today) await ground.store.change((book) => book.touchToken(token.id, today));
  return { purpose: token.purpose, home: token.home, token: token.id, from };
}

/** A member makes tokens for itself, the street for anybody. The old ones stay valid until they are revoked. */
export async function rotateToken(
  ground: RegistryGround,
  actor: Actor | null,
  draft: TokenDraft,
): Promise<IssuedToken> {
  const issuer = await requirePublisher(ground, actor);
  requireOwner(issuer, draft.home, draft.home);
  if (draft.purpose !== 'MEMBER') requireStreet(issuer, `a token for ${draft.purpose}`);
  const member = await ground.store.read.member(draft.home);
  if (!member)
    throw unknown(
      'organization',
      draft.home,
      (await ground.store.read.members()).map(({ home }) => home),
    );
  if (!LABEL.test(draft.label)) throw badText('label', 200);
  if (draft.days !== null && !(draft.days >= 1 && draft.days <= MAX_DAYS))
    throw badDays(draft.days, MAX_DAYS);
  return ground.store.change(async (book) => {
    const issued = await issueToken(ground, book, draft);
    const details = {
      id: issued.token.id,
      purpose: draft.purpose,
      label: draft.label,
      expiresAt: issued.token.expiresAt,
    };
    await book.note(auditOf(ground, issuer, { verb: 'ROTATE_TOKEN', subject: draft.home, details }));
    return issued;
  });
}

export async function issueToken(
  { now, newId }: RegistryGround,
  book: WritingBook,
  { home, purpose, label, days }: TokenDraft,
  secret = makeSecret(),
): Promise<IssuedToken> {
  const at = now();
  const valid = (await book.tokensOf(home)).filter((token) => isValid(token, at.toISOString()));
  if (valid.length >= MAX_VALID) throw tooManyTokens(MAX_VALID);
  const token: Token = {
    id: newId(),
    hash: hashSecret(secret),
    purpose,
    home,
    label,
    createdAt: at.toISOString(),
    expiresAt: days === null ? null : new Date(at.getTime() + days * DAY_MS).toISOString(),
    revokedAt: null,
    lastUsedOn: null,
  };
  await book.addToken(token);
  return { token, secret };
}

export async function revokeToken(ground: RegistryGround, actor: Actor | null, id: string): Promise<Token> {
  const revoker = signedIn(actor);
  if (revoker.purpose === 'GATEWAY') throw readsOnly();
  const token = await ground.store.read.token(id);
  await requireReader(ground, revoker, token?.home);
  if (!token) throw unknown('token', id);
  requireOwner(revoker, token.home, id);
  return ground.store.change(async (book) => {
    await book.revokeTokens({ id }, ground.now().toISOString());
    await book.note(auditOf(ground, revoker, { verb: 'REVOKE_TOKEN', subject: token.home, details: { id } }));
    return (await book.token(id))!;
  });
}

/** Without the secrets: those are nowhere. */
export async function listTokens(
  ground: RegistryGround,
  actor: Actor | null,
  home: string,
): Promise<Token[]> {
  const reader = await requireReader(ground, actor, home);
  requireOwner(reader, home, home);
  return ground.store.read.tokensOf(home);
}
