// What is counted is the same, whichever way a request is answered, and arrives when the gateway stops.
import type { UseCount, UseReport } from '../../gateway/usage/use-count';
import { DIRECTORY_CODE, ROOMS_CODE } from '../gateway/kit/little-graph';
import { post, sendRaw } from '../gateway/kit/raw-request';
import { listOf, startGateway } from '../gateway/kit/start-gateway';
import { startSubgraph } from '../gateway/kit/start-subgraph';

test.each([true, false])('directly: %s', async (direct) => {
  const subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  const taken: UseCount[] = [];
  const usageSink = { report: async ({ counts }: UseReport) => void taken.push(...counts) };
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
  expect(taken.map(({ day: _, ...use }) => Object.values(use).join(' '))).toEqual([
    'wall Towns Organization.town 3',
    'wall Towns Query.organizations 3',
    'unknown anonymous Query.room 3',
    'unknown anonymous Query.room(id:) 3',
    'unknown anonymous Room.name 3',
  ]);
});
