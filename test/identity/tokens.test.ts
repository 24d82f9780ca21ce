// Tokens of a provider of OpenID Connect, at the gateway: who is let in, who is refused with which words, and what shards are told.
import { generateKeyPair, UnsecuredJWT, type JWTPayload } from 'jose';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultIn, hashBody, readActorSignature } from '../../schema/actor-signature';
import { createTokenReader } from '../../gateway/identity/read-token';
import { createOidcIssuer } from '../../gateway/identity/token-issuer';
import { DIRECTORY_CODE, ROOMS_CODE } from '../gateway/kit/little-graph';
import { listOf, startGateway, type Answer, type TestGateway } from '../gateway/kit/start-gateway';
import { startSubgraph, type Subgraph } from '../gateway/kit/start-subgraph';
import { OFFICE, startProvider, type Provider } from './kit/start-provider';

const CLAIMS = { office: 'office', organization: 'organization', kind: 'kind', scopes: 'scope' };
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'];

let provider: Provider;
let subgraph: Subgraph;
let gateways: Record<'direct' | 'apollo' | 'apollo-executor', TestGateway>;
/** What came to the shard: its header, its body. */
const came: { signature: string | undefined; body: string }[] = [];
let shard: { url: string; close: () => void };

beforeAll(async () => {
  provider = await startProvider();
  subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  shard = await startRecorder(subgraph.url);
  const oidc = { issuer: provider.issuer, audience: 'lianxi', algorithms: ALGORITHMS, claims: CLAIMS };
  const list = listOf(1, { name: 'first', url: shard.url });
  gateways = {
    direct: await startGateway(list, { oidc }),
    apollo: await startGateway(list, { oidc, direct: false }),
    'apollo-executor': await startGateway(list, { oidc, executor: 'apollo' }),
  };
});

afterAll(() => {
  provider.close();
  shard.close();
});

/** Passes everything on, and notes what it was shown. */
async function startRecorder(target: string) {
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    came.push({ signature: request.headers['x-lianxi-actor'] as string | undefined, body });
    const answer = await fetch(`${target}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

const NAMES = '{ organizations { name } }';

async function ask(gateway: TestGateway, authorization?: string, query = NAMES) {
  const headers = {
    'content-type': 'application/json',
    ...(authorization !== undefined && { authorization }),
  };
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

async function keysOf(gateway: TestGateway) {
  const { createPublicKey } = await import('node:crypto');
  const { keys } = (await (await fetch(`${gateway.url}/.well-known/lianxi-keys`)).json()) as {
    keys: Record<string, string>[];
  };
  return (kid: string) => {
    const jwk = keys.find((each) => each.kid === kid);
    return jwk && createPublicKey({ key: jwk as never, format: 'jwk' });
  };
}

describe.each(['direct', 'apollo', 'apollo-executor'] as const)('%s', (way) => {
  test.each<[string, () => Promise<string | undefined>, object | undefined]>([
    ['nobody', async () => undefined, undefined],
    [
      'an office',
      async () => `Bearer ${await provider.tokenOf()}`,
      { office: OFFICE.office, organization: OFFICE.organization, kind: 'office', scopes: ['needs:review'] },
    ],
    [
      'a device',
      async () =>
        `Bearer ${await provider.tokenOf({ kind: 'device', office: '会议室屏幕', scope: undefined })}`,
      { office: '会议室屏幕', organization: 'demo-community', kind: 'device', scopes: [] },
    ],
  ])('the shard is told who asks: %s', async (_, authorization, actor) => {
    const gateway = gateways[way];
    const bearer = await authorization();
    await ask(gateway, bearer); // known from here on, so that the direct way may answer
    came.length = 0;
    const { status, answer } = await ask(gateway, bearer, `{ organizations { id name } rooms { name } }`);
    expect([status, answer.errors]).toEqual([200, undefined]);
    expect(came).toHaveLength(2);
    const keys = await keysOf(gateway);
    for (const { signature, body } of came) {
      const claims = readActorSignature(signature!, keys);
      if (typeof claims === 'string') throw new Error(claims);
      expect(
        faultIn(claims, { audience: 'first', bodyHash: hashBody(body), now: Date.now() }),
      ).toBeUndefined();
      expect(claims.actor).toEqual(actor);
    }
  });

  test.each<[string, () => string | Promise<string>, number, string]>([
    ['no bearer', () => 'Basic dTpw', 401, 'Bearer <token>'],
    ['no token', () => 'Bearer ', 401, 'Bearer <token>'],
    ['no JWT', () => 'Bearer abc', 401, 'not valid'],
    ['expired', () => token({ exp: seconds() - 61 }), 401, 'expired'],
    ['not yet valid', () => token({ nbf: seconds() + 90 }), 401, 'nbf'],
    ['without an end', () => token({ exp: undefined }), 401, 'when it expires'],
    ['for somebody else', () => token({ aud: 'another' }), 401, 'aud'],
    ['of another issuer', () => token({ iss: 'https://login.example.org' }), 401, 'issuer'],
    [
      'of a person only',
      () => token({ office: undefined, organization: undefined, name: '王某', sub: '1' }),
      401,
      'only names a person',
    ],
    ['without an organization', () => token({ organization: undefined }), 401, 'organization'],
    [
      'with a row for its organization',
      () => token({ organization: 'demo-community.need.01jd0000000000000000000000' }),
      401,
      'organization',
    ],
    ['of an unknown kind', () => token({ kind: 'resident' }), 401, 'kind'],
    [
      'unsigned',
      () =>
        `Bearer ${new UnsecuredJWT({ ...OFFICE, iss: provider.issuer, aud: 'lianxi', exp: seconds() + 60 }).encode()}`,
      401,
      'not valid',
    ],
    [
      'altered',
      async () =>
        (await token()).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...OFFICE, organization: 'demo-street', iss: provider.issuer, aud: 'lianxi', exp: seconds() + 60 })).toString('base64url')}.`,
        ),
      401,
      'not valid',
    ],
    [
      'by another key under the name of the provider’s',
      async () => `Bearer ${await provider.tokenOf({}, {}, (await generateKeyPair('RS256')).privateKey)}`,
      401,
      'not valid',
    ],
    [
      'by a shared secret',
      async () => `Bearer ${await provider.tokenOf({}, { alg: 'HS256' }, new Uint8Array(32))}`,
      401,
      'not valid',
    ],
  ])('%s: refused with a sentence, and nobody is asked', async (_, authorization, status, words) => {
    await ask(gateways[way]);
    came.length = 0;
    const refused = await ask(gateways[way], await authorization());
    expect(refused.status).toBe(status);
    expect(refused.answer.data).toBeUndefined();
    expect(refused.answer.errors).toHaveLength(1);
    expect(refused.answer.errors![0]!.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(refused.answer.errors![0]!.message).toContain(words);
    expect(came).toEqual([]);
  });

  test('no token comes into the log', () => {
    expect(gateways[way].log.join('\n')).not.toContain('eyJ');
  });
});

