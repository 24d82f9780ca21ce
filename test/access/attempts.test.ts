// Attempts to read and to do what one may not, against the real contracts: each is refused, and what is refused is never fetched.
import { generateKeyPairSync, createPublicKey, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ACTOR_HEADER,
  hashBody,
  keyIdOf,
  signActor,
  type ActorClaims,
  type ActorKey,
  type SignedActor,
} from '../../schema/actor-signature';
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { runDemonstration, type Answer, type RunningDemonstration } from '../kit/run-demonstration';
import { openSignIn, type SignIn } from '../kit/sign-in';
import { publicAttempts } from './kit/public-attempts';

const OWNER = 'demo-community';
const OTHER = 'demo-school';

let demonstration: RunningDemonstration;
let signIn: SignIn;
let key: ActorKey;
let draft: string;
let resource: string;
let booking: string;
const came: { shard: string; body: string }[] = [];

beforeAll(async () => {
  signIn = await openSignIn();
  const { privateKey } = generateKeyPairSync('ed25519');
  key = { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
  const actorKeyPath = join(mkdtempSync(join(tmpdir(), 'lianxi-key-')), 'key.pem');
  writeFileSync(actorKeyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const shards = SHARDS.filter(({ name }) => ['street', 'demo-community', 'demo-school'].includes(name));
  const onAsked = (shard: string, body: string) => void came.push({ shard, body });
  demonstration = await runDemonstration({ signIn, shards, onAsked, config: { actorKeyPath } });
  draft = (
    await as(
      OWNER,
      `mutation { it: createNeed(input: { home: "${OWNER}", text: "需要投影仪" }) { need { id } } }`,
    )
  ).data.it.need.id;
  const made = `mutation { it: createSharedResource(input: { home: "${OWNER}", name: "会议室", kind: VENUE, exclusive: true }) { sharedResource { id } refusal { message } } }`;
  resource = (await as(OWNER, made)).data?.it?.sharedResource?.id ?? '';
  const bookings = `{ organization(id: "${OWNER}") { receivedBookings(first: 1) { edges { node { id } } } } }`;
  const received = (await as(OTHER, bookings)).data.organization.receivedBookings;
  booking = received.edges[0].node.id;
}, 240_000);
afterAll(() => demonstration?.stop());

async function as(
  organization: string | null,
  query: string,
  more: Partial<SignedActor> = {},
): Promise<Answer> {
  const authorization = organization === null ? undefined : await signIn.as(organization, more);
  return demonstration.ask(query, undefined, authorization);
}

const codes = ({ errors = [] }: Answer) => [...new Set(errors.map(({ extensions }) => extensions?.code))];

test('the ground is as the attempts want it', () => {
  expect(draft).toMatch(/^demo-community\.need\./);
  expect(resource).toMatch(/^demo-community\.resource\./);
  expect(booking).toMatch(/^demo-community\.booking\./);
});

describe('of nobody, through the gateway', () => {
  test.each(publicAttempts(OWNER, OTHER))('%s', async (_, query, word) => {
    came.length = 0;
    const answer = await as(null, query);
    expect(codes(answer).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    const fetched = came.map(({ body }) => body).join('\n');
    expect(fetched).not.toContain(word);
    if (answer.errors === undefined)
      expect(JSON.stringify(answer.data)).not.toMatch(
        /"(?:purpose|why|choice|officePhone|changedByOffice)":"/,
      );
  });

  test('no rows, no error: all is as if nothing were there to be read', async () => {
    const { data, errors } = await as(null, '{ votes { totalCount edges { node { choice } } } }');
    expect([data, errors?.map(({ path, extensions }) => [path, extensions?.code])]).toEqual([
      { votes: null },
      [[['votes'], 'FORBIDDEN']],
    ]);
  });
});

describe('of another organization', () => {
  test.each<[string, () => string]>([
    ['its draft by id', () => `{ it: need(id: "${draft}") { id text } }`],
    ['its draft among several', () => `{ it: needById(ids: ["${draft}"]) { id text } }`],
    ['its resource in draft', () => `{ it: sharedResource(id: "${resource}") { id name } }`],
  ])('%s: is not there', async (_, query) => {
    for (const who of [null, OTHER]) {
      const { data } = await as(who, query());
      expect([data.it].flat()).toEqual([null]);
    }
    expect([(await as(OWNER, query())).data.it].flat()).toEqual([
      expect.objectContaining({ id: expect.any(String) }),
    ]);
  });

  test.each<[string, string, (data: any) => unknown]>([
    [
      'lists',
      '{ needs(filter: { state: [DRAFT] }) { totalCount edges { node { id } } pageInfo { hasNextPage } } }',
      ({ needs }) => [needs.totalCount, needs.edges.length],
    ],
    [
      'counts',
      '{ needSummary(filter: { state: [DRAFT] }) { count } }',
      ({ needSummary }) => [needSummary.count, needSummary.count],
    ],
    [
      'groups',
      '{ needSummary(groupBy: [STATE]) { groups { key count } } }',
      ({ needSummary }) =>
        needSummary.groups
          .filter(({ key }: { key: string }) => key.includes('DRAFT'))
          .map(({ count }: { count: number }) => count)
          .concat([0, 0])
          .slice(0, 1)
          .flatMap((count: number) => [count, count]),
    ],
    [
      'lists of its owner',
      `{ organization(id: "${OWNER}") { needs(filter: { state: [DRAFT] }) { totalCount edges { node { id } } } } }`,
      ({ organization }) => [organization.needs.totalCount, organization.needs.edges.length],
    ],
  ])('its drafts in %s: are not counted', async (_, query, count) => {
    for (const [who, times] of [
      [null, 0],
      [OTHER, 0],
      [OWNER, 1],
    ] as const) {
      const answer = await as(who, query);
      expect(count(answer.data)).toEqual([times, times]);
    }
  });

  test('the purpose of a booking that does not concern it: the owner of the row refuses', async () => {
    const query = `{ it: booking(id: "${booking}") { id purpose requester { id } } }`;
    const stranger = await as('demo-street', query);
    expect([stranger.data.it.purpose, codes(stranger)]).toEqual([null, ['FORBIDDEN']]);
    for (const who of [OWNER, stranger.data.it.requester.id as string])
      expect(codes(await as(who, query))).toEqual([]);
  });

  test.each<[string, () => string]>([
    [
      'a need for it',
      () => `mutation { it: createNeed(input: { home: "${OWNER}", text: "x" }) { refusal { __typename } } }`,
    ],
    ['its draft', () => `mutation { it: submitNeed(input: { id: "${draft}" }) { refusal { __typename } } }`],
    [
      'its booking',
      () => `mutation { it: approveBooking(input: { id: "${booking}" }) { refusal { __typename } } }`,
    ],
    [
      'its resource',
      () => `mutation { it: listSharedResource(input: { id: "${resource}" }) { refusal { __typename } } }`,
    ],
  ])('%s: not done', async (_, mutation) => {
    const { data } = await as(OTHER, mutation());
    expect(data.it.refusal.__typename).toMatch(/^(?:NotAllowed|NotFound)/);
  });

  test.each([['device'], ['service']] as const)(
    'a token of a %s does nothing, not even at home, and nothing is sent',
    async (kind) => {
      came.length = 0;
      const answer = await as(OWNER, `mutation { it: submitNeed(input: { id: "${draft}" }) { replayed } }`, {
        kind,
      });
      expect([answer.data, codes(answer), came]).toEqual([{ it: null }, ['FORBIDDEN'], []]);
    },
  );
});

describe('straight to a shard', () => {
  const READ = JSON.stringify({ query: '{ bookings { edges { node { purpose } } } }' });
  const ENTITIES = () =>
    JSON.stringify({
      query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { purpose } } }',
      variables: { r: [{ __typename: 'Booking', id: booking }] },
    });
  const VOTES = JSON.stringify({ query: '{ _service { sdl } votes { totalCount } }' });
  const WRITE = () =>
    JSON.stringify({
      query: `mutation { submitNeed(input: { id: "${draft}" }) { refusal { __typename } replayed } }`,
    });
  const actor: SignedActor = { office: '综合办公室', organization: OWNER, kind: 'office', scopes: [] };
  const claimsOf = (body: string, more: Partial<ActorClaims> = {}): ActorClaims => {
    const iat = Math.floor(Date.now() / 1000);
    return {
      iss: 'lianxi-gateway',
      aud: 'demo-community',
      iat,
      exp: iat + 60,
      jti: randomUUID(),
      bh: hashBody(body),
      actor,
      ...more,
    };
  };

  async function post(contract: string, body: string, signature?: string) {
    const { url } = demonstration.shards.get('demo-community')!;
    const headers = { 'content-type': 'application/json', ...(signature && { [ACTOR_HEADER]: signature }) };
    const response = await fetch(`${url}/${contract}`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  test.each<[string, string, () => string, (body: string) => string | undefined]>([
    ['a list, unsigned', 'sharing', () => READ, () => undefined],
    ['_entities, unsigned', 'sharing', ENTITIES, () => undefined],
    ['the SDL and votes, unsigned', 'conference', () => VOTES, () => undefined],
    ['a mutation, unsigned', 'sharing', WRITE, () => undefined],
    [
      '_entities, signed for another shard',
      'sharing',
      ENTITIES,
      (body) => signActor(claimsOf(body, { aud: 'demo-school' }), key),
    ],
    ['_entities, signed for another body', 'sharing', ENTITIES, () => signActor(claimsOf(READ), key)],
    ['a mutation under the signature of a read', 'sharing', WRITE, () => signActor(claimsOf(READ), key)],
    [
      '_entities, signed long ago',
      'sharing',
      ENTITIES,
      (body) => signActor(claimsOf(body, { iat: 1_700_000_000, exp: 1_700_000_060 }), key),
    ],
    [
      '_entities, signed for a long life',
      'sharing',
      ENTITIES,
      (body) => signActor(claimsOf(body, { exp: Math.floor(Date.now() / 1000) + 3600 }), key),
    ],
    [
      '_entities, signed by the shard itself',
      'sharing',
      ENTITIES,
      (body) => signActor(claimsOf(body), { ...key, privateKey: generateKeyPairSync('ed25519').privateKey }),
    ],
    [
      '_entities, signed with the actor altered',
      'sharing',
      ENTITIES,
      (body) => {
        const [head, , signature] = signActor(claimsOf(body, { actor: undefined }), key).split('.');
        return `${head}.${Buffer.from(JSON.stringify(claimsOf(body))).toString('base64url')}.${signature}`;
      },
    ],
  ])('%s: 401, and nothing is said', async (_, contract, body, sign) => {
    const { status, text } = await post(contract, body(), sign(body()));
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('a mutation that was captured: once, and not again', async () => {
    const body = WRITE();
    const signature = signActor(claimsOf(body, { actor: { ...actor, organization: OTHER } }), key);
    expect((await post('sharing', body, signature)).text).toContain('NotAllowed');
    expect((await post('sharing', body, signature)).text).toContain('UNAUTHENTICATED');
  });
});

describe('as another router, at /shards', () => {
  async function ask(contract: string, query: string, authorization?: string, variables?: object) {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${demonstration.gatewayUrl}/shards/${contract}`, {
      method: 'POST',
      headers,
      body,
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  }
  const router = () => signIn.as('demo-street', { kind: 'service', scopes: ['router:enforces-access'] });
  const PURPOSES = '{ bookings(first: 5) { totalCount edges { node { id purpose } } } }';
  const ENTITY =
    'query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Booking { id purpose } } }';

  test.each<[string, () => Promise<string | undefined>]>([
    ['nobody', async () => undefined],
    ['an office, which is no router', () => signIn.as(OWNER)],
    ['a router that does not enforce the rules', () => signIn.as('demo-street', { kind: 'service' })],
  ])(
    '%s: fields with rules are refused and not fetched; the others are answered',
    async (_, authorization) => {
      came.length = 0;
      const list = await ask('sharing', PURPOSES, await authorization());
      expect(list.answer.data.bookings.edges.every(({ node }: any) => node.id && node.purpose === null)).toBe(
        true,
      );
      expect(codes(list.answer)).toEqual(['FORBIDDEN']);
      const entity = await ask('sharing', ENTITY, await authorization(), {
        r: [{ __typename: 'Booking', id: booking }],
      });
      expect(entity.answer.data._entities).toEqual([{ __typename: 'Booking', id: booking, purpose: null }]);
      expect(codes(entity.answer)).toEqual(['FORBIDDEN']);
      expect(
        (await ask('conference', '{ votes { totalCount } }', await authorization())).answer.data,
      ).toEqual({ votes: null });
      const fetched = came.map(({ body }) => body).join('\n');
      expect(fetched).not.toMatch(/purpose|votes/);
    },
  );

  test('a router that enforces them is asked nothing more; what concerns a row is still its owner’s to say', async () => {
    expect(
      (await ask('conference', '{ votes { totalCount } }', await router())).answer.errors,
    ).toBeUndefined();
    const { answer } = await ask('sharing', ENTITY, await router(), {
      r: [{ __typename: 'Booking', id: booking }],
    });
    expect([answer.data._entities[0].purpose, codes(answer)]).toEqual([null, ['FORBIDDEN']]);
  });

  test('a bad token is refused there too, and a router’s token does nothing', async () => {
    expect((await ask('sharing', PURPOSES, 'Bearer abc')).status).toBe(401);
    const { answer } = await ask(
      'sharing',
      `mutation { submitNeed(input: { id: "${draft}" }) { replayed } }`,
      await router(),
    );
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });
});
