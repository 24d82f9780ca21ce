// Reads a verified token's claims into who asks: an office and its organization, never a person.
import type { JWTPayload } from 'jose';
import type { SignedActor } from '../../schema/actor-signature';
import { type Sentence, quote } from '../../schema/codes';
import { parseId } from '../../schema/id';

/** What the claims of a provider are called. */
export interface ClaimNames {
  office: string;
  organization: string;
  /** `office` where it is absent. */
  kind: string;
  /** A list, or words in one text. */
  scopes: string;
}

const KINDS = ['office', 'service', 'device'] as const;
const LONGEST_OFFICE = 100;
const MOST_SCOPES = 50;

/** A sentence when the claims name no office, or name it in another way than expected. */
export function readActor(claims: JWTPayload, names: ClaimNames): SignedActor | Sentence {
  const [office, organization] = [claims[names.office], claims[names.organization]];
  if (typeof office !== 'string' || office.trim() === '' || office.length > LONGEST_OFFICE)
    return noOffice(names);
  if (parseId(organization)?.kind !== undefined || !parseId(organization))
    return noOrganization(names, organization);
  const kind = KINDS.find((each) => each === (claims[names.kind] ?? 'office'));
  if (!kind) return unknownKind(names, claims[names.kind]);
  return { office, organization: organization as string, kind, scopes: readScopes(claims[names.scopes]) };
}

function readScopes(claim: unknown): string[] {
  const words = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  const scopes = words.filter(
    (each): each is string => typeof each === 'string' && /^[\x21-\x7e]{1,100}$/.test(each),
  );
  return [...new Set(scopes)].sort().slice(0, MOST_SCOPES);
}

const noOffice = ({ office }: ClaimNames): Sentence => ({
  zh: `令牌没有岗位（声明 ${quote(office)}）；只写明个人的令牌不能用。请用写明岗位和单位的令牌。`,
  en: `The token names no office (claim ${quote(office)}); one that only names a person is not accepted. Use a token that names an office and its organization.`,
});

const noOrganization = ({ organization }: ClaimNames, said: unknown): Sentence => ({
  zh: `令牌的单位（声明 ${quote(organization)}）是 ${quote(said)}；应为图中一个单位的编号，例如 demo-community。`,
  en: `The token's organization (claim ${quote(organization)}) is ${quote(said)}; expected the id of an organization of the graph, e.g. demo-community.`,
});

const unknownKind = ({ kind }: ClaimNames, said: unknown): Sentence => ({
  zh: `令牌的种类（声明 ${quote(kind)}）是 ${quote(said)}；应为 office、service 或 device。`,
  en: `The token's kind (claim ${quote(kind)}) is ${quote(said)}; expected office, service or device.`,
});
