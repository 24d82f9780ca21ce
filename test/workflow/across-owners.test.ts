// Effects across owners: an unclaimed need reaches the agenda, a resolution a task elsewhere; delivered twice, applied once.
import { community } from '../../subgraphs/community/program';
import { AgreementTask } from '../../subgraphs/cobuilding/agreement-task/agreement-task';
import { CoBuildingAgreement } from '../../subgraphs/cobuilding/agreement/co-building-agreement';
import { AgendaItem } from '../../subgraphs/conference/agenda-item/agenda-item';
import { Assignment } from '../../subgraphs/conference/assignment/assignment';
import { JointConference } from '../../subgraphs/conference/joint-conference/joint-conference';
import { Meeting } from '../../subgraphs/conference/meeting/meeting';
import { Resolution } from '../../subgraphs/conference/resolution/resolution';
import { OUTBOX_SCOPE } from '../../subgraphs/kit/workflow/actor';
import { drainOutbox, readBacklog, type Delivery } from '../../subgraphs/kit/workflow/drain-outbox';
import type { OutboxMessage } from '../../subgraphs/kit/workflow/outbox-message';
import { Need } from '../../subgraphs/sharing/need/need';
import { testDatabases } from '../kit/test-databases';
import { askAs, NOW, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { rowOf } from './kit/rows';
import { stepsThrough } from './kit/take';

const CONTRACT_OF: Record<string, string> = {
  proposeAgendaItem: 'conference',
  linkAssignmentTask: 'conference',
  assignAgreementTask: 'cobuilding',
  linkEscalatedNeed: 'sharing',
};

describe.each(testDatabases())('$name', (testDatabase) => {
  /** The street convenes; the community keeps the need and the agreement. */
  let street: ActingShard;
  let village: ActingShard;
  const conference = rowOf(JointConference, { name: '联席会议', level: 'STREET' }, 'street');
  beforeAll(async () => {
    street = await openActingShard(testDatabase, { program: community });
    village = await openActingShard(testDatabase, { program: community });
    await street.load([conference]);
  });
  afterAll(async () => {
    expect([...street.faults, ...village.faults]).toEqual([]);
    await street.close();
    await village.close();
  });

  /** Sends as an outbox does, and says for a while that no answer came, though it did. */
  function delivering(to: ActingShard, lost: number) {
    return async ({ id, home, mutation, input }: OutboxMessage): Promise<Delivery> => {
      const actor = { ...officeOf(home, [OUTBOX_SCOPE]), kind: 'service' as const };
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { refusal { code message } } }`;
      const url = `${to.url}/${CONTRACT_OF[mutation]}`;
      const { data, errors } = await askAs(url, actor, query, { input: { ...input, idempotencyKey: id } });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      if (data.taken.refusal) return { kind: 'refused', code: data.taken.refusal.message };
      lost -= 1;
      return lost >= 0 ? { kind: 'unanswered', code: 'HOME_UNAVAILABLE' } : { kind: 'delivered' };
    };
  }

  async function drain(from: ActingShard, to: ActingShard, lost: number): Promise<void> {
    const deliver = delivering(to, lost);
    for (let round = 0; round <= lost; round++)
      await drainOutbox({
        database: from.database,
        now: () => new Date(NOW.getTime() + round * 3_600_000),
        deliver,
      });
    expect(await readBacklog(from.database)).toEqual({ waiting: 0, refused: 0, oldestWaitingSince: null });
  }

  test('an unclaimed need becomes one agenda item, which is told back', async () => {
    const need = rowOf(
      Need,
      { text: '修路灯', ownerStated: true, state: 'PUBLISHED', claimBy: '2026-11-01' },
      'village',
    );
    await village.load([need]);
    const { id } = need.values;
    const { done } = stepsThrough(village.ask);
    await done(officeOf('village'), 'escalateNeed', { id, conferenceId: conference.values.id });
    await drain(village, street, 2);
    await drain(street, village, 2);
    const items = await street.database.manager.find(AgendaItem);
    expect(items).toMatchObject([
      { proposerId: 'village', needId: id, state: 'PROPOSED', origin: 'ESCALATED_NEED' },
    ]);
    expect(await village.database.manager.findOneBy(Need, { id })).toMatchObject({
      state: 'ESCALATED',
      agendaItemId: items[0]!.id,
    });
  });

  test('a need that was claimed before its item was told still learns it', async () => {
    const need = rowOf(
      Need,
      { text: '修健身器材', ownerStated: true, state: 'PUBLISHED', claimBy: '2026-11-01' },
      'village',
    );
    await village.load([need]);
    const { id } = need.values;
    const { done } = stepsThrough(village.ask);
    await done(officeOf('village'), 'escalateNeed', { id, conferenceId: conference.values.id });
    await drain(village, street, 0);
    const offered = { needId: id, proposal: '可办' };
    const claim = await done(officeOf('bank'), 'proposeNeedClaim', offered, 'needClaim { id }');
    await done(officeOf('village'), 'acceptNeedClaim', { id: claim.id });
    await drain(street, village, 0);
    const item = await street.database.manager.findOneByOrFail(AgendaItem, { needId: id });
    expect(await village.database.manager.findOneBy(Need, { id })).toMatchObject({
      state: 'CLAIMED',
      agendaItemId: item.id,
    });
  });

  test('only the conference that a need was escalated to tells its agenda item', async () => {
    const facts = { text: '装路灯', ownerStated: true, state: 'PUBLISHED', claimBy: '2026-11-01' };
    const need = rowOf(Need, facts, 'village');
    await village.load([need]);
    const { id } = need.values;
    const { done, refused } = stepsThrough(village.ask);
    await done(officeOf('village'), 'escalateNeed', { id, conferenceId: conference.values.id });
    const own = { id, agendaItemId: 'bank.agenda-item.00000000000000000000000001' };
    expect(await refused(officeOf('bank'), 'linkEscalatedNeed', own)).toBe('NOT_ALLOWED');
    await drain(village, street, 0);
    await drain(street, village, 0);
    const item = await street.database.manager.findOneByOrFail(AgendaItem, { needId: id });
    expect(await village.database.manager.findOneBy(Need, { id })).toMatchObject({ agendaItemId: item.id });
  });

  test('a need that was never escalated has no agenda item, whoever tells one', async () => {
    const need = rowOf(Need, { text: '画墙', ownerStated: true, state: 'PUBLISHED' }, 'village');
    await village.load([need]);
    const { id } = need.values;
    const told = { id, agendaItemId: 'street.agenda-item.00000000000000000000000001' };
    const { refused } = stepsThrough(village.ask);
    expect(await refused(officeOf('bank'), 'linkEscalatedNeed', told)).toBe('NOT_ALLOWED');
    expect(await refused(officeOf('street'), 'linkEscalatedNeed', told)).toBe('INCOMPLETE');
    expect(await village.database.manager.findOneBy(Need, { id })).toMatchObject({
      state: 'PUBLISHED',
      agendaItemId: null,
    });
    const ask: typeof street.ask = (actor, ...asked) => askAs(`${street.url}/conference`, actor, ...asked);
    const byHand = { conferenceId: conference.values.id, title: '画墙', needId: id };
    expect(await stepsThrough(ask).refused(officeOf('village'), 'proposeAgendaItem', byHand)).toBe(
      'NOT_ALLOWED',
    );
    expect(await street.database.manager.countBy(AgendaItem, { needId: id })).toBe(0);
  });

  test('a resolution has one task planned under an agreement elsewhere, and its assignment points there', async () => {
    const term = { effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31', state: 'ACTIVE' };
    const facts = { title: '协议', kind: 'CO_BUILDING_AGREEMENT', conferenceId: conference.values.id };
    const agreement = rowOf(CoBuildingAgreement, { ...facts, ...term }, 'village');
    await village.load([agreement]);
    const held = {
      conferenceId: conference.values.id,
      title: '会',
      startsAt: '2026-11-20T01:00:00.000Z',
      state: 'HELD',
    };
    const meeting = rowOf(Meeting, held, 'street');
    const decided = {
      meetingId: meeting.values.id,
      title: '决议',
      text: '决议',
      adoptedOn: '2026-11-20',
      state: 'ADOPTED',
    };
    const resolution = rowOf(Resolution, decided, 'street');
    await street.load([meeting, resolution]);
    const work = { responsibleId: 'bank', beneficiaryId: 'village', text: '开放停车位', dueOn: '2026-12-20' };
    const input = { id: resolution.values.id, assignments: [{ ...work, agreementId: agreement.values.id }] };
    const ask: typeof street.ask = (actor, ...asked) => askAs(`${street.url}/conference`, actor, ...asked);
    await stepsThrough(ask).done(officeOf('street'), 'assignResolution', input);
    await drain(street, village, 2);
    await drain(village, street, 2);
    const tasks = await village.database.manager.find(AgreementTask);
    expect(tasks).toMatchObject([{ ...work, agreementId: agreement.values.id, state: 'PLANNED' }]);
    expect(await street.database.manager.find(Assignment)).toMatchObject([
      { ...work, taskId: tasks[0]!.id, state: 'ASSIGNED' },
    ]);
  });

  test('only the owner of what was made may tell it back', async () => {
    const [assignment] = await street.database.manager.find(Assignment);
    const ask: typeof street.ask = (actor, ...asked) => askAs(`${street.url}/conference`, actor, ...asked);
    const input = { id: assignment!.id, taskId: assignment!.taskId! };
    expect(await stepsThrough(ask).refused(officeOf('bank'), 'linkAssignmentTask', input)).toBe(
      'NOT_ALLOWED',
    );
    const foreign = {
      conferenceId: conference.values.id,
      title: '别家的需求',
      needId: 'village.need.00000000000000000000000001',
    };
    expect(await stepsThrough(ask).refused(officeOf('bank'), 'proposeAgendaItem', foreign)).toBe(
      'NOT_ALLOWED',
    );
  });
});
