// Stops one shard after the other: each question still answers, says who is missing, and is whole again afterwards.
import {
  operation,
  runDemonstration,
  type Answer,
  type RunningDemonstration,
} from '../kit/run-demonstration';
import { expectBilingual, expectNoInsides } from '../kit/spoken';
import { missingAgreements } from '../../schema/operations/q08-members-without-agreement';
import { matches } from '../../schema/operations/q11-resources-for-unclaimed-needs';
import { projectsToPost } from '../../schema/operations/q19-projects-to-post';
import { vacantLiaisons } from '../../schema/operations/q24-members-without-liaison-office';
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { comparable, QUESTIONS } from './questions/questions';
import { readWorld } from './questions/read-world';
import { withoutHomes, type World } from './questions/world';

/** The gateway names this many silent homes of a field one by one and counts the rest. */
const SPELLED_OUT = 20;

let demonstration: RunningDemonstration;
let whole: World;

beforeAll(async () => {
  demonstration = await runDemonstration();
  whole = await readWorld(demonstration, SHARDS);
});

afterAll(() => demonstration?.stop());

describe.each(['dongguan', 'hosted', 'demo-community', 'bob-sjc', 'street'])('%s is stopped', (name) => {
  const silent = SHARDS.find((shard) => shard.name === name)!.homes;
  let world: World;

  beforeAll(async () => {
    await demonstration.stopShard(name);
    world = withoutHomes(whole, silent);
  });

  test.each(QUESTIONS)('$name', async ({ name: question, model }) => {
    const { status, answer } = await post(question);
    const { data, errors = [], extensions } = answer;
    const expected = model(world);
    expect(status).toBe(200);
    expect(comparable(data)).toEqual(expected);
    expectNothingLeaks(answer);
    const missing = missingIn(expected);
    const told = extensions?.homes?.missing ?? [];
    expect(told.map(({ home }) => home)).toEqual(expect.arrayContaining(missing));
    expect(told.filter(({ home, reason }) => !silent.includes(home) || reason !== 'UNREACHABLE')).toEqual([]);
    expectNamed(errors, missing);
    const others = errors.filter(
      ({ extensions: { code } = {} }) =>
        code !== 'HOME_UNAVAILABLE' && !(name === 'street' && code === 'SUBGRAPH_UNAVAILABLE'),
    );
    expect(others).toEqual([]);
  });

  test('an absence is unknown, never none', async () => {
    const speaksCobuilding = whole.homes.cobuilding!.includes(silent[0]!);
    const { agreements, matched, posts, liaisons } = await absencesNow();
    expect(new Set(agreements.rows.map(({ absence }) => absence))).toEqual(
      agreements.rows.length > 0 ? new Set([speaksCobuilding ? 'UNKNOWN' : 'NONE']) : new Set(),
    );
    expect(matched.rows.filter(({ absence }) => absence === 'NONE')).toEqual([]);
    for (const { organization, absence } of liaisons.rows)
      expect({ organization, absence }).toEqual({
        organization,
        absence: silent.includes(organization.id) ? 'UNKNOWN' : 'NONE',
      });
    expect(posts.rows.filter(({ absence }) => absence === 'UNKNOWN').map(({ home }) => home)).toEqual(
      speaksCobuilding ? [...silent].sort() : [],
    );
    expect([matched.complete, posts.complete, agreements.complete]).toEqual([
      false,
      !speaksCobuilding,
      !speaksCobuilding,
    ]);
  });

  test('started again, everything is whole, and the gateway ran on', async () => {
    await demonstration.startShardAgain(name);
    await untilWhole();
    const answers = await Promise.all(
      QUESTIONS.map(({ name: question }) => demonstration.ask(operation(question))),
    );
    expect(answers.map(({ data, errors }) => ({ data: comparable(data), errors }))).toEqual(
      QUESTIONS.map(({ model }) => ({ data: model(whole), errors: undefined })),
    );
  });
});

test('homes that have not joined are not told as faults, and what they may have is not called none', async () => {
  const out = ['dongguan', 'bob-sjc'];
  const homes = SHARDS.filter(({ name }) => out.includes(name)).flatMap((shard) => shard.homes);
  const contracts = ['conference', 'cobuilding', 'sharing'];
  const notJoined = homes.map((home) => ({
    home,
    contracts: contracts.filter((contract) => whole.homes[contract]!.includes(home)),
  }));
  await demonstration.changeList(({ shards }) => ({
    shards: shards.filter(({ name }) => !out.includes(name)),
    notJoined,
  }));
  const world = withoutHomes(whole, homes, 'NOT_JOINED');
  for (const { name, model } of QUESTIONS) {
    const { data, errors } = await demonstration.ask(operation(name));
    expect({ name, data: comparable(data), errors }).toEqual({ name, data: model(world), errors: undefined });
  }
  const { agreements, matched, posts, liaisons } = await absencesNow();
  const all = [
    ...agreements.rows,
    ...posts.rows.filter(({ project }) => !project),
    ...liaisons.rows.filter(({ organization }) => homes.includes(organization.id)),
  ];
  expect(all.length).toBeGreaterThan(homes.length);
  expect(all.filter(({ absence }) => absence !== 'NOT_JOINED')).toEqual([]);
  expect(matched.rows.filter(({ absence }) => absence !== null && absence !== 'NOT_JOINED')).toEqual([]);
});

/** The rows of the four questions of absence. */
async function absencesNow() {
  const answer = async (name: string) => (await demonstration.ask(operation(name))).data as never;
  return {
    agreements: missingAgreements(await answer('q08-members-without-agreement')),
    matched: matches(await answer('q11-resources-for-unclaimed-needs')),
    posts: projectsToPost(await answer('q19-projects-to-post')),
    liaisons: vacantLiaisons(await answer('q24-members-without-liaison-office')),
  };
}

/** One of the questions as HTTP answers it. */
async function post(name: string): Promise<{ status: number; answer: Answer }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${demonstration.gatewayUrl}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: operation(name) }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

function expectNothingLeaks(answer: Answer): void {
  for (const { message } of answer.errors ?? []) expectBilingual(message);
  expectNoInsides(answer.errors ?? []);
  expect(JSON.stringify(answer)).not.toMatch(/https?:|127\.0\.0\.1|localhost|ECONN|UND_ERR/);
}

/** The homes that some coverage of an answer names. */
function missingIn(answer: unknown): string[] {
  if (answer === null || typeof answer !== 'object') return [];
  if ('reason' in answer && 'home' in answer) return [answer.home as string];
  return [...new Set(Object.values(answer).flatMap(missingIn))];
}

/** Each missing home has an error of its own, or is counted where there are many. No error comes twice. */
function expectNamed(errors: NonNullable<Answer['errors']>, missing: string[]): void {
  const unavailable = errors.filter(({ extensions }) => extensions?.code === 'HOME_UNAVAILABLE');
  const named = new Set(unavailable.map(({ extensions }) => extensions?.home as string | undefined));
  const counted = unavailable.some(({ extensions }) => typeof extensions?.count === 'number');
  if (missing.length <= SPELLED_OUT) expect([...named]).toEqual(expect.arrayContaining(missing));
  else expect({ named: named.size >= SPELLED_OUT, counted }).toEqual({ named: true, counted: true });
  expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(errors.length);
}

/** The gateway asks a shard that failed again after a while. */
async function untilWhole(): Promise<void> {
  const question =
    '{ needSummary { coverage { complete } } meetingSummary { coverage { complete } } agreementTaskSummary { coverage { complete } } workAreas(first: 0) { totalCount } }';
  for (;;) {
    const { errors } = await demonstration.ask(question);
    if (!errors) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
