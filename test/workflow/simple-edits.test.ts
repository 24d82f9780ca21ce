// Simple edits through two gateways, on every database: done once for a key, whichever gateway it comes by; refused where the row has changed since it was seen.
import { buildASTSchema, isInputObjectType, parse } from 'graphql';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { community } from '../../subgraphs/community/program';
import { CoBuildingAgreement } from '../../subgraphs/cobuilding/agreement/co-building-agreement';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { openProof } from '../../subgraphs/kit/identity/open-proof';
import { startShard, type RunningShard } from '../../subgraphs/kit/start-shard';
import { WorkflowStep } from '../../subgraphs/kit/workflow/workflow-step';
import { Need } from '../../subgraphs/sharing/need/need';
import { VolunteerTeam } from '../../subgraphs/sharing/volunteer-team/volunteer-team';
import { longSuiteDatabases, type CreatedDatabase } from '../kit/test-databases';
import { NOW, officeOf } from './kit/acting-shard';
import { prepareGateways, type OpenGateways } from './kit/gateways';
import { rowOf } from './kit/rows';

const HOME = 'village';
const agreement = { title: '协议', kind: 'CO_BUILDING_AGREEMENT', ownerStated: true, state: 'DRAFT' };
const EDITS: [
  mutation: string,
  row: ReturnType<typeof rowOf>,
  singular: string,
  edit: object,
  other: object,
][] = [
  [
    'updateNeed',
    rowOf(Need, { text: '修路灯', ownerStated: true, state: 'DRAFT' }, HOME),
    'need',
    { text: '修两盏路灯' },
    { text: '修三盏路灯' },
  ],
  [
    'updateCoBuildingAgreement',
    rowOf(CoBuildingAgreement, agreement, HOME),
    'coBuildingAgreement',
    { purpose: '共建' },
    { purpose: '互助' },
  ],
  [
    'updateVolunteerTeam',
    rowOf(VolunteerTeam, { name: '志愿服务队', headcount: 10 }, HOME),
    'volunteerTeam',
    { headcount: 12 },
    { headcount: 13 },
  ],
];

/** Of what is no step of a row: it is bound by its state, and done once whatever is sent. */
const WITHOUT_KEY = ['OutboxMessageInput'];

test('every mutation takes an idempotency key, and one of a row that exists the version it saw', () => {
  const lacking: string[] = [];
  let walked = 0;
  for (const { sdl } of readContractFiles()) {
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    for (const { name, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const type = schema.getType(String(args[0]!.type).replace('!', ''));
      if (!isInputObjectType(type) || WITHOUT_KEY.includes(type.name)) continue;
      const fields = type.getFields();
      walked += 1;
      if (!fields.idempotencyKey || (fields.id && !fields.expectedVersion)) lacking.push(name);
    }
  }
  expect(lacking).toEqual([]);
  expect(walked).toBeGreaterThan(100);
});

describe.each(longSuiteDatabases())('$name', (testDatabase) => {
  let database: CreatedDatabase;
  let shard: RunningShard;
  let gateways: OpenGateways;
  beforeAll(async () => {
    const { gatewayKeys, open } = prepareGateways(2);
    database = await testDatabase.create();
    const proveAsker = openProof({ shard: HOME, gatewayKeys, requireSignature: true }, () => undefined);
    shard = await startShard(community, {
      databaseUrl: database.url,
      host: '127.0.0.1',
      port: 0,
      now: () => NOW,
      log: () => undefined,
      proveAsker,
    });
    await loadRows(
      shard.database,
      EDITS.map(([, row]) => row),
      [HOME],
      NOW.toISOString(),
    );
    gateways = await open([
      { name: HOME, url: shard.url, contracts: ['conference', 'cobuilding', 'sharing'], homes: [HOME] },
    ]);
  }, 180_000);
  afterAll(async () => {
    await gateways?.stop();
    await shard?.stop();
    await database?.drop();
  });

  test.each(EDITS)('%s', async (mutation, { values: { id } }, singular, edit, other) => {
    const send = async (gateway: number, input: object) => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { it: ${mutation}(input: $input) { row: ${singular} { version } replayed refusal { code ... on StaleVersion { currentVersion } } } }`;
      const { data, errors } = await gateways.askAt(gateway, officeOf(HOME), query, {
        input: { id, ...input },
      });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data.it;
    };
    const first = { ...edit, expectedVersion: 1, idempotencyKey: `edit-${id}` };
    const both = await Promise.all([send(0, first), send(1, first)]);
    expect(both.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    for (const { row, refusal } of [...both, await send(1, first)])
      expect([row, refusal]).toEqual([{ version: 2 }, null]);
    expect((await send(0, { ...first, ...other })).refusal.code).toBe('KEY_REUSED');
    const late = { ...other, expectedVersion: 1, idempotencyKey: `late-${id}` };
    expect((await send(1, late)).refusal).toEqual({ code: 'STALE_VERSION', currentVersion: 2 });
    expect((await send(0, { ...late, expectedVersion: 2, idempotencyKey: `next-${id}` })).row).toEqual({
      version: 3,
    });
    const steps = await shard.database.manager.findBy(WorkflowStep, { rowId: id });
    expect(steps.map(({ version }) => version).sort()).toEqual([2, 3]);
  });

  test('what is made with a key is made once, whichever gateway it comes by', async () => {
    const query =
      'mutation ($input: CreateNeedInput!) { it: createNeed(input: $input) { need { id } replayed } }';
    const input = { home: HOME, text: '修健身器材', idempotencyKey: 'made-by-two-gateways' };
    const made = await Promise.all(
      [0, 1, 0, 1].map((gateway) => gateways.askAt(gateway, officeOf(HOME), query, { input })),
    );
    expect(new Set(made.map(({ data }) => data.it.need.id)).size).toBe(1);
    expect(made.filter(({ data }) => !data.it.replayed)).toHaveLength(1);
    expect(await shard.database.manager.countBy(Need, { text: '修健身器材' })).toBe(1);
  });
});
