// More than sixty attempts to read or to do what one may not: each is refused, and what it was after comes out of no shard.
/* eslint-disable max-lines -- one table of attempts, read from top to bottom */
import { generateKeyPairSync } from 'node:crypto';
import { UnsecuredJWT, generateKeyPair } from 'jose';
import { ACTOR_HEADER, type SignedActor } from '../../schema/actor-signature';
import { listOf, startGateway, type TestGateway } from '../gateway/kit/start-gateway';
import { startSubgraph } from '../gateway/kit/start-subgraph';
import { OFFICE } from '../identity/kit/start-provider';
import { openAttemptGround, OTHER, OWNER, SECRET, STRANGER, type AttemptGround } from './kit/attempt-ground';
import { GUARDED, GUARDED_CODE } from './kit/guarded-graph';
import { publicAttempts } from './kit/public-attempts';
import { startRecorder, type Recorder } from './kit/recorder';

let ground: AttemptGround;
let guarded: TestGateway;
let recorders: Recorder[];
let stepsBefore: number;

beforeAll(async () => {
  ground = await openAttemptGround();
  const subgraph = await startSubgraph({ contracts: GUARDED_CODE as never });
  const recorder = await startRecorder(subgraph.url);
  const list = listOf(1, { name: 'first', url: recorder.url, contracts: ['halls', 'prices'] });
  const { demonstrationIssuerPath } = ground.signIn;
  guarded = await startGateway(
    list,
    { demonstrationIssuerPath, planningBudgetMs: 30_000 },
    { contracts: GUARDED },
  );
  recorders = [...ground.recorders, recorder];
  stepsBefore = await ground.countSteps();
}, 300_000);
afterAll(async () => {
  await ground?.close();
  recorders?.at(-1)?.close();
});

/** Answers differ with their attempts. */
interface Told {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- looked into freely
  data: any;
  codes: string[];
}

type Attempt = [name: string, make: () => Promise<Told>, isRefused: (told: Told) => boolean, word?: RegExp];

async function post(url: string, body: string, headers: Record<string, string>): Promise<Told> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions?: { code?: string } }[];
  };
  return { status: response.status, data, codes: errors.map(({ extensions }) => extensions?.code ?? '') };
}

async function as(who: string | null, query: string, more: Partial<SignedActor> = {}): Promise<Told> {
  const headers = who === null ? undefined : { authorization: await ground.signIn.as(who, more) };
  return post(`${ground.demonstration.gatewayUrl}/graphql`, JSON.stringify({ query }), headers ?? {});
}

const isForbidden = ({ codes }: Told) => codes.length > 0 && codes.every((code) => code === 'FORBIDDEN');
const isUnrecognized = ({ status, data, codes }: Told) =>
  status === 401 && data === undefined && codes.join() === 'UNAUTHENTICATED';
/** As if it were not there: no error tells that it is. */
const isAbsent = ({ data, codes }: Told) => codes.length === 0 && isNothing(data);
const isNotDone = ({ data, codes }: Told) =>
  codes.length === 0 && ['NOT_ALLOWED', 'NOT_FOUND'].includes(data?.it?.refusal?.code);

/** Where there is nothing to be read, nothing is refused. */
function hasNoRows({ data, codes }: Told): boolean {
  return codes.length === 0 && JSON.stringify(data).includes('"edges":[]');
}

function isNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.every(isNothing);
  if (typeof data === 'object' && data !== null) return Object.values(data).every(isNothing);
  return data === null || data === 0;
}

const ofNobody: Attempt[] = [
  ...publicAttempts(OWNER, OTHER).map(([name, query, word]): Attempt => [
    name,
    () => as(null, query),
    (told) => isForbidden(told) || hasNoRows(told),
    new RegExp(word),
  ]),
  [
    'the history of a booking',
    () => as(null, `{ booking(id: "${ground.ids.booking}") { steps { office } } }`),
    isForbidden,
    /steps/,
  ],
  [
    'why somebody stayed away',
    () => as(null, '{ attendances(first: 3) { edges { node { reason } } } }'),
    isForbidden,
    /reason/,
  ],
  [
    'which office attended',
    () => as(null, '{ meetings { edges { node { attendances { edges { node { office } } } } } } }'),
    isForbidden,
    /[{ ]office[} ]/,
  ],
  [
    'an outbox',
    () => as(null, `{ outbox(home: "${OWNER}") { waiting messages { id } } }`),
    isForbidden,
    /outbox/,
  ],
  [
    'to settle a message of an outbox',
    () =>
      as(
        null,
        `mutation { settleOutboxMessage(input: { id: "${OWNER}.message.01jd0000000000000000000000" }) { message { id } } }`,
      ),
    isForbidden,
    /settleOutbox/,
  ],
];

