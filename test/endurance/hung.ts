// `npm run hung`: a subgraph hangs for a minute while a quarter of 50 connections touch it; what they and the others see.
import { measureHangUp } from './kit/measure-hang-up';
import type { LoadGroup, LoadResult, Sample } from './kit/load-process';
import { type LittleGateway, startLittleGateway } from './kit/start-little-gateway';
import { quantile, runLoad, sleep, startLoad } from './kit/start-load';

const DEADLINE_MS = 5_000;
const TOUCHED = 13;
const OTHERS = 37;
const GROUPS: LoadGroup[] = [
  {
    name: 'touched',
    connections: TOUCHED,
    pause: 0,
    operations: [{ query: '{ rooms { name owner { id name } } }' }],
  },
  { name: 'others', connections: OTHERS, pause: 0, operations: [{ query: '{ rooms { id name } }' }] },
];

async function main(): Promise<void> {
  const gateway = await startLittleGateway({ fetchDeadlineMs: DEADLINE_MS });
  await runLoad(gateway.url, GROUPS, 4_000);
  const before = await runLoad(gateway.url, GROUPS, 8_000);
  const { during, hungAt, endedAt } = await runHung(gateway);
  report(before, during, hungAt, endedAt);
  await reportHangUp(gateway);
  await gateway.stop();
}

async function runHung(gateway: LittleGateway) {
  const load = startLoad(gateway.url, GROUPS);
  await sleep(3_000);
  const hungAt = Date.now();
  gateway.hang('directory');
  await sleep(DEADLINE_MS * 4);
  const endedAt = Date.now();
  return { during: await load.stop(), hungAt, endedAt };
}

function report(before: LoadResult, during: LoadResult, hungAt: number, endedAt: number): void {
  const openedAt = hungAt + DEADLINE_MS * 1.1;
  // The word takes a moment to the subgraphs' process.
  const touched = during.touched!.filter(({ at }) => at > hungAt + 200 && at < endedAt);
  const waited = during.touched!.filter(({ at, ms }) => at > hungAt - 200 && ms > 500);
  const atDeadline = waited.filter(({ ms }) => Math.abs(ms - DEADLINE_MS) <= DEADLINE_MS * 0.1);
  const inPart = touched.filter(({ data, codes }) => data && codes.includes('SUBGRAPH_UNAVAILABLE'));
  const ms = waited.map((it) => it.ms);
  const p95 = (samples: Sample[]) =>
    quantile(
      samples.map((it) => it.ms),
      0.95,
    );
  const others = during.others!.filter(({ at }) => at > hungAt && at < endedAt);
  const waiting = others.filter(({ at }) => at < openedAt);
  const opened = [...touched, ...others].filter(({ at }) => at >= openedAt);
  const rateBefore = (before.touched!.length + before.others!.length) / 8;
  const rateAfter = opened.length / ((endedAt - openedAt) / 1_000);
  console.log(
    `Touched answers after the subgraph hung: ${touched.length}, with the rest of their data ${inPart.length}`,
  );
  console.log(
    `  that waited: ${waited.length}, at the deadline of ${DEADLINE_MS} ms ±10%: ${atDeadline.length} (${Math.min(...ms).toFixed(0)} to ${Math.max(...ms).toFixed(0)} ms); the rest at once, for the breaker was open`,
  );
  console.log(
    `Others' p95: before ${p95(before.others!).toFixed(1)} ms, while the touched wait ${p95(waiting).toFixed(1)} ms, in all ${p95(others).toFixed(1)} ms: ${(p95(others) / p95(before.others!)).toFixed(2)}× (bound: 1.5×); failed ${others.filter(({ status, codes }) => status !== 200 || codes.length > 0).length}`,
  );
  console.log(
    `Rate of all 50 connections: before ${rateBefore.toFixed(0)}/s, after the breaker opened ${rateAfter.toFixed(0)}/s: ${((100 * rateAfter) / rateBefore).toFixed(0)}% (bound: over 50%)`,
  );
}

/** How long after a client's hang-up its requests to subgraphs are gone is told by test/gateway/hang-up.test.ts; here by the clock. */
async function reportHangUp(gateway: LittleGateway): Promise<void> {
  const ms = await measureHangUp();
  console.log(
    `A client hung up: its requests to subgraphs were cut off after ${Math.max(...ms).toFixed(0)} ms at most, of ${ms.length} (bound: 100 ms)`,
  );
  gateway.hang(undefined);
}

void main().then(() => process.exit(0));
