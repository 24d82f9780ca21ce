// Who asks changes what is answered, and not on which way: tokens, bad tokens and what is cut out, alike to the byte.
import { GUARDED, GUARDED_CODE } from './kit/guarded-graph';
import { openSignIn } from '../kit/sign-in';
import { type Pair, type Way, askTraced, expectAlike, startPair, stepsOf } from '../gateway/kit/both-ways';
import { type RawRequest, get, post } from '../gateway/kit/raw-request';
import { listOf } from '../gateway/kit/start-gateway';
import { startSubgraph } from '../gateway/kit/start-subgraph';

let pair: Pair;
/** The header of each caller. */
let headers: Record<Caller, string | undefined>;
type Caller = 'nobody' | 'an office' | 'a device' | 'a keeper of prices' | 'a forger' | 'a mumbler';

/** Two gateways, on a machine that may do other things. */
const SLOW_START_MS = 120_000;

beforeAll(async () => {
  const subgraph = await startSubgraph({ contracts: GUARDED_CODE as never });
  const [own, foreign] = [await openSignIn(), await openSignIn()];
  const { demonstrationIssuerPath } = own;
  const list = listOf(1, { name: 'first', url: subgraph.url, contracts: ['halls', 'prices'] });
  pair = await startPair(list, { demonstrationIssuerPath }, { contracts: GUARDED });
  headers = {
    nobody: undefined,
    'an office': await own.as('first-home'),
    'a device': await own.as('first-home', { kind: 'device' }),
    'a keeper of prices': await own.as('first-home', { scopes: ['halls:price', 'halls:read'] }),
    'a forger': await foreign.as('first-home'),
    'a mumbler': 'Bearer abc',
  };
}, SLOW_START_MS);

const OPEN = '{ halls { name } }';
const MEMBERS = '{ halls { name purpose keeper } }';
const POLICY = '{ halls { name } plan { id text } }';
const PRICES = '{ halls { name price priceWithTax } }';
const OPENING = 'mutation { open(id: "h1") { name } }';

interface Row {
  query: string;
  caller: Caller;
  /** What of the answer shows that the case is the one that it says; the rest is compared whole. */
  shows: { status: number; has: string[]; hasNot: string[] };
  way: Way;
}

const row = (query: string, caller: Caller, way: Way, shows: Partial<Row['shows']>): Row => ({
  query,
  caller,
  way,
  shows: { status: 200, has: [], hasNot: [], ...shows },
});
const cut = { has: ['Hall h1', 'FORBIDDEN'], hasNot: ['SECRET'] };
const whole = { hasNot: ['errors'] };
const refused = { status: 401, has: ['UNAUTHENTICATED'], hasNot: ['Hall'] };

const ROWS: Record<string, Row> = {
  'a token that is not needed': row(OPEN, 'an office', 'direct', { ...whole, has: ['Hall h1'] }),
  'members read what is theirs': row(MEMBERS, 'an office', 'direct', { ...whole, has: ['SECRET'] }),
  'a policy that is granted': row(POLICY, 'an office', 'direct', { ...whole, has: ['SECRET'] }),
  'scopes that are had': row(PRICES, 'a keeper of prices', 'direct', {
    ...whole,
    has: ['"price":7,"priceWithTax":8'],
  }),
  'a token of another issuer': row(OPEN, 'a forger', 'apollo', refused),
  'a token that is none': row(OPEN, 'a mumbler', 'apollo', refused),
  'a field for members, asked by nobody': row(MEMBERS, 'nobody', 'apollo', cut),
  'a type with a policy, asked by nobody': row(POLICY, 'nobody', 'apollo', cut),
  'a type with a policy, asked by another kind': row(POLICY, 'a device', 'apollo', cut),
  'a field with scopes, asked without them': row(PRICES, 'an office', 'apollo', {
    has: ['Hall h1', 'FORBIDDEN', '"price":null,"priceWithTax":null'],
  }),
  'a mutation by a member': row(OPENING, 'an office', 'apollo', { ...whole, has: ['Hall h1'] }),
  'a mutation by a device, which only reads': row(OPENING, 'a device', 'apollo', {
    has: ['FORBIDDEN'],
    hasNot: ['Hall'],
  }),
};

const by = (request: RawRequest, caller: Caller): RawRequest => ({
  ...request,
  headers: { ...request.headers, ...(headers[caller] && { authorization: headers[caller] }) },
});

test.each(Object.entries(ROWS))('%s', async (_, { query, caller, way, shows }) => {
  const { status, body } = await expectAlike(pair, by(post({ query }), caller), way);
  expect(status).toBe(shows.status);
  for (const text of shows.has) expect(body).toContain(text);
  for (const text of shows.hasNot) expect(body).not.toContain(text);
});

test('by GET too: what was whole for a member is cut for whoever asks next', async () => {
  const asked = (caller: Caller) => by(get({ query: MEMBERS }), caller);
  const forMember = await expectAlike(pair, asked('an office'), 'direct');
  const forNobody = await expectAlike(pair, asked('nobody'), 'apollo');
  expect([forMember.body, forNobody.body].map((body) => body.includes('SECRET'))).toEqual([true, false]);
});

test('what is refused stops at its guard, on either way', async () => {
  const [, onDirect] = await askTraced(pair.direct, by(post({ query: OPEN }), 'a forger'));
  const [, onApollo] = await askTraced(pair.apollo, by(post({ query: OPEN }), 'a forger'));
  const hooks = ['status-for-json', 'homes', 'each-error-once', 'status-of-failure', 'keeping', 'usage'];
  expect(stepsOf(onApollo)).toEqual(['identity', ...hooks]);
  expect(stepsOf(onDirect)).toEqual(['identity', ...stepsOf(onApollo)]);
});
