// Every step from every state of every machine of `sharing`, against the table of the domain: taken, or refused with the states it is allowed in.
import type { LoadableRow } from '../../subgraphs/kit/database/load-rows';
import { NeedClaim } from '../../subgraphs/sharing/need/need-claim';
import { testDatabases } from '../kit/test-databases';
import { booking, idOf, need, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { openActingShard, type ActingShard } from './kit/acting-shard';
import { DOMAIN } from './kit/domain-table';
import { ACTORS, tryEveryState } from './kit/try-every-state';

/** Past its day to be claimed, and started but not over: no guard of time stands in the way of a step. */
const RUNNING = { startsAt: '2026-11-22T03:00:00.000Z', endsAt: '2026-11-22T05:00:00.000Z' };
const AHEAD = { startsAt: '2026-11-23T03:00:00.000Z', endsAt: '2026-11-23T05:00:00.000Z' };

let n = 100;

function rowIn(type: string, state: string, step: string): LoadableRow[] {
  n += 1;
  const room = resource(n, { exclusive: true });
  if (type === 'Booking')
    return [
      room,
      booking(n, room.values.id, { state, ...(step === 'withdrawBooking' ? AHEAD : RUNNING) }),
    ].reverse();
  if (type === 'SharedResource') return [resource(n, { state })];
  const raised = need(n, { state: type === 'Need' ? state : 'PUBLISHED', claimBy: '2026-11-01' });
  if (type === 'Need') return [raised];
  const id = idOf('yili', 'claim', n);
  const values = {
    id,
    home: 'yili',
    needId: raised.values.id,
    claimantId: 'dongguan',
    state,
    claimedOn: '2026-11-20',
    provenance: 'DEMONSTRATION',
    updatedAt: '2026-11-20T00:00:00.000Z',
  };
  return [{ noun: NeedClaim, values }, raised];
}

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  const another = need(99, { state: 'PUBLISHED' });
  beforeAll(async () => {
    shard = await openActingShard(testDatabase);
    await shard.load([another]);
  });
  afterAll(() => shard.close());

  test.each(DOMAIN)(
    '$type',
    async (machine) => {
      const { answered, expected } = await tryEveryState({
        shard,
        machine,
        rowIn,
        another: another.values.id,
      });
      expect(answered).toEqual(expected);
      expect(shard.faults).toEqual([]);
    },
    120_000,
  );

  test('a need follows its claims to the end, and its history says so', async () => {
    const raised = need(50, { state: 'SUBMITTED' });
    await shard.load([raised]);
    const needId = raised.values.id;
    const state = async () =>
      (await shard.ask(null, `{ need(id: "${needId}") { state } }`)).data.need.state as string;
    const send = async (by: keyof typeof ACTORS, field: string) => {
      const { data, errors } = await shard.ask(
        ACTORS[by],
        `mutation { taken: ${field} { refusal { code message } ${field.includes('NeedClaim') ? 'needClaim { id }' : ''} } }`,
      );
      expect({ field, errors, refusal: data?.taken.refusal }).toEqual({
        field,
        errors: undefined,
        refusal: null,
      });
      return data.taken.needClaim?.id as string;
    };
    await send('reviewer', `publishNeed(input: { id: "${needId}" })`);
    const claim = await send('other', `proposeNeedClaim(input: { needId: "${needId}", proposal: "可办" })`);
    expect(await state()).toBe('PUBLISHED');
    const walk: [keyof typeof ACTORS, string, string][] = [
      ['owner', 'acceptNeedClaim', 'CLAIMED'],
      ['other', 'startNeedClaim', 'IN_PROGRESS'],
      ['other', 'deliverNeedClaim', 'DELIVERED'],
      ['owner', 'returnNeedClaim', 'IN_PROGRESS'],
      ['other', 'startNeedClaim', 'IN_PROGRESS'],
      ['other', 'deliverNeedClaim', 'DELIVERED'],
      ['owner', 'confirmNeedClaim', 'CONFIRMED'],
    ];
    for (const [by, mutation, after] of walk) {
      await send(by, `${mutation}(input: { id: "${claim}", reason: "按约定" })`);
      expect([mutation, await state()]).toEqual([mutation, after]);
    }
    await send('owner', `closeNeed(input: { id: "${needId}", outcome: RESOLVED })`);
    const { data } = await shard.ask(null, `{ need(id: "${needId}") { outcome steps { toState } } }`);
    expect(data.need).toEqual({
      outcome: 'RESOLVED',
      steps: [
        'PUBLISHED',
        'CLAIMED',
        'IN_PROGRESS',
        'DELIVERED',
        'IN_PROGRESS',
        'DELIVERED',
        'CONFIRMED',
        'CLOSED',
      ].map((toState) => ({ toState })),
    });
  });
});
