// Outbox, audit and keys: delivered at least once and in order, never given up, and carried along when a home moves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportHome, importHome } from '../../subgraphs/kit/database/home-rows';
import { AuditEntry, findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { drainOutbox, readBacklog, type Delivery } from '../../subgraphs/kit/workflow/drain-outbox';
import { runOutbox } from '../../subgraphs/kit/workflow/run-outbox';
import { OutboxMessage } from '../../subgraphs/kit/workflow/outbox-message';
import { testDatabases } from '../kit/test-databases';
import { booking, idOf, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { NOW, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { askStep, takeStep } from './kit/booking-steps';

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  beforeEach(async () => void (shard = await openActingShard(testDatabase)));
  afterEach(() => shard.close());

  const message = (n: number, rowId: string): OutboxMessage => ({
    id: idOf('yili', 'message', n),
    home: 'yili',
    rowId,
    mutation: 'proposeAgendaItem',
    input: { text: '议题' },
    createdAt: NOW.toISOString(),
    state: 'WAITING',
    attempts: 0,
    nextAttemptAt: NOW.toISOString(),
    settledAt: null,
    lastCode: null,
  });

  test('a message waits until its receiver answers; those of one row keep their order', async () => {
    const { manager } = shard.database;
    for (const each of [message(1, 'a'), message(2, 'a'), message(3, 'b')])
      await manager.insert(OutboxMessage, each as never);
    const sent: string[] = [];
    let answers: Record<string, Delivery> = {
      a: { kind: 'unanswered', code: 'HOME_UNAVAILABLE' },
      b: { kind: 'refused', code: 'NOT_FOUND' },
    };
    const deliver = async ({ id, rowId }: OutboxMessage) => (sent.push(id), answers[rowId]!);
    const drain = (later: number) =>
      drainOutbox({ database: shard.database, now: () => new Date(NOW.getTime() + later), deliver });
    expect(await drain(0)).toEqual({ delivered: 0, refused: 1, waiting: 1 });
    expect(await readBacklog(shard.database)).toEqual({
      waiting: 2,
      refused: 1,
      oldestWaitingSince: NOW.toISOString(),
    });
    expect(await drain(500)).toEqual({ delivered: 0, refused: 0, waiting: 0 });
    answers = { a: { kind: 'delivered' } };
    expect(await drain(1_000)).toEqual({ delivered: 2, refused: 0, waiting: 0 });
    expect(sent).toEqual([1, 3, 1, 2].map((n) => idOf('yili', 'message', n)));
    expect(await readBacklog(shard.database)).toMatchObject({ waiting: 0, oldestWaitingSince: null });
  });

  test('a shard says what is delayed, once, and goes on', async () => {
    await shard.database.manager.insert(OutboxMessage, message(1, 'a') as never);
    const faults: string[] = [];
    let [ticks, rounds] = [0, 0];
    const outbox = runOutbox({
      database: shard.database,
      now: () => new Date(NOW.getTime() + 120_000 + 5_000 * (ticks += 1)),
      deliver: () => Promise.resolve({ kind: 'unanswered', code: `ROUND_${(rounds += 1)}` }),
      log: (fault) => faults.push(String(fault)),
      everyMs: 1,
    });
    while (rounds < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await outbox.stop();
    expect(faults).toEqual([`Error: 1 messages of the outbox wait, the oldest since ${NOW.toISOString()}`]);
  });

  test('a home that moves takes its audit, its keys and its outbox along; an altered entry is found', async () => {
    const id = idOf('yili', 'booking', 1);
    await shard.load([
      resource(1, { exclusive: true }),
      booking(1, idOf('yili', 'resource', 1), { state: 'REQUESTED' }),
    ]);
    await shard.database.manager.insert(OutboxMessage, message(1, id) as never);
    const input = { id, idempotencyKey: 'before-the-move' };
    const before = await takeStep(shard.ask, officeOf('yili'), 'approveBooking', input);
    const folder = mkdtempSync(join(tmpdir(), 'lianxi-move-'));
    const next = await openActingShard(testDatabase);
    await exportHome(shard.database, 'yili', folder);
    const late = { id, reason: '有会' };
    expect((await askStep(shard.ask, officeOf('yili'), 'revokeBooking', late)).errors).toMatchObject([
      { message: expect.stringContaining('正在迁往另一服务'), extensions: { code: 'HOME_UNAVAILABLE' } },
    ]);
    await importHome(next.database, 'yili', folder, NOW.toISOString());
    expect(await takeStep(next.ask, officeOf('yili'), 'approveBooking', input)).toEqual({
      ...before,
      replayed: true,
    });
    await takeStep(next.ask, officeOf('yili'), 'revokeBooking', { id, reason: '有会' });
    expect(await findBrokenSeal(readAudit(next.database.manager, 'yili'))).toBeNull();
    expect(await next.database.manager.countBy(AuditEntry, { home: 'yili' })).toBe(2);
    expect(await readBacklog(next.database)).toMatchObject({ waiting: 1 });
    await next.database.manager.update(AuditEntry, { action: 'approveBooking' }, { office: '别的岗位' });
    expect(await findBrokenSeal(readAudit(next.database.manager, 'yili'))).toBe('yili.audit.000000000001');
    await next.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
