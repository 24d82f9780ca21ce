// An exported audit, on every database: whole, or altered, removed, added, cut off or written anew; and without any free text.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../schema/cursor';
import type { AuditEntry } from '../../subgraphs/kit/workflow/audit-entry';
import { exportAudit, verifyAudit, type AuditVerdict } from '../../subgraphs/kit/workflow/audit-file';
import { testDatabases } from '../kit/test-databases';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';
import { NOW, officeOf, openActingShard } from './kit/acting-shard';
import { hours, takeStep } from './kit/booking-steps';
import { EXCLUSIVE } from './kit/race-for-room';

const folder = mkdtempSync(join(tmpdir(), 'lianxi-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const verify = (lines: readonly string[], kept?: { number: number; hash: string }): Promise<AuditVerdict> =>
  verifyAudit(linesOf(lines), kept);

const entryIn = (line: string) => JSON.parse(line) as AuditEntry;

/** As somebody would who can write the whole file: every seal made anew. */
function writtenAnew(lines: readonly string[], change: (entry: AuditEntry) => object): string[] {
  let previousHash = '0'.repeat(64);
  const entries = lines.slice(0, -1).map((line) => {
    const { hash: _hash, ...entry } = { ...entryIn(line), ...change(entryIn(line)), previousHash };
    previousHash = createHash('sha256').update(canonicalJson(entry)).digest('hex');
    return JSON.stringify({ ...entry, hash: previousHash });
  });
  const { closing } = JSON.parse(lines.at(-1)!) as { closing: object };
  return [...entries, JSON.stringify({ closing: { ...closing, lastHash: previousHash } })];
}

test.each(testDatabases())('on $name', async (testDatabase) => {
  const shard = await openActingShard(testDatabase);
  await shard.load([resource(1, { exclusive: true })]);
  for (const [hour, reason] of [
    [9, '消防检查'],
    [13, '设备维修'],
  ] as const) {
    const wanted = {
      resourceId: EXCLUSIVE,
      ...hours(hour, hour + 2),
      expectedHeadcount: 10,
      purpose: '重阳节演出',
    };
    const { booking } = await takeStep(shard.ask, officeOf('school'), 'requestBooking', wanted);
    await takeStep(shard.ask, officeOf('yili'), 'declineBooking', { id: booking!.id, reason });
  }
  const path = join(folder, `${testDatabase.name}.jsonl`);
  const head = await exportAudit(shard.database.manager, { home: 'yili', path, now: NOW.toISOString() });
  await shard.close();
  const text = readFileSync(path, 'utf8');
  const lines = text.trimEnd().split('\n');
  const kept = { number: 4, hash: head.lastHash! };

  expect(await verify(lines)).toEqual(head);
  expect(await verify(lines, kept)).toEqual({
    entries: 4,
    lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(lines.map((line) => (JSON.parse(line) as Partial<AuditEntry>).action)).toEqual([
    'requestBooking',
    'declineBooking',
    'requestBooking',
    'declineBooking',
    undefined,
  ]);
  expect(entryIn(lines[1]!)).toMatchObject({
    organization: 'yili',
    office: '综合办公室',
    oldVersion: 1,
    newVersion: 2,
  });
  expect(text).not.toMatch(/重阳节|消防|维修/);

  const second = entryIn(lines[1]!).id;
  const altered = lines.with(1, lines[1]!.replace('综合办公室', '别的岗位'));
  expect(await verify(altered)).toEqual({ fault: expect.stringContaining(second) });
  expect(await verify(lines.toSpliced(1, 1))).toEqual({ fault: expect.stringContaining('missing') });
  expect(await verify(lines.toSpliced(2, 0, lines[1]!))).toEqual({ fault: expect.stringContaining(second) });
  expect(await verify(lines.toSpliced(3, 1))).toEqual({
    fault: expect.stringContaining('cut off after entry 3: 4 were exported'),
  });
  expect(await verify(lines.slice(0, -1))).toEqual({
    fault: expect.stringContaining('cut off after entry 4'),
  });
  expect(await verify(lines.slice(0, 3))).toEqual({
    fault: expect.stringContaining('cut off after entry 3'),
  });
  expect(await verify([...lines, lines[0]!])).toEqual({ fault: expect.stringContaining('follow') });
  expect(await verify(['not JSON'])).toEqual({ fault: expect.stringContaining('no audit') });

  const anew = writtenAnew(lines, ({ action }) =>
    action === 'declineBooking' ? { office: '别的岗位' } : {},
  );
  expect(await verify(anew)).toMatchObject({ entries: 4 });
  expect(await verify(anew, kept)).toEqual({ fault: expect.stringContaining('written anew') });
});
