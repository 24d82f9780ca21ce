// An outbox in earnest: under the home's service token, through the gateway, to the owner elsewhere and back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDemonstrationTokens,
  type DemonstrationTokens,
} from '../../gateway/identity/demonstration-tokens';
import { ACTOR_HEADER } from '../../schema/actor-signature';
import { JointConference } from '../../subgraphs/conference/joint-conference/joint-conference';
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { OUTBOX_SCOPE, type Actor } from '../../subgraphs/kit/workflow/actor';
import { deliverThroughGateway } from '../../subgraphs/kit/workflow/deliver-through-gateway';
import { readBacklog } from '../../subgraphs/kit/workflow/drain-outbox';
import { readOutboxTokens } from '../../subgraphs/kit/workflow/read-outbox-tokens';
import { runOutbox } from '../../subgraphs/kit/workflow/run-outbox';
import { Need } from '../../subgraphs/sharing/need/need';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { officeOf } from './kit/acting-shard';
import { rowOf } from './kit/rows';

const HOME = 'demo-community';
const CONVENER = 'demo-street';
const need = rowOf(
  Need,
  { text: '修路灯', ownerStated: true, state: 'PUBLISHED', claimBy: '2020-01-01' },
  HOME,
);
const conference = rowOf(JointConference, { name: '试验联席会议', level: 'STREET' }, CONVENER);

let demonstration: RunningDemonstration;
let tokens: DemonstrationTokens;
let folder: string;

beforeAll(async () => {
  tokens = await createDemonstrationTokens();
  folder = mkdtempSync(join(tmpdir(), 'lianxi-outbox-'));
  const demonstrationIssuerPath = join(folder, 'issuer.json');
  writeFileSync(demonstrationIssuerPath, JSON.stringify(tokens.keys));
  demonstration = await runDemonstration({
    shards: SHARDS.filter(({ homes }) => homes.includes(HOME) || homes.includes(CONVENER)),
    rows: [need, conference],
    config: { demonstrationIssuerPath },
    readActor: signedActor,
  });
}, 180_000);
afterAll(async () => {
  await demonstration?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the gateway has signed; that shards verify it is tested where identity is. */
function signedActor({ headers }: IncomingMessage): Actor | undefined {
  const signed = headers[ACTOR_HEADER];
  if (typeof signed !== 'string') return undefined;
  return (JSON.parse(Buffer.from(signed.split('.')[1]!, 'base64url').toString()) as { actor?: Actor }).actor;
}

async function ask(token: string, query: string) {
  const response = await fetch(`${demonstration.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as varied as the questions
  return (await response.json()) as { data: any; errors?: object[] };
}

function shardOf(home: string) {
  return demonstration.shards.get(SHARDS.find(({ homes }) => homes.includes(home))!.name)!;
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('an escalated need reaches the agenda and knows its item, once the outbox has its token', async () => {
  const office = await tokens.tokenFor(officeOf(HOME));
  const escalation = `mutation { escalateNeed(input: { id: "${need.values.id}", conferenceId: "${conference.values.id}" }) { need { state } refusal { message } } }`;
  expect(await ask(office, escalation)).toMatchObject({
    data: { escalateNeed: { need: { state: 'ESCALATED' }, refusal: null } },
  });

  const tokensPath = join(folder, 'outbox-tokens.json');
  writeFileSync(tokensPath, '{}');
  const deliver = deliverThroughGateway({
    graphUrl: `${demonstration.gatewayUrl}/graphql`,
    tokenOf: readOutboxTokens(tokensPath),
  });
  const faults: unknown[] = [];
  let ahead = 0;
  const outboxes = [HOME, CONVENER].map((home) =>
    runOutbox({
      database: shardOf(home).database,
      now: () => new Date(Date.now() + ahead),
      deliver,
      log: (fault) => faults.push(fault),
      everyMs: 50,
    }),
  );
  const { manager } = shardOf(HOME).database;
  const code = async () =>
    (await manager.query<{ lastCode: string | null }[]>('SELECT lastCode FROM outbox_message'))[0]!.lastCode;
  await until(async () => (await code()) === 'NO_OUTBOX_TOKEN');

  const service = (home: string) =>
    tokens.tokenFor({ ...officeOf(home, [OUTBOX_SCOPE]), office: '发件箱', kind: 'service' });
  writeFileSync(
    tokensPath,
    JSON.stringify({ [HOME]: await service(HOME), [CONVENER]: await service(CONVENER) }),
  );
  ahead = 3_600_000;
  await until(
    async () => (await manager.findOneByOrFail(Need, { id: need.values.id })).agendaItemId !== null,
  );
  await until(async () => (await readBacklog(shardOf(CONVENER).database)).waiting === 0);
  await Promise.all(outboxes.map((outbox) => outbox.stop()));

  const found = await ask(
    office,
    `{ need(id: "${need.values.id}") { state agendaItems(first: 5) { edges { node { state origin title proposer { id } } } } } }`,
  );
  expect(found.data.need).toEqual({
    state: 'ESCALATED',
    agendaItems: {
      edges: [
        { node: { state: 'PROPOSED', origin: 'ESCALATED_NEED', title: '修路灯', proposer: { id: HOME } } },
      ],
    },
  });
  expect(await readBacklog(shardOf(HOME).database)).toEqual({
    waiting: 0,
    refused: 0,
    oldestWaitingSince: null,
  });
  expect(faults.filter((fault) => String(fault).includes('refused'))).toEqual([]);
}, 120_000);
