// One graph behind two gateways, one with the direct way and one without, and what must be alike when both are asked.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { GatewayConfig } from '../../../gateway/config';
import type { GivenParts } from '../../../gateway/main';
import type { ShardList } from '../../../gateway/sharding/shard-list';
import type { PassedStep } from '../../../gateway/steps/operation-steps';
import { type RawAnswer, type RawRequest, sendRaw } from './raw-request';
import { type TestGateway, startGateway } from './start-gateway';

export type Way = PassedStep['way'];
export type Pair = Record<Way, TestGateway>;

export async function startPair(
  list: ShardList,
  settings: Partial<GatewayConfig>,
  given: GivenParts,
): Promise<Pair> {
  const direct = await startGateway(list, { ...settings, direct: true }, given);
  return { direct, apollo: await startGateway(list, { ...settings, direct: false }, given) };
}

/** What is asked, and every step that was passed for it. */
export async function askTraced(
  gateway: TestGateway,
  request: RawRequest,
): Promise<[RawAnswer, PassedStep[]]> {
  const passed: PassedStep[] = [];
  const listen = (step: unknown) => void passed.push(step as PassedStep);
  subscribe('lianxi:step', listen);
  const answer = await sendRaw(gateway.url, request);
  unsubscribe('lianxi:step', listen);
  return [answer, passed];
}

export const stepsOf = (passed: PassedStep[]) => passed.map(({ step }) => step);

/**
 * Asked the first and the second time, the gateway with the direct way answers as the other, to the byte.
 * `way` is that of the second time. The answer is for whoever wants to look at more.
 */
export async function expectAlike(
  { direct, apollo }: Pair,
  request: RawRequest,
  way: Way | 'any',
): Promise<RawAnswer> {
  const first = await sendRaw(direct.url, request);
  const [second, passed] = await askTraced(direct, request);
  const [reference, passedByApollo] = await askTraced(apollo, request);
  expect(first).toEqual(reference);
  expect(second).toEqual(reference);
  if (way !== 'any') expect(passed.at(-1)!.way).toBe(way);
  expect(new Set(passedByApollo.map((step) => step.way))).not.toContain('direct');
  if (way === 'direct') expect(stepsOf(passed)).toEqual(stepsOf(passedByApollo));
  return reference;
}