const ofAnother: Attempt[] = [
  ['a draft of a need by id', () => as(OTHER, `{ need(id: "${ground.ids.need}") { text } }`), isAbsent],
  [
    'a draft of a need among several',
    () => as(OTHER, `{ needById(ids: ["${ground.ids.need}"]) { text } }`),
    isAbsent,
  ],
  [
    'a draft of a resource',
    () => as(OTHER, `{ sharedResource(id: "${ground.ids.resource}") { name } }`),
    isAbsent,
  ],
  ['a draft of a plan', () => as(OTHER, `{ annualPlan(id: "${ground.ids.plan}") { title } }`), isAbsent],
  [
    'a draft of an agreement',
    () => as(OTHER, `{ coBuildingAgreement(id: "${ground.ids.agreement}") { title } }`),
    isAbsent,
  ],
  [
    'drafts of needs in a list',
    () => as(OTHER, '{ needs(filter: { state: [DRAFT] }) { totalCount edges { node { text } } } }'),
    isAbsent,
  ],
  [
    'drafts of agreements in a list',
    () =>
      as(
        OTHER,
        '{ coBuildingAgreements(filter: { state: [DRAFT] }) { totalCount edges { node { title } } } }',
      ),
    isAbsent,
  ],
  [
    'drafts of an organization',
    () =>
      as(
        OTHER,
        `{ organization(id: "${OWNER}") { needs(filter: { state: [DRAFT] }) { totalCount edges { node { text } } } } }`,
      ),
    isAbsent,
  ],
  ['a count of drafts', () => as(OTHER, '{ needSummary(filter: { state: [DRAFT] }) { count } }'), isAbsent],
  [
    'a count of drafts of agreements',
    () => as(OTHER, '{ coBuildingAgreementSummary(filter: { state: [DRAFT] }) { count } }'),
    isAbsent,
  ],
  [
    'signatories of drafts',
    () =>
      as(
        OTHER,
        '{ agreementSignatories(filter: { agreementState: [DRAFT] }) { totalCount edges { node { id } } } }',
      ),
    isAbsent,
  ],
  [
    'a draft, by a service',
    () => as(OTHER, `{ need(id: "${ground.ids.need}") { text } }`, { kind: 'service' }),
    isAbsent,
  ],
  [
    'the purpose of a booking',
    () => as(STRANGER, `{ booking(id: "${ground.ids.booking}") { purpose } }`),
    isForbidden,
  ],
  [
    'the reason of a booking, under another name',
    () =>
      as(STRANGER, `{ booking(id: "${ground.ids.booking}") { ...F } } fragment F on Booking { why: reason }`),
    isForbidden,
  ],
  [
    'the history of a booking of others',
    () => as(STRANGER, `{ booking(id: "${ground.ids.booking}") { steps { office } } }`),
    isForbidden,
  ],
  [
    'why another stayed away',
    () => as(OTHER, `{ attendance(id: "${ground.ids.attendance}") { reason } }`),
    isForbidden,
  ],
  ['the outbox of another', () => as(OTHER, `{ outbox(home: "${OWNER}") { waiting } }`), isForbidden],
  [
    'to raise a need for another',
    () =>
      as(OTHER, `mutation { it: createNeed(input: { home: "${OWNER}", text: "x" }) { refusal { code } } }`),
    isNotDone,
  ],
  [
    'to submit a draft of another',
    () => as(OTHER, `mutation { it: submitNeed(input: { id: "${ground.ids.need}" }) { refusal { code } } }`),
    isNotDone,
  ],
  [
    'to change a draft of another',
    () =>
      as(
        OTHER,
        `mutation { it: updateNeed(input: { id: "${ground.ids.need}", text: "x" }) { need { text } refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to approve a booking at another',
    () =>
      as(
        OTHER,
        `mutation { it: approveBooking(input: { id: "${ground.ids.booking}" }) { refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to withdraw a booking of another',
    () =>
      as(
        STRANGER,
        `mutation { it: withdrawBooking(input: { id: "${ground.ids.booking}" }) { refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to list a resource of another',
    () =>
      as(
        OTHER,
        `mutation { it: listSharedResource(input: { id: "${ground.ids.resource}" }) { refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to draft an agreement for another',
    () =>
      as(
        OTHER,
        `mutation { it: createCoBuildingAgreement(input: { home: "${OWNER}", title: "x", kind: CO_BUILDING_AGREEMENT }) { refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to sign oneself into an agreement of another',
    () =>
      as(
        OTHER,
        `mutation { it: addAgreementSignatory(input: { agreementId: "${ground.ids.agreement}", organizationId: "${OTHER}" }) { refusal { code } } }`,
      ),
    isNotDone,
  ],
  [
    'to do anything, by a screen',
    () =>
      as(OWNER, `mutation { submitNeed(input: { id: "${ground.ids.need}" }) { replayed } }`, {
        kind: 'device',
      }),
    isForbidden,
    /submitNeed/,
  ],
  [
    'to do anything, by a dashboard',
    () =>
      as(OWNER, `mutation { submitNeed(input: { id: "${ground.ids.need}" }) { replayed } }`, {
        kind: 'service',
      }),
    isForbidden,
    /submitNeed/,
  ],
];

async function withToken(token: string | Promise<string>): Promise<Told> {
  const body = JSON.stringify({ query: `{ need(id: "${ground.ids.need}") { text } }` });
  return post(`${ground.demonstration.gatewayUrl}/graphql`, body, { authorization: await token });
}
const seconds = () => Math.floor(Date.now() / 1000);
const own = (claims = {}) => ground.provider.tokenOf({ organization: OWNER, ...claims });
const unsigned = () =>
  new UnsecuredJWT({ ...OFFICE, iss: ground.provider.issuer, aud: 'lianxi', exp: seconds() + 60 }).encode();
const altered = async () => {
  const [head, , signature] = (await own({ organization: OTHER })).split('.');
  const claims = { ...OFFICE, iss: ground.provider.issuer, aud: 'lianxi', exp: seconds() + 60 };
  return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
};

const withBadTokens: Attempt[] = [
  [
    'an expired token',
    async () => withToken(`Bearer ${await own({ exp: seconds() - 61 })}`),
    isUnrecognized,
    /need/,
  ],
  ['an unsigned token', () => withToken(`Bearer ${unsigned()}`), isUnrecognized, /need/],
  ['an altered token', async () => withToken(`Bearer ${await altered()}`), isUnrecognized, /need/],
  [
    'a token by another key',
    async () =>
      withToken(
        `Bearer ${await ground.provider.tokenOf({ organization: OWNER }, {}, (await generateKeyPair('RS256')).privateKey)}`,
      ),
    isUnrecognized,
    /need/,
  ],
  [
    'a token by a shared secret',
    async () =>
      withToken(
        `Bearer ${await ground.provider.tokenOf({ organization: OWNER }, { alg: 'HS256' }, new Uint8Array(32))}`,
      ),
    isUnrecognized,
    /need/,
  ],
  [
    'a token for somebody else',
    async () => withToken(`Bearer ${await own({ aud: 'another' })}`),
    isUnrecognized,
    /need/,
  ],
  [
    'a token that is not valid yet',
    async () => withToken(`Bearer ${await own({ nbf: seconds() + 90 })}`),
    isUnrecognized,
    /need/,
  ],
  ['no token at all, said to be one', () => withToken('Bearer abc'), isUnrecognized, /need/],
];

const READ = () => JSON.stringify({ query: '{ bookings { edges { node { purpose } } } }' });
const ENTITIES = () =>
  JSON.stringify({
    query:
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { purpose } ... on Need { text } } }',
    variables: {
      r: [
        { __typename: 'Booking', id: ground.ids.booking },
        { __typename: 'Need', id: ground.ids.need },
      ],
    },
  });
const DRAFT_KEY = () =>
  JSON.stringify({
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Need { text } } }',
    variables: { r: [{ __typename: 'Need', id: ground.ids.need }] },
  });
const WRITE = () =>
  JSON.stringify({
    query: `mutation { it: submitNeed(input: { id: "${ground.ids.need}" }) { refusal { code } } }`,
  });
const straight = (body: string, signature?: string) =>
  post(`${ground.shardUrl}/sharing`, body, signature === undefined ? {} : { [ACTOR_HEADER]: signature });
const school: SignedActor = { office: '教务处', organization: OTHER, kind: 'office', scopes: [] };

const straightToAShard: Attempt[] = [
  ['a list, unsigned', () => straight(READ()), isUnrecognized],
  ['_entities, unsigned', () => straight(ENTITIES()), isUnrecognized],
  ['a mutation, unsigned', () => straight(WRITE()), isUnrecognized],
  [
    '_entities, signed for another shard',
    () => straight(ENTITIES(), ground.sign(ENTITIES(), { aud: OTHER })),
    isUnrecognized,
  ],
  ['_entities, signed for another body', () => straight(ENTITIES(), ground.sign(READ())), isUnrecognized],
  ['a mutation under the signature of a read', () => straight(WRITE(), ground.sign(READ())), isUnrecognized],
  [
    '_entities, signed long ago',
    () => straight(ENTITIES(), ground.sign(ENTITIES(), { iat: 1_700_000_000, exp: 1_700_000_060 })),
    isUnrecognized,
  ],
  [
    '_entities, signed for a long life',
    () => straight(ENTITIES(), ground.sign(ENTITIES(), { exp: seconds() + 3600 })),
    isUnrecognized,
  ],
  [
    '_entities, signed by the shard itself',
    () =>
      straight(
        ENTITIES(),
        ground.sign(ENTITIES(), {}, { privateKey: generateKeyPairSync('ed25519').privateKey }),
      ),
    isUnrecognized,
  ],
  [
    '_entities, with the actor altered',
    () => {
      const [head, , signature] = ground.sign(ENTITIES(), { actor: undefined }).split('.');
      const [, claims] = ground.sign(ENTITIES()).split('.');
      return straight(ENTITIES(), `${head}.${claims}.${signature}`);
    },
    isUnrecognized,
  ],
  [
    'a draft by its key, signed for another organization',
    () => straight(DRAFT_KEY(), ground.sign(DRAFT_KEY(), { actor: school })),
    isAbsent,
  ],
  [
    'a draft by its key, signed for nobody',
    () => straight(DRAFT_KEY(), ground.sign(DRAFT_KEY(), { actor: undefined })),
    isAbsent,
  ],
  [
    'a mutation, signed for nobody',
    () => straight(WRITE(), ground.sign(WRITE(), { actor: undefined })),
    ({ codes }) => codes.join() === 'UNAUTHENTICATED',
  ],
  [
    'a mutation that was captured, again',
    async () => {
      const signature = ground.sign(WRITE(), { actor: school });
      if (!isNotDone(await straight(WRITE(), signature)))
        throw new Error('the first was not another organization’s');
      return straight(WRITE(), signature);
    },
    ({ codes }) => codes.join() === 'UNAUTHENTICATED',
  ],
];

async function asRouter(
  contract: string,
  query: string,
  authorization: string | undefined,
  variables?: object,
): Promise<Told> {
  const url = `${ground.demonstration.gatewayUrl}/shards/${contract}`;
  return post(
    url,
    JSON.stringify({ query, variables }),
    authorization === undefined ? {} : { authorization },
  );
}
const ROUTERS: [string, () => Promise<string | undefined>][] = [
  ['nobody', async () => undefined],
  ['an office', () => ground.signIn.as(OWNER)],
  ['a router that enforces no rules', () => ground.signIn.as(STRANGER, { kind: 'service' })],
];
const KEY = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { purpose } } }';

const asAnotherRouter: Attempt[] = [
  ...ROUTERS.flatMap(([who, token]): Attempt[] => [
    [
      `${who}: purposes in a list`,
      async () => asRouter('sharing', '{ bookings { edges { node { purpose } } } }', await token()),
      isForbidden,
      /purpose/,
    ],
    [
      `${who}: a purpose by its key`,
      async () =>
        asRouter('sharing', KEY, await token(), { r: [{ __typename: 'Booking', id: ground.ids.booking }] }),
      isForbidden,
      /purpose/,
    ],
    [
      `${who}: votes`,
      async () => asRouter('conference', '{ votes { totalCount } }', await token()),
      isForbidden,
      /votes/,
    ],
  ]),
  [
    'a mutation by a router',
    async () =>
      asRouter(
        'sharing',
        `mutation { submitNeed(input: { id: "${ground.ids.need}" }) { replayed } }`,
        await ground.signIn.as(STRANGER, { kind: 'service', scopes: ['router:enforces-access'] }),
      ),
    isForbidden,
    /submitNeed/,
  ],
  [
    'a bad token',
    () => asRouter('sharing', '{ bookings { edges { node { purpose } } } }', 'Bearer abc'),
    isUnrecognized,
    /purpose/,
  ],
];

const inEveryForm: Attempt[] = (
  [
    ['a field under a renamed directive', '{ telephone }', /telephone/],
    ['under another name', '{ name: telephone }', /telephone/],
    ['through an interface', '{ places { name purpose } }', /purpose/],
    [
      'in fragments of fragments',
      '{ hall(id: "h1") { ...A } } fragment A on Hall { id ...B } fragment B on Hall { purpose }',
      /purpose/,
    ],
    ['behind a condition', '{ hall(id: "h1") { id purpose @include(if: true) } }', /purpose/],
    ['deep below', '{ hall(id: "h1") { neighbour { purpose } } }', /purpose/],
    ['a type by policy', '{ plan { text } }', /plan/],
    ['a member of a union', '{ anything { ... on Draft { text } } }', /text/],
    ['a list of a closed type', '{ minutes { title votes { for } } }', /votes/],
    ['scopes of two subgraphs', '{ figures { sum } }', /sum/],
    ['an enum', '{ level }', /level/],
    ['what @requires a closed field', '{ hall(id: "h1") { priceWithTax } }', /price/],
    ['a field of another subgraph', '{ hall(id: "h1") { keeper } }', /keeper/],
    ['a mutation that needs a scope', 'mutation { lend(id: "h1") { id } }', /lend/],
  ] as const
).map(([name, query, word]): Attempt => [
  name,
  () => post(`${guarded.url}/graphql`, JSON.stringify({ query }), {}),
  isForbidden,
  word,
]);

const made: { name: string; refused: boolean; fetched: number }[] = [];

/** Exchanges with shards that hold what the attempt was after: the secret in an answer, or the closed field in a question. */
function fetchedOf(word: RegExp | undefined): number {
  const exchanges = recorders.flatMap((recorder) => recorder.exchanges);
  return exchanges.filter(({ asked, answered }) => answered.includes(SECRET) || word?.test(asked)).length;
}

describe.each<[string, Attempt[]]>([
  ['of nobody', ofNobody],
  ['of another organization', ofAnother],
  ['with bad tokens', withBadTokens],
  ['straight to a shard', straightToAShard],
  ['as another router', asAnotherRouter],
  ['in every form', inEveryForm],
])('%s', (group, attempts) => {
  test.each(attempts.map((attempt) => [attempt[0], attempt] as const))(
    '%s',
    async (name, [, make, isRefused, word]) => {
      for (const recorder of recorders) recorder.exchanges.length = 0;
      const told = await make();
      const refused = isRefused(told) && !JSON.stringify(told.data ?? null).includes(SECRET);
      const attempt = { name: `${group}: ${name}`, refused, fetched: fetchedOf(word) };
      made.push(attempt);
      expect({ ...attempt, told }).toMatchObject({ refused: true, fetched: 0 });
    },
  );
});

test('all of them were refused, nothing was fetched, nothing was done; the owner sees what it hides', async () => {
  const refused = made.filter((attempt) => attempt.refused).length;
  const fetched = made.reduce((sum, attempt) => sum + attempt.fetched, 0);
  process.stdout.write(`${made.length} attempts: ${refused} refused, ${fetched} fetched\n`);
  expect(made.length).toBeGreaterThanOrEqual(60);
  expect([refused, fetched]).toEqual([made.length, 0]);
  expect(await ground.countSteps()).toBe(stepsBefore);
  for (const recorder of recorders) recorder.exchanges.length = 0;
  const { need, agreement, booking } = ground.ids;
  const { data } = await as(
    OWNER,
    `{ need(id: "${need}") { text } coBuildingAgreement(id: "${agreement}") { title } booking(id: "${booking}") { purpose } }`,
  );
  expect(data).toEqual({
    need: { text: SECRET },
    coBuildingAgreement: { title: SECRET },
    booking: { purpose: SECRET },
  });
  expect(fetchedOf(undefined)).toBeGreaterThan(0);
});
