// The steps of a move at a shard: only as the mover signs them, only in their order, and never at the price of a row.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicKeySet, signAs } from '../../../gateway/identity/sign-requests';
import {
  ACTOR_HEADER,
  type ActorKey,
  EXAMINER,
  GATEWAY,
  keyIdOf,
  MOVER,
} from '../../../schema/actor-signature';
import { serveHome } from '../../../subgraphs/kit/database/home-rows';
import { readHomes } from '../../../subgraphs/kit/database/shard-home';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { openMoverProof, openProof } from '../../../subgraphs/kit/identity/open-proof';
import { startShard, type Program, type RunningShard } from '../../../subgraphs/kit/start-shard';
import { drainOutbox } from '../../../subgraphs/kit/workflow/drain-outbox';
import { OutboxMessage } from '../../../subgraphs/kit/workflow/outbox-message';
import { community } from '../../../subgraphs/community/program';
import { unit } from '../../../subgraphs/unit/program';
import { type CreatedDatabase, testDatabases } from '../../kit/test-databases';
import { idOf, need, resource } from '../sharing/kit/sharing-rows';

function newKey(): ActorKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
}

const ROWS = [need(1), need(2), resource(1)];
const key = newKey();
const folder = mkdtempSync(join(tmpdir(), 'lianxi-mover-'));
const keysFile = join(folder, 'keys.json');
writeFileSync(keysFile, JSON.stringify(publicKeySet(key)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(testDatabases())('$name', ({ create }) => {
  const databases: CreatedDatabase[] = [];
  const shards: RunningShard[] = [];
  let source: RunningShard;
  let target: RunningShard;

  beforeEach(async () => {
    source = await open('source', ROWS);
    target = await open('target');
  });
  afterEach(async () => {
    for (const shard of shards.splice(0)) await shard.stop();
    for (const database of databases.splice(0)) await database.drop();
  });

  async function open(
    name: string,
    rows: LoadableRow[] = [],
    program: Program = unit,
  ): Promise<RunningShard> {
    const database = await create();
    databases.push(database);
    const terms = { shard: name, gatewayKeys: [keysFile], examinerKeys: [keysFile], moverKeys: [keysFile] };
    const ignore = () => undefined;
    const shard = await startShard(program, {
      databaseUrl: database.url,
      host: '127.0.0.1',
      port: 0,
      log: ignore,
      proveAsker: openProof({ ...terms, requireSignature: false }, ignore),
      proveMover: openMoverProof(terms, ignore),
    });
    shards.push(shard);
    await loadRows(shard.database, rows, rows.length > 0 ? ['yili'] : [], new Date().toISOString());
    return shard;
  }

  const nameOf = (shard: RunningShard) => (shard === source ? 'source' : 'target');

  async function post(shard: RunningShard, body: string, signature?: string) {
    const headers = { 'content-type': 'application/json', ...(signature && { [ACTOR_HEADER]: signature }) };
    const response = await fetch(`${shard.url}/moving`, { method: 'POST', headers, body });
    return { status: response.status, answer: (await response.json()) as any };
  }

  function ask(shard: RunningShard, step: string, given: object = {}, move = 'm1') {
    const body = JSON.stringify({ step, home: 'yili', move, ...given });
    return post(shard, body, signAs(MOVER, key, { audience: nameOf(shard), body, now: Date.now() }));
  }

  async function done(shard: RunningShard, step: string, given: object = {}) {
    const { status, answer } = await ask(shard, step, given);
    expect({ step, status, answer }).toMatchObject({ status: 200 });
    return answer;
  }

  async function copied(): Promise<{ tables: { table: string; rows: number; hash: string }[] }> {
    const { tables } = await done(source, 'leave');
    await done(target, 'arrive', { tables: tables.map(({ table }: { table: string }) => table) });
    for (const { table } of tables) {
      const { rows } = await done(source, 'read', { table, after: '' });
      await done(target, 'take', { table, rows });
    }
    return { tables };
  }

  const refused = async (asked: Promise<{ status: number; answer: any }>, said: string) => {
    const { status, answer } = await asked;
    expect(status).toBe(409);
    expect(answer.errors[0].message).toContain(said);
  };

  test('only the mover is heard, for this shard and this body, and once', async () => {
    const body = JSON.stringify({ step: 'leave', home: 'yili', move: 'm1' });
    const good = { audience: 'source', body, now: Date.now() };
    const bad: [string, string | undefined][] = [
      ['unsigned', undefined],
      ['as a gateway', signAs(GATEWAY, key, good)],
      ['as an examiner', signAs(EXAMINER, key, good)],
      ['by another key', signAs(MOVER, newKey(), good)],
      ['for another shard', signAs(MOVER, key, { ...good, audience: 'target' })],
      ['for another body', signAs(MOVER, key, { ...good, body: body.replace('leave', 'remove') })],
    ];
    for (const [what, signature] of bad)
      expect({ what, status: (await post(source, body, signature)).status }).toEqual({ what, status: 401 });
    const signature = signAs(MOVER, key, good);
    expect((await post(source, body, signature)).status).toBe(200);
    expect((await post(source, body, signature)).status).toBe(401);
    const asGraph = JSON.stringify({ query: '{ needs { totalCount } }' });
    const headers = {
      'content-type': 'application/json',
      [ACTOR_HEADER]: signAs(MOVER, key, { audience: 'source', body: asGraph, now: Date.now() }),
    };
    expect((await fetch(`${source.url}/sharing`, { method: 'POST', headers, body: asGraph })).status).toBe(
      401,
    );
  });

  test('rows that are lost, altered or too many are not sealed', async () => {
    const { tables } = await copied();
    const [row] = await target.database
      .query('SELECT id FROM sharing_need ORDER BY id')
      .then((rows: { id: string }[]) => rows);
    await target.database.query(`UPDATE sharing_need SET text = 'other' WHERE id = '${row!.id}'`);
    await refused(ask(target, 'seal', { tables }), 'differ');
    await target.database.query(`DELETE FROM sharing_need WHERE id = '${row!.id}'`);
    await refused(ask(target, 'seal', { tables }), 'differ');
    await copied();
    await done(target, 'take', { table: 'sharing_need', rows: [{ ...need(9).values }] });
    await refused(ask(target, 'seal', { tables }), 'differ');
    await copied();
    await done(target, 'seal', { tables });
    expect(await done(target, 'arrive', { tables: [] })).toEqual({ sealed: true });
  });

  test('steps out of their order, or of another move, are refused', async () => {
    await refused(ask(source, 'read', { table: 'sharing_need', after: '' }), 'does not leave');
    await refused(ask(source, 'remove'), 'does not leave');
    await refused(ask(target, 'take', { table: 'sharing_need', rows: [] }), 'not at this step');
    await refused(ask(target, 'open'), 'not at this step');
    const { tables } = await copied();
    await refused(ask(source, 'leave', {}, 'm2'), 'another move');
    await refused(ask(source, 'stay', {}, 'm2'), 'another move');
    await refused(ask(target, 'open'), 'not at this step');
    await refused(
      ask(target, 'take', { table: 'sharing_need', rows: [{ ...need(9, { home: 'dongguan' }).values }] }),
      'not one of',
    );
    await refused(ask(target, 'fly'), 'step is one of');
    await done(target, 'seal', { tables });
    await done(target, 'open');
    await done(target, 'open');
    await refused(ask(source, 'arrive', { tables: [] }), 'another move');
    expect(await done(source, 'remove')).toMatchObject({ rows: 3 });
    expect(await done(source, 'remove')).toMatchObject({ rows: 0 });
    await refused(ask(source, 'stay'), 'another move');
  });

  test('a home is not taken in over rows of its own, nor where a table is missing', async () => {
    await refused(ask(source, 'arrive', { tables: ['sharing_need'] }), 'of its own');
    await refused(ask(target, 'arrive', { tables: ['conference_resolution'] }), 'no table');
    const whole = await open('target', [], community);
    shards.splice(shards.indexOf(target), 1);
    await target.stop();
    target = whole;
    await done(target, 'arrive', { tables: ['conference_resolution'] });
  });

  test('a home that nobody serves yet is served from then on; one that has moved away is not', async () => {
    const at = new Date().toISOString();
    await serveHome(target.database, 'dongguan', at);
    expect(await readHomes(target.database)).toEqual(['dongguan']);
    await done(source, 'leave');
    await done(source, 'remove');
    await expect(serveHome(source.database, 'yili', at)).rejects.toThrow('GONE');
    expect(await readHomes(source.database)).toEqual([]);
  });

  test('while it leaves it is read and its outbox is silent; when it stays, all goes on', async () => {
    const at = new Date().toISOString();
    const message = {
      id: idOf('yili', 'message', 1),
      home: 'yili',
      rowId: 'a',
      mutation: 'm',
      input: {},
      createdAt: at,
    };
    const waits = { state: 'WAITING', attempts: 0, nextAttemptAt: at, settledAt: null, lastCode: null };
    await source.database.manager.insert(OutboxMessage, { ...message, ...waits } as never);
    const drain = () =>
      drainOutbox({
        database: source.database,
        now: () => new Date(),
        deliver: async () => ({ kind: 'delivered' }),
      });
    const count = async (shard: RunningShard) => {
      const body = JSON.stringify({ query: '{ needs(homes: ["yili"]) { totalCount } }' });
      const headers = { 'content-type': 'application/json' };
      return (await (await fetch(`${shard.url}/sharing`, { method: 'POST', headers, body })).json()) as any;
    };
    await copied();
    expect(await drain()).toMatchObject({ delivered: 0 });
    expect((await count(source)).data.needs.totalCount).toBe(2);
    expect((await count(target)).errors[0].extensions.code).toBe('HOME_UNAVAILABLE');
    await done(source, 'stay');
    await done(source, 'stay');
    await done(target, 'discard');
    await done(target, 'discard');
    expect(await drain()).toMatchObject({ delivered: 1 });
    expect((await count(target)).errors[0].extensions.code).toBe('HOME_UNAVAILABLE');
  });
});
