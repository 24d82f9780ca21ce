// Every step from every state of every machine of `sharing`, against the table of the domain: taken, or refused with the states it is allowed in.
import type { LoadableRow } from '../../subgraphs/kit/database/load-rows';
import { NeedClaim } from '../../subgraphs/sharing/need/need-claim';
import { testDatabases } from '../kit/test-databases';
import { booking, idOf, need, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { DOMAIN, type DomainMachine, type DomainStep } from './kit/domain-table';

const ACTORS = {
  owner: officeOf('yili'),
  other: officeOf('dongguan'),
  reviewer: officeOf('demo-street', ['needs:review']),
};
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

  async function take({ type, singular }: DomainMachine, [name, step]: [string, DomainStep], state: string) {
    const rows = rowIn(type, state, name);
    await shard.load(rows);
    const { id } = rows[0]!.values;
    const more = Object.entries(step.input ?? {}).map(([field, value]) => [
      field,
      value === 'ANOTHER' ? another.values.id : value,
    ]);
    const input = { id, expectedVersion: 1, ...(Object.fromEntries(more) as object) };
    const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${inputType}) { taken: ${name}(input: $input) { ${singular} { id state version } refusal { code ... on NotAllowedInState { id state allowedIn } } } }`;
    const { data, errors } = await shard.ask(ACTORS[step.by], query, { input });
    return { id, taken: errors ?? data.taken };
  }

  test.each(DOMAIN)(
    '$type',
    async (machine) => {
      for (const [name, step] of Object.entries(machine.steps))
        for (const state of machine.states) {
          const { id, taken } = await take(machine, [name, step], state);
          const expected = step.from.includes(state)
            ? { [machine.singular]: { id, state: step.to, version: 2 }, refusal: null }
            : {
                [machine.singular]: null,
                refusal: { code: 'NOT_ALLOWED_IN_STATE', id, state, allowedIn: step.from },
              };
          expect({ name, state, taken }).toEqual({ name, state, taken: expected });
        }
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
