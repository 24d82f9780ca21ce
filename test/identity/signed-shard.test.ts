// A shard that answers only what the gateway has signed, over HTTP: who asks, replays, keys that change, and everything unsigned.
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import {
  ACTOR_HEADER,
  hashBody,
  keyIdOf,
  signActor,
  type ActorClaims,
  type ActorKey,
} from '../../schema/actor-signature';
import { publicKeySet } from '../../gateway/identity/sign-requests';
import { openProof } from '../../subgraphs/kit/identity/open-proof';
import { createSeenSignatures } from '../../subgraphs/kit/identity/seen-signatures';
import { startShard, type RunningShard } from '../../subgraphs/kit/start-shard';
import { unit } from '../../subgraphs/unit/program';
import { sqlite, type CreatedDatabase } from '../kit/test-databases';

function newKey(): ActorKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
}

let key = newKey();
let published = [key];
const examiner = newKey();
let fetches = 0;
let keyServer: Server;
let database: CreatedDatabase;
let folder: string;
let shard: RunningShard;
const warnings: string[] = [];

beforeAll(async () => {
  keyServer = createServer((_, response) => {
    fetches += 1;
    response.end(
      JSON.stringify({
        keys: published.map(({ privateKey }) => createPublicKey(privateKey).export({ format: 'jwk' })),
      }),
    );
  });
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  const gatewayKeys = [
    `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/.well-known/lianxi-keys`,
  ];
  database = await sqlite.create();
  folder = mkdtempSync(join(tmpdir(), 'lianxi-examiner-'));
  const examinerKeys = join(folder, 'keys.json');
  writeFileSync(examinerKeys, JSON.stringify(publicKeySet(examiner)));
  shard = await startShard(unit, {
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    log: (fault) => warnings.push(String(fault)),
    proveAsker: openProof(
      { shard: 'yili', gatewayKeys, examinerKeys: [examinerKeys], requireSignature: true },
      (sentence) => warnings.push(sentence),
    ),
  });
});

afterAll(async () => {
  await shard.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
  keyServer.close();
});

const READ = JSON.stringify({ query: '{ bookings { totalCount } }' });
const actor = { office: '综合办公室', organization: 'yili', kind: 'office', scopes: [] } as const;

function claimsFor(body: string, more: Partial<ActorClaims> = {}): ActorClaims {
  const iat = Math.floor(Date.now() / 1000);
  return {
    iss: 'lianxi-gateway',
    aud: 'yili',
    iat,
    exp: iat + 60,
    jti: randomUUID(),
    bh: hashBody(body),
    actor,
    ...more,
  };
}

async function post(body: string, signature?: string) {
  const headers = { 'content-type': 'application/json', ...(signature && { [ACTOR_HEADER]: signature }) };
  const response = await fetch(`${shard.url}/sharing`, { method: 'POST', headers, body });
  return {
    status: response.status,
    answer: (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] },
  };
}

const REFUSED = { status: 401, code: 'UNAUTHENTICATED' };

async function refusalOf(body: string, signature?: string) {
  const { status, answer } = await post(body, signature);
  expect(answer.data).toBeUndefined();
  return { status, code: answer.errors?.[0]?.extensions.code };
}

test('what is signed is answered, the same read again too', async () => {
  const signature = signActor(claimsFor(READ), key);
  for (let i = 0; i < 2; i++) {
    const { status, answer } = await post(READ, signature);
    expect(status).toBe(200);
    expect(answer.data).toEqual({ bookings: { totalCount: 0 } });
  }
});

test.each<[string, () => string | undefined]>([
  ['unsigned', () => undefined],
  ['empty', () => ''],
  ['another shard’s', () => signActor(claimsFor(READ, { aud: 'dongguan' }), key)],
  ['another body’s', () => signActor(claimsFor(`${READ} `), key)],
  [
    'of two minutes ago',
    () =>
      signActor(
        claimsFor(READ, { iat: (Date.now() / 1000 - 200) | 0, exp: (Date.now() / 1000 - 140) | 0 }),
        key,
      ),
  ],
  ['by a key of the shard’s own', () => signActor(claimsFor(READ), newKey())],
  [
    'by a key of its own under the name of the gateway’s',
    () => signActor(claimsFor(READ), { ...newKey(), kid: key.kid }),
  ],
])('%s: refused, and nothing is run', async (_, signature) => {
  expect(await refusalOf(READ, signature())).toEqual(REFUSED);
});

