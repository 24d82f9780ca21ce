// Asking a shard past the gateway: unsigned, under a signature that is not for this, or for somebody whom it does not concern.
import { generateKeyPairSync } from 'node:crypto';
import type { ActorClaims, SignedActor } from '../../../../schema/actor-signature';
import { isAbsent, isNotDone, isUnauthenticated, isUnrecognized, type Told } from '../attempt';
import type { AttemptGround, GroundAttempt } from '../attempt-ground';
import type { SecretIds } from '../hide-secrets';
import { OTHER } from '../organizations';

type Body = (ids: SecretIds) => string;

const READ: Body = () => JSON.stringify({ query: '{ bookings { edges { node { purpose } } } }' });
const VOTES: Body = () => JSON.stringify({ query: '{ _service { sdl } votes { totalCount } }' });
const ENTITIES: Body = ({ booking, need }) =>
  JSON.stringify({
    query:
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { purpose } ... on Need { text } } }',
    variables: {
      r: [
        { __typename: 'Booking', id: booking },
        { __typename: 'Need', id: need },
      ],
    },
  });
const DRAFT_KEY: Body = ({ need }) =>
  JSON.stringify({
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Need { text } } }',
    variables: { r: [{ __typename: 'Need', id: need }] },
  });
const WRITE: Body = ({ need }) =>
  JSON.stringify({ query: `mutation { it: submitNeed(input: { id: "${need}" }) { refusal { code } } }` });

const school: SignedActor = { office: '教务处', organization: OTHER, kind: 'office', scopes: [] };
const seconds = () => Math.floor(Date.now() / 1000);

type Make = (ground: AttemptGround) => Promise<Told>;

const unsigned =
  (body: Body, contract?: string): Make =>
  ({ straight, ids }) =>
    straight(body(ids), undefined, contract);

/** Signed as the gateway signs, but for what is given. */
const signed =
  (body: Body, more: () => Partial<ActorClaims>): Make =>
  ({ straight, sign, ids }) =>
    straight(body(ids), sign(body(ids), more()));

const underSignatureOf =
  (signedBody: Body, body: Body): Make =>
  ({ straight, sign, ids }) =>
    straight(body(ids), sign(signedBody(ids)));

const byOwnKey: Make = ({ straight, sign, ids }) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return straight(ENTITIES(ids), sign(ENTITIES(ids), {}, { privateKey }));
};

/** The signature is one for nobody. */
const withActorAltered: Make = ({ straight, sign, ids }) => {
  const body = ENTITIES(ids);
  const [head, , signature] = sign(body, { actor: undefined }).split('.');
  const [, claims] = sign(body).split('.');
  return straight(body, `${head}.${claims}.${signature}`);
};

const captured: Make = async ({ straight, sign, ids }) => {
  const signature = sign(WRITE(ids), { actor: school });
  const first = await straight(WRITE(ids), signature);
  if (!isNotDone(first)) throw new Error(`the first was answered ${JSON.stringify(first)}`);
  return straight(WRITE(ids), signature);
};

export const straightToAShard: GroundAttempt[] = [
  ['a list, unsigned', unsigned(READ), isUnrecognized],
  ['_entities, unsigned', unsigned(ENTITIES), isUnrecognized],
  ['the SDL and votes, unsigned', unsigned(VOTES, 'conference'), isUnrecognized],
  ['a mutation, unsigned', unsigned(WRITE), isUnrecognized],
  ['_entities, signed for another shard', signed(ENTITIES, () => ({ aud: OTHER })), isUnrecognized],
  ['_entities, signed for another body', underSignatureOf(READ, ENTITIES), isUnrecognized],
  ['a mutation under the signature of a read', underSignatureOf(READ, WRITE), isUnrecognized],
  [
    '_entities, signed long ago',
    signed(ENTITIES, () => ({ iat: 1_700_000_000, exp: 1_700_000_060 })),
    isUnrecognized,
  ],
  ['_entities, signed for a long life', signed(ENTITIES, () => ({ exp: seconds() + 3600 })), isUnrecognized],
  ['_entities, signed by the shard itself', byOwnKey, isUnrecognized],
  ['_entities, with the actor altered', withActorAltered, isUnrecognized],
  [
    'a draft by its key, signed for another organization',
    signed(DRAFT_KEY, () => ({ actor: school })),
    isAbsent,
  ],
  ['a draft by its key, signed for nobody', signed(DRAFT_KEY, () => ({ actor: undefined })), isAbsent],
  ['a mutation, signed for nobody', signed(WRITE, () => ({ actor: undefined })), isUnauthenticated],
  ['a mutation that was captured, again', captured, isUnauthenticated],
];
