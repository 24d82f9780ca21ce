// A booking's way through its states, over HTTP, on every database.
import { testDatabases } from '../kit/test-databases';
import { idOf, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { NOW, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { askStep, hours, takeStep } from './kit/booking-steps';

const OWNER = officeOf('yili');
const ASKER = officeOf('dongguan');
const HALL = idOf('yili', 'resource', 1);
const YARD = idOf('yili', 'resource', 2);

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase);
    await shard.load([
      resource(1, { exclusive: true }),
      resource(2, { capacity: 50 }),
      resource(3, { state: 'PAUSED' }),
    ]);
  });
  afterAll(async () => {
    expect(shard.faults).toEqual([]);
    await shard.close();
  });

  const step = (actor: typeof OWNER, mutation: string, input: object) =>
    takeStep(shard.ask, actor, mutation, input);
  const request = async (resourceId: string, from: number, until: number, more: object = {}) =>
    step(ASKER, 'requestBooking', { resourceId, expectedHeadcount: 10, ...hours(from, until), ...more });

  test('is asked for, approved and used; each step is kept, and the audit is whole', async () => {
    const { booking } = await request(HALL, 8, 9);
    expect(booking).toMatchObject({ state: 'REQUESTED', version: 1 });
    const id = booking!.id;
    const approved = await step(OWNER, 'approveBooking', { id, expectedVersion: 1, reason: '同意' });
    expect(approved).toMatchObject({
      booking: { state: 'APPROVED', version: 2 },
      refusal: null,
      replayed: false,
    });
    expect((await step(OWNER, 'completeBooking', { id })).refusal).toMatchObject({
      code: 'WRONG_TIME',
      notBefore: '2026-11-30T08:00:00+08:00',
    });
    shard.clock.now = new Date('2026-11-30T09:00:00+08:00');
    expect((await step(OWNER, 'completeBooking', { id })).booking).toMatchObject({
      state: 'COMPLETED',
      version: 3,
    });
    shard.clock.now = NOW;
    const { data } = await shard.ask(
      ASKER,
      `{ booking(id: "${id}") { changedByOffice requester { id } steps { action fromState toState version organization office reason } } }`,
    );
    expect(data.booking).toMatchObject({ changedByOffice: '综合办公室', requester: { id: 'dongguan' } });
    expect(data.booking.steps.map((each: object) => Object.values(each))).toEqual([
      ['requestBooking', null, 'REQUESTED', 1, 'dongguan', '综合办公室', null],
      ['approveBooking', 'REQUESTED', 'APPROVED', 2, 'yili', '综合办公室', '同意'],
      ['completeBooking', 'APPROVED', 'COMPLETED', 3, 'yili', '综合办公室', null],
    ]);
    expect(await findBrokenSeal(readAudit(shard.database.manager, 'yili'))).toBeNull();
  });

  test('an exclusive resource has one approved booking at a time; the refusal names it', async () => {
    const first = (await request(HALL, 10, 12)).booking!.id;
    const second = (await request(HALL, 11, 13)).booking!.id;
    const third = (await request(HALL, 12, 13)).booking!.id;
    expect((await step(OWNER, 'approveBooking', { id: first })).booking?.state).toBe('APPROVED');
    expect((await step(OWNER, 'approveBooking', { id: second })).refusal).toMatchObject({
      __typename: 'Overlaps',
      code: 'OVERLAPS',
      bookings: [{ id: first, state: 'APPROVED' }],
    });
    expect((await step(OWNER, 'approveBooking', { id: third })).booking?.state).toBe('APPROVED');
    expect((await request(HALL, 9, 11)).refusal).toMatchObject({ code: 'OVERLAPS' });
  });

  test('another resource holds no more people than its capacity at any instant', async () => {
    const stays = [
      [8, 10, 30],
      [9, 11, 20],
      [10, 12, 30],
    ] as const;
    for (const [from, until, expectedHeadcount] of stays) {
      const { booking } = await request(YARD, from, until, { expectedHeadcount });
      expect((await step(OWNER, 'approveBooking', { id: booking!.id })).refusal).toBeNull();
    }
    expect((await request(YARD, 8, 12, { expectedHeadcount: 1 })).refusal).toMatchObject({
      __typename: 'CapacityExceeded',
      capacity: 50,
      headcountLeft: 0,
      fullestAt: '2026-11-30T09:00:00+08:00',
    });
  });

  test('who may not, what is not there, what has changed and what is malformed are told apart', async () => {
    const id = (await request(HALL, 14, 15)).booking!.id;
    const refusalOf = async (actor: typeof OWNER, mutation: string, input: object) =>
      (await step(actor, mutation, input)).refusal;
    expect(await refusalOf(ASKER, 'approveBooking', { id })).toMatchObject({
      __typename: 'NotAllowed',
      message: expect.stringContaining('所有方'),
    });
    expect(await refusalOf(OWNER, 'withdrawBooking', { id })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refusalOf({ ...OWNER, kind: 'device' }, 'approveBooking', { id })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await refusalOf(OWNER, 'approveBooking', { id: idOf('yili', 'booking', 999) })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusalOf(OWNER, 'approveBooking', { id, expectedVersion: 7 })).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: 1,
    });
    expect(await refusalOf(OWNER, 'declineBooking', { id, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await refusalOf(OWNER, 'revokeBooking', { id, reason: '有会' })).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      id,
      state: 'REQUESTED',
      allowedIn: ['APPROVED'],
    });
    expect((await request(idOf('yili', 'resource', 3), 8, 9)).refusal).toMatchObject({
      state: 'PAUSED',
      allowedIn: ['LISTED'],
    });
    expect((await request(HALL, 9, 8)).refusal).toMatchObject({ field: 'endsAt' });
    expect((await request(HALL, -24 * 20, 8)).refusal).toMatchObject({ field: 'startsAt' });
    expect((await request(HALL, 16, 17, { purpose: '长'.repeat(501) })).refusal).toMatchObject({
      field: 'purpose',
    });
  });

  test('nobody signed in, a malformed id and a home of another shard are errors', async () => {
    const codeOf = async (actor: typeof OWNER | null, id: string) =>
      (await askStep(shard.ask, actor, 'approveBooking', { id })).errors?.map(
        ({ extensions }) => extensions.code,
      );
    expect(await codeOf(null, idOf('yili', 'booking', 1))).toEqual(['UNAUTHENTICATED']);
    expect(await codeOf(OWNER, 'Yili')).toEqual(['BAD_ID']);
    expect(await codeOf(OWNER, idOf('elsewhere', 'booking', 1))).toEqual(['HOME_UNAVAILABLE']);
  });

  test('a key sent again is answered alike and done once; with another input it is refused', async () => {
    const idempotencyKey = 'key-of-one-page';
    const first = await request(HALL, 18, 19, { idempotencyKey });
    const again = await request(HALL, 18, 19, { idempotencyKey });
    expect(again).toEqual({ ...first, replayed: true });
    expect((await request(HALL, 18, 20, { idempotencyKey })).refusal).toMatchObject({ code: 'KEY_REUSED' });
    expect((await request(HALL, 18, 19, { idempotencyKey: 'short' })).refusal).toMatchObject({
      field: 'idempotencyKey',
    });
    const other = await takeStep(shard.ask, officeOf('xinhua'), 'requestBooking', {
      resourceId: HALL,
      expectedHeadcount: 10,
      ...hours(18, 19),
      idempotencyKey,
    });
    expect(other).toMatchObject({ replayed: false, refusal: null });
    const refusedOnce = await step(OWNER, 'revokeBooking', {
      id: first.booking!.id,
      reason: '有会',
      idempotencyKey,
    });
    await step(OWNER, 'approveBooking', { id: first.booking!.id });
    expect(
      await step(OWNER, 'revokeBooking', { id: first.booking!.id, reason: '有会', idempotencyKey }),
    ).toEqual({ ...refusedOnce, replayed: true });
  });

  test('twenty at once with one key make one booking', async () => {
    const input = { idempotencyKey: 'key-of-twenty', purpose: '同一次' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(HALL, 20, 21, input)));
    expect(new Set(answers.map(({ booking }) => booking?.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });
});
