// A mutation that was captured on its way, sent again to a shard that was started since: it does nothing twice, on every database.
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTOR_HEADER, hashBody, keyIdOf, signActor } from '../../schema/actor-signature';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { openProof } from '../../subgraphs/kit/identity/open-proof';
import { startShard } from '../../subgraphs/kit/start-shard';
import { KeptAnswer } from '../../subgraphs/kit/workflow/kept-answer';
import { Need } from '../../subgraphs/sharing/need/need';
import { unit } from '../../subgraphs/unit/program';
import { testDatabases } from '../kit/test-databases';

const { privateKey } = generateKeyPairSync('ed25519');
const key = { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
const folder = mkdtempSync(join(tmpdir(), 'lianxi-replay-'));
const keyFile = join(folder, 'keys.json');
writeFileSync(keyFile, JSON.stringify({ keys: [createPublicKey(privateKey).export({ format: 'jwk' })] }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const terms = { shard: 'yili', gatewayKeys: [keyFile], requireSignature: true };
const actor = { office: '综合办公室', organization: 'yili', kind: 'office', scopes: [] } as const;
const RAISE = 'createNeed(input: { home: "yili", text: "修路灯" }) { need { id } replayed }';
const BODY = JSON.stringify({ query: `mutation { one: ${RAISE} two: ${RAISE} }` });

function signed(body: string): string {
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + 60, jti: randomUUID() };
  return signActor({ iss: 'lianxi-gateway', aud: 'yili', ...times, bh: hashBody(body), actor }, key);
}

test.each(testDatabases())('on $name', async ({ create }) => {
  const { url: databaseUrl, drop } = await create();
  const start = () =>
    startShard(unit, {
      databaseUrl,
      host: '127.0.0.1',
      port: 0,
      log: () => undefined,
      proveAsker: openProof(terms, () => undefined),
    });
  const post = async (url: string, signature: string) => {
    const headers = { 'content-type': 'application/json', [ACTOR_HEADER]: signature };
    const response = await fetch(`${url}/sharing`, { method: 'POST', headers, body: BODY });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not computed with
    return (await response.json()) as any;
  };
  const captured = signed(BODY);
  let shard = await start();
  await loadRows(shard.database, [], ['yili'], new Date().toISOString());
  const first = await post(shard.url, captured);
  expect(first.data).toMatchObject({ one: { replayed: false }, two: { replayed: false } });
  expect(first.data.one.need.id).not.toBe(first.data.two.need.id);
  expect((await post(shard.url, captured)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  await shard.stop();

  shard = await start();
  const again = await post(shard.url, captured);
  const needs = await shard.database.manager.count(Need);
  const another = await post(shard.url, signed(BODY));
  const kept = await shard.database.manager.find(KeptAnswer);
  await shard.stop();
  await drop();
  expect(again.data).toEqual({
    one: { ...first.data.one, replayed: true },
    two: { ...first.data.two, replayed: true },
  });
  expect(needs).toBe(2);
  expect(another.data).toMatchObject({ one: { replayed: false }, two: { replayed: false } });
  expect(kept).toHaveLength(4);
});
