// A shard that requires signatures: examined, published and served in the graph; what is not signed is refused with a sentence.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningShard } from '../../subgraphs/kit/start-shard';
import { eventually } from '../gateway/kit/start-gateway';
import { ask } from '../kit/run-demonstration';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';
import { openStreet, type OpenStreet } from './kit/open-street';

const NAME = 'yili-shard';
const PUBLISH_SHARD =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome version verdict { findings { rule sentence { en } suggestion { en } } } } }';

let street: OpenStreet;
let token: string;

beforeAll(async () => {
  street = await openStreet();
  token = await street.admit('yili');
});
afterAll(() => street?.close());

const openShard = (examinerKeys?: string[]) =>
  street.openShard(NAME, {
    homes: ['yili'],
    rows: [1, 2, 3].map((n) => resource(n)),
    trusts: examinerKeys && { examinerKeys },
  });

const published = async ({ url }: RunningShard) => {
  const shard = { name: NAME, url, contracts: ['sharing'], homes: ['yili'] };
  return (await street.registry.ask(PUBLISH_SHARD, { shard }, token)).data.publishShard;
};

test('a shard that does not know the registry is not published, and its operator is told what to do', async () => {
  const refused = await published(await openShard([]));
  expect(refused.outcome).toBe('REFUSED');
  expect(refused.verdict.findings).toEqual([
    {
      rule: 'SIGNATURE_REFUSED',
      sentence: { en: expect.stringContaining("does not take the registry's signature (401)") },
      suggestion: { en: expect.stringContaining('LIANXI_EXAMINER_KEYS=<registry>/.well-known/lianxi-keys') },
    },
  ]);
});

test('one that trusts the registry is examined, published, and serves in the graph', async () => {
  expect(await published(await openShard())).toMatchObject({
    outcome: 'ACCEPTED',
    verdict: { findings: [] },
  });
  const query = '{ sharedResources { totalCount coverage { complete } edges { node { name } } } }';
  const { data } = await eventually(
    () => ask(street.gateway.url, query),
    ({ data: found }) => found?.sharedResources?.totalCount === 3,
  );
  expect(data.sharedResources).toMatchObject({ coverage: { complete: true }, edges: [{}, {}, {}] });
});

const check = (...words: string[]) =>
  promisify(execFile)(process.execPath, [
    '-r',
    '@swc-node/register',
    'scripts/shard-check.ts',
    ...words,
  ]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );

test('shard:check is refused with a sentence without a key, and examines with one that the shard trusts', async () => {
  const key = join(street.folder, 'examiner.pem');
  const shard = await openShard([`${key}.jwks.json`]);
  const unsigned = await check(shard.url);
  expect(unsigned).toMatchObject({
    code: 2,
    said: expect.stringContaining('answers only what somebody whom it trusts has signed'),
  });
  expect(unsigned.said).toContain('--key <file>');
  expect((await check(shard.url, '--key', key)).said).toContain('--name');
  const signed = await check(shard.url, '--key', key, '--name', NAME);
  expect(signed).toMatchObject({
    code: 0,
    said: expect.stringMatching(/✓ sharing: \d+ lists with 3 rows, 0 breaches/),
  });
  const misnamed = await check(shard.url, '--key', key, '--name', 'another');
  expect(misnamed).toMatchObject({ code: 2, said: expect.stringContaining('LIANXI_SHARD=another') });
});
