// What is counted is the same, whichever way a request is answered, and arrives when the gateway stops.
import type { UsageBatch, UsageEntry } from '../../gateway/usage/usage-sink';
import { DIRECTORY_CODE, ROOMS_CODE } from '../gateway/kit/little-graph';
import { post, sendRaw } from '../gateway/kit/raw-request';
import { listOf, startGateway } from '../gateway/kit/start-gateway';
import { startSubgraph } from '../gateway/kit/start-subgraph';

test.each([true, false])('directly: %s', async (direct) => {
  const subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  const batches: UsageBatch[] = [];
  const usageSink = { report: async (batch: UsageBatch) => void batches.push(batch) };
  const gateway = await startGateway(
    listOf(1, { name: 'first', url: subgraph.url }),
    { direct },
    { usageSink },
  );
  const wall = { 'apollographql-client-name': 'wall' };
  for (let i = 0; i < 3; i++) {
    await sendRaw(gateway.url, post({ query: 'query Towns { organizations { town } }' }, wall));
    await sendRaw(gateway.url, post({ query: '{ room(id: "r1") { name } }' }));
  }
  await sendRaw(gateway.url, post({ query: '{ nowhere }' }, wall));
  await gateway.stop();
  await subgraph.stop();
  const entries = batches.flatMap((batch): readonly UsageEntry[] => batch.entries);
  expect(
    entries.map(({ client, operation, requests, errors }) => [client, operation, requests, errors]),
  ).toEqual([
    ['wall', 'Towns', 3, 3],
    ['unknown', 'anonymous', 3, 0],
  ]);
  expect(entries.map(({ coordinates }) => coordinates)).toEqual([
    ['Organization.town', 'Query.organizations'],
    ['Query.room', 'Query.room(id:)', 'Room.name'],
  ]);
  expect(entries.map(({ hash }) => hash.length)).toEqual([64, 64]);
});