const seconds = () => Math.floor(Date.now() / 1000);
const token = async (claims?: JWTPayload) => `Bearer ${await provider.tokenOf(claims)}`;

test('equal reads of one actor share a signature; another actor’s and a mutation’s are their own', async () => {
  const gateway = gateways.direct;
  const [one, other] = [await token(), await token({ organization: 'demo-street' })];
  for (const authorization of [one, one, other]) await ask(gateway, authorization);
  came.length = 0;
  for (const authorization of [one, one, other, undefined, undefined]) await ask(gateway, authorization);
  const signatures = came.map(({ signature }) => signature);
  expect(signatures[0]).toBe(signatures[1]);
  expect(signatures[3]).toBe(signatures[4]);
  expect(new Set(signatures).size).toBe(3);
  came.length = 0;
  const rename = 'mutation { rename(id: "first-home", name: "x") { name } }';
  for (let i = 0; i < 2; i++) await ask(gateway, one, rename);
  expect(came).toHaveLength(2);
  expect(came[0]!.body).toBe(came[1]!.body);
  expect(came[0]!.signature).not.toBe(came[1]!.signature);
});

describe('the provider', () => {
  let own: Provider;
  let now = Date.now();
  const issuerOf = () =>
    createOidcIssuer(
      { issuer: own.issuer, audience: 'lianxi', algorithms: ALGORITHMS, claims: CLAIMS },
      () => now,
    );

  beforeEach(async () => {
    own = await startProvider();
    now = Date.now();
  });
  afterEach(() => own.close());

  test('is asked when the first token comes, once for its place and once for its keys', async () => {
    const read = createTokenReader([issuerOf()]);
    expect(own.asked).toEqual([]);
    for (let i = 0; i < 3; i++)
      expect(await read(`Bearer ${await own.tokenOf({ jti: String(i) })}`)).toHaveProperty('actor');
    expect(own.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test('changes its key: the new one is fetched, and tokens that were known are asked about again', async () => {
    const read = createTokenReader([issuerOf()], () => now);
    const old = `Bearer ${await own.tokenOf()}`;
    expect(await read(old)).toHaveProperty('actor');
    await own.rotate();
    expect(await read(old)).toHaveProperty('actor');
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    try {
      now += 5 * 60_000 + 1;
      expect(await read(`Bearer ${await own.tokenOf({ exp: Math.floor(now / 1000) + 60 })}`)).toHaveProperty(
        'actor',
      );
      expect(await read(old)).toHaveProperty('refusal');
    } finally {
      clock.mockRestore();
    }
  });

  test('is silent: the token is neither taken nor called bad, and the next one is tried again', async () => {
    own.isSilent = true;
    const read = createTokenReader([issuerOf()]);
    const bearer = `Bearer ${await own.tokenOf()}`;
    const refused = await read(bearer);
    expect(refused).toMatchObject({
      refusal: { extensions: { code: 'UNAUTHENTICATED', http: { status: 503 } } },
    });
    own.isSilent = false;
    expect(await read(bearer)).toHaveProperty('actor');
  });

  test('that says it is another is not believed', async () => {
    const read = createTokenReader([{ ...issuerOf(), issuer: 'http://127.0.0.1:9' }]);
    expect(await read(`Bearer ${await own.tokenOf()}`)).toHaveProperty('refusal');
  });
});
