// A message that its receiver refused, through real gateways on every database: seen by its own offices, sent again or settled, never lost.
import { community } from '../../subgraphs/community/program';
import { AgendaItem } from '../../subgraphs/conference/agenda-item/agenda-item';
import { JointConference } from '../../subgraphs/conference/joint-conference/joint-conference';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { openProof } from '../../subgraphs/kit/identity/open-proof';
import { startShard, type RunningShard } from '../../subgraphs/kit/start-shard';
import { OUTBOX_SCOPE } from '../../subgraphs/kit/workflow/actor';
import { AuditEntry, findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { deliverThroughGateway } from '../../subgraphs/kit/workflow/deliver-through-gateway';
import { drainOutbox } from '../../subgraphs/kit/workflow/drain-outbox';
import { OutboxMessage } from '../../subgraphs/kit/workflow/outbox-message';
import { Need } from '../../subgraphs/sharing/need/need';
import { longSuiteDatabases, type CreatedDatabase } from '../kit/test-databases';
import { NOW, officeOf } from './kit/acting-shard';
import { prepareGateways, type OpenGateways } from './kit/gateways';
import { rowOf } from './kit/rows';

const [VILLAGE, STREET] = ['village', 'street'] as const;
const OUTBOX =
  '{ outbox(home: "village") { waiting refused oldestWaitingSince messages { id rowId mutation state attempts lastCode } } }';
const conference = rowOf(JointConference, { name: '联席会议', level: 'STREET' }, STREET);
const escalated = (text: string) =>
  rowOf(Need, { text, ownerStated: true, state: 'PUBLISHED', claimBy: '2026-11-01' }, VILLAGE);

describe.each(longSuiteDatabases())('$name', (testDatabase) => {
  const needs = [escalated('修路灯'), escalated('修健身器材')];
  const shards: Record<string, RunningShard> = {};
  const created: CreatedDatabase[] = [];
  let gateways: OpenGateways;

  beforeAll(async () => {
    const { gatewayKeys, open } = prepareGateways(2);
    for (const [home, rows] of [
      [VILLAGE, needs],
      [STREET, []],
    ] as const) {
      const database = await testDatabase.create();
      created.push(database);
      const proveAsker = openProof({ shard: home, gatewayKeys, requireSignature: true }, () => undefined);
      shards[home] = await startShard(community, {
        databaseUrl: database.url,
        host: '127.0.0.1',
        port: 0,
        now: () => NOW,
        log: () => undefined,
        proveAsker,
      });
      await loadRows(shards[home].database, rows, [home], NOW.toISOString());
    }
    const contracts = ['conference', 'cobuilding', 'sharing'];
    gateways = await open(
      Object.entries(shards).map(([home, { url }]) => ({ name: home, url, contracts, homes: [home] })),
    );
    const conferenceId = conference.values.id;
    const query =
      'mutation ($input: EscalateNeedInput!) { escalateNeed(input: $input) { refusal { code message } } }';
    for (const { values } of needs) {
      const { data } = await gateways.ask(officeOf(VILLAGE), query, {
        input: { id: values.id, conferenceId },
      });
      expect(data.escalateNeed).toEqual({ refusal: null });
    }
  }, 120_000);

  afterAll(async () => {
    await gateways?.stop();
    for (const shard of Object.values(shards)) await shard.stop();
    for (const { drop } of created) await drop();
  });

  async function drain(home: string, later = 0) {
    const tokenOf = () => gateways.tokenFor({ ...officeOf(home, [OUTBOX_SCOPE]), kind: 'service' });
    const deliver = deliverThroughGateway({ graphUrl: `${gateways.urls[0]}/graphql`, tokenOf });
    return drainOutbox({
      database: shards[home]!.database,
      now: () => new Date(NOW.getTime() + later),
      deliver,
    });
  }

  const change = async (organization: string, mutation: string, id: string) => {
    const query = `mutation ($input: OutboxMessageInput!) { it: ${mutation}(input: $input) { message { id state attempts } refusal { __typename code } } }`;
    return (await gateways.ask(officeOf(organization), query, { input: { id } })).data.it;
  };
  const outbox = async () => (await gateways.ask(officeOf(VILLAGE), OUTBOX)).data.outbox;
  const healthOf = async (url: string) => (await (await fetch(url)).json()) as any;

  test('what waits is told by the shard and by the gateway, with its age', async () => {
    const told = { waiting: 2, refused: 0, oldestWaitingSeconds: 0 };
    expect(await healthOf(`${shards[VILLAGE]!.url}/health`)).toMatchObject({ status: 'ok', outbox: told });
    const { shards: seen } = await healthOf(`${gateways.urls[1]}/health/ready`);
    expect(seen).toEqual([
      { name: VILLAGE, reachable: true, outbox: told },
      { name: STREET, reachable: true, outbox: { waiting: 0, refused: 0, oldestWaitingSeconds: null } },
    ]);
  });

  test('a refused message is shown to its own offices, and to nobody else', async () => {
    expect(await drain(VILLAGE)).toEqual({ delivered: 0, refused: 2, waiting: 0 });
    expect(await outbox()).toMatchObject({
      waiting: 0,
      refused: 2,
      messages: needs.map(({ values: { id } }) => ({
        rowId: id,
        mutation: 'proposeAgendaItem',
        state: 'REFUSED',
        lastCode: 'NOT_FOUND',
      })),
    });
    for (const [who, code] of [
      [null, 'FORBIDDEN'],
      [officeOf('school'), 'FORBIDDEN'],
    ] as const) {
      const { data, errors } = await gateways.ask(who, OUTBOX);
      expect([data.outbox, errors?.map(({ extensions }) => extensions.code)]).toEqual([null, [code]]);
    }
    const [{ id }] = (await outbox()).messages;
    for (const mutation of ['resendOutboxMessage', 'settleOutboxMessage'])
      expect(await change('school', mutation, id)).toMatchObject({
        message: null,
        refusal: { code: 'NOT_ALLOWED' },
      });
  });

  test('once its reason is gone it is sent again and applied once; the other is settled otherwise; both stay on record', async () => {
    const [first, second] = (await outbox()).messages;
    await loadRows(shards[STREET]!.database, [conference], [STREET], NOW.toISOString());
    const again = await change(VILLAGE, 'resendOutboxMessage', first.id);
    expect(again).toMatchObject({ message: { state: 'WAITING', attempts: 0 }, refusal: null });
    expect(again.message.id).not.toBe(first.id);
    expect((await change(VILLAGE, 'resendOutboxMessage', first.id)).refusal.code).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(await change(VILLAGE, 'settleOutboxMessage', second.id)).toMatchObject({
      message: { id: second.id, state: 'SETTLED' },
    });
    expect(await drain(VILLAGE, 1_000)).toEqual({ delivered: 1, refused: 0, waiting: 0 });
    expect(await drain(STREET, 1_000)).toEqual({ delivered: 1, refused: 0, waiting: 0 });

    const items = await shards[STREET]!.database.manager.find(AgendaItem);
    expect(items).toMatchObject([{ needId: needs[0]!.values.id }]);
    const { manager } = shards[VILLAGE]!.database;
    expect(await manager.findOneBy(Need, { id: needs[0]!.values.id })).toMatchObject({
      agendaItemId: items[0]!.id,
    });
    const stored = await manager.find(OutboxMessage);
    expect(stored.map(({ state }) => state).sort()).toEqual(['DELIVERED', 'SETTLED', 'SETTLED']);
    expect(await outbox()).toEqual({ waiting: 0, refused: 0, oldestWaitingSince: null, messages: [] });
    const audited = await manager.findBy(AuditEntry, { home: VILLAGE, toState: 'SETTLED' });
    expect(audited.map(({ action, office }) => [action, office])).toEqual([
      ['resendOutboxMessage', '综合办公室'],
      ['settleOutboxMessage', '综合办公室'],
    ]);
    expect(await findBrokenSeal(readAudit(manager, VILLAGE))).toBeNull();
  });
});