test('a link has no body that could be signed', async () => {
  const response = await fetch(`${shard.url}/sharing?query={__typename}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(response.status).toBe(401);
});

test('a mutation is taken once: its signature does not carry it again', async () => {
  const signature = signActor(claimsFor(MUTATION), key);
  const first = await post(MUTATION, signature);
  expect(first.answer.errors?.[0]?.extensions.code).not.toBe('UNAUTHENTICATED');
  const again = await post(MUTATION, signature);
  expect(again.answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await post(MUTATION, signActor(claimsFor(MUTATION), key))).answer).toEqual(first.answer);
});

const MUTATION = JSON.stringify({
  query:
    'mutation { approveBooking(input: { id: "yili.booking.01jd0000000000000000000000" }) { refusal { __typename } replayed } }',
});

const EXAMINATION = JSON.stringify({
  query: `query($representations: [_Any!]!) { _service { sdl } bookings(homes: ["yili"], first: 3) {
    totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } } }
    _entities(representations: $representations) { __typename ... on Booking { id } } }`,
  variables: { representations: [] },
});

function examinerClaims(body: string, more: Partial<ActorClaims> = {}): ActorClaims {
  return { ...claimsFor(body, { iss: 'lianxi-examiner', actor: undefined }), ...more };
}

test('an examiner whom the shard trusts is answered what an examination asks', async () => {
  const { status, answer } = await post(EXAMINATION, signActor(examinerClaims(EXAMINATION), examiner));
  expect(status).toBe(200);
  expect(answer.data).toMatchObject({ bookings: { totalCount: 0 }, _entities: [] });
});

const query = (text: string) => JSON.stringify({ query: text });
const TOO_MUCH: [what: string, body: string][] = [
  ['a column', query('{ bookings { edges { node { id purpose } } } }')],
  ['a column in an entity', query('{ _entities(representations: []) { ... on Booking { purpose } } }')],
  [
    'a column in a fragment',
    query('{ bookings { edges { node { ...A } } } } fragment A on Booking { purpose }'),
  ],
  ['a count of what he describes', query('{ bookings(filter: { state: [APPROVED] }) { totalCount } }')],
  ['a sum', query('{ bookingSummary { count } }')],
  ['what lies beside a row', query('{ bookings { edges { node { resource { id } } } } }')],
  ['the types', query('{ __schema { queryType { name } } }')],
  [
    'a second operation',
    JSON.stringify({
      query: 'query A { __typename } query B { bookings { edges { node { purpose } } } }',
      operationName: 'A',
    }),
  ],
  [
    'a change',
    query(
      'mutation { approveBooking(input: { id: "yili.booking.01jd0000000000000000000000" }) { replayed } }',
    ),
  ],
];

test.each(TOO_MUCH)('an examiner may not have %s', async (_, body) => {
  const { answer } = await post(body, signActor(examinerClaims(body), examiner));
  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(warnings.at(-1)).toContain('not-permitted');
});

test('an examiner speaks for nobody, and its key does not speak as the gateway', async () => {
  const asOffice = signActor(examinerClaims(EXAMINATION, { actor }), examiner);
  expect(await refusalOf(EXAMINATION, asOffice)).toEqual(REFUSED);
  expect(await refusalOf(READ, signActor(claimsFor(READ), examiner))).toEqual(REFUSED);
  expect(await refusalOf(EXAMINATION, signActor(examinerClaims(EXAMINATION), key))).toEqual(REFUSED);
});

test('a key that is new is fetched when it is met, and one that is gone is not taken any more', async () => {
  const old = key;
  const before = fetches;
  key = newKey();
  published = [key];
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 15_000);
  try {
    const signed = { ...claimsFor(READ), iat: Math.floor(now / 1000), exp: Math.floor(now / 1000) + 60 };
    expect((await post(READ, signActor(signed, key))).status).toBe(200);
    expect(await refusalOf(READ, signActor({ ...signed, jti: 'another' }, old))).toEqual(REFUSED);
    expect(fetches - before).toBe(1);
  } finally {
    clock.mockRestore();
  }
});

test('the log says which check failed and holds no signature', () => {
  expect(warnings.join('\n')).toContain('wrong-audience');
  expect(warnings.join('\n')).not.toContain('eyJ');
});

test('signatures are remembered as long as they hold, and no more of them than there is room for', () => {
  let at = 0;
  const seen = createSeenSignatures(() => at, 2);
  expect([seen.take('a', 10), seen.take('a', 10), seen.take('b', 20), seen.take('c', 30)]).toEqual([
    'new',
    'seen',
    'new',
    'full',
  ]);
  at = 10;
  expect([seen.take('c', 30), seen.take('b', 20)]).toEqual(['new', 'seen']);
});
