// A conference's way: items in and out of time, a quorum, one vote a member, a resolution and its assignments under supervision.
import { community } from '../../subgraphs/community/program';
import { findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { testDatabases } from '../kit/test-databases';
import { NOW, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { CONFERENCE_ROW } from './kit/conference-rows';
import { stepsThrough, type Steps } from './kit/take';

const CONVENER = officeOf('yili');
const MEMBERS = ['dongguan', 'xinhua', 'school', 'clinic'].map((organization) => officeOf(organization));
const [BANK, SHOP, SCHOOL, CLINIC] = MEMBERS as [
  typeof CONVENER,
  typeof CONVENER,
  typeof CONVENER,
  typeof CONVENER,
];
const STRANGER = officeOf('stranger');

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  let { done, refused }: Steps = {} as Steps;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase, { program: community, contract: 'conference' });
    await shard.load([CONFERENCE_ROW]);
    ({ done, refused } = stepsThrough(shard.ask));
  });
  afterAll(async () => {
    expect(await findBrokenSeal(readAudit(shard.database.manager, 'yili'))).toBeNull();
    expect(shard.faults).toEqual([]);
    await shard.close();
  });

  const read = async (field: string) => (await shard.ask(CONVENER, `{ read: ${field} }`)).data.read;
  const at = (time: string) => void (shard.clock.now = new Date(time));

  test('a year of one conference in one meeting', async () => {
    const facts = { home: 'yili', name: '社区联席会议', level: 'COMMUNITY' };
    const settings = { agendaDeadlineDays: 3, noticeDays: 2, quorumPercent: 75 };
    expect(await refused(CONVENER, 'createJointConference', { ...facts, quorumPercent: 101 })).toBe(
      'INVALID_INPUT',
    );
    const conference = await done(
      CONVENER,
      'createJointConference',
      { ...facts, ...settings },
      'jointConference { id }',
    );
    const conferenceId = conference.id as string;
    for (const { organization: organizationId } of MEMBERS) {
      const member = {
        conferenceId,
        organizationId,
        role: organizationId === 'clinic' ? 'OBSERVER' : 'MEMBER',
      };
      await done(CONVENER, 'addConferenceMember', member);
      expect(await refused(CONVENER, 'addConferenceMember', member)).toBe('ALREADY_EXISTS');
    }

    const when = { startsAt: '2026-12-10T09:00:00+08:00', endsAt: '2026-12-10T11:00:00+08:00' };
    const schedule = { conferenceId, title: '第四次会议', ...when };
    const meeting = await done(CONVENER, 'scheduleMeeting', schedule, 'meeting { id agendaDueOn }');
    expect(meeting.agendaDueOn).toBe('2026-12-07');
    const meetingId = meeting.id as string;

    expect(await refused(STRANGER, 'proposeAgendaItem', { conferenceId, title: '停车' })).toBe('NOT_ALLOWED');
    const propose = async (title: string) =>
      (await done(BANK, 'proposeAgendaItem', { conferenceId, title }, 'agendaItem { id }')).id as string;
    const parking = await propose('停车');
    at('2026-12-08T10:00:00+08:00');
    const late = await propose('路灯');
    const admit = { meetingId, decisionMethod: 'VOTE' };
    await done(CONVENER, 'admitAgendaItem', { id: parking, ...admit, position: 1 });
    expect(await refused(CONVENER, 'admitAgendaItem', { id: late, ...admit })).toBe('INVALID_INPUT');
    await done(CONVENER, 'admitAgendaItem', {
      id: late,
      meetingId,
      decisionMethod: 'CONSENSUS',
      reason: '急事',
    });
    await done(CONVENER, 'notifyMeeting', { id: meetingId });

    at('2026-12-10T09:30:00+08:00');
    expect(await refused(CONVENER, 'holdMeeting', { id: meetingId })).toBe('INCOMPLETE');
    const attend = (organizationId: string, status: string) => ({ meetingId, organizationId, status });
    expect(await refused(CONVENER, 'recordAttendance', attend('stranger', 'PRESENT'))).toBe('INVALID_INPUT');
    await done(CONVENER, 'recordAttendance', attend('dongguan', 'PRESENT'));
    await done(CONVENER, 'recordAttendance', attend('clinic', 'PRESENT'));
    const absent = await done(
      CONVENER,
      'recordAttendance',
      { ...attend('school', 'ABSENT') },
      'attendance { id }',
    );
    await done(CONVENER, 'recordAttendance', attend('xinhua', 'LATE'));
    expect(await refused(CONVENER, 'recordAttendance', attend('xinhua', 'PRESENT'))).toBe('ALREADY_EXISTS');
    expect(await refused(CONVENER, 'holdMeeting', { id: meetingId })).toBe('INCOMPLETE');
    await done(CONVENER, 'correctAttendance', { id: absent.id, status: 'PRESENT', reason: '签到补登' });
    await done(CONVENER, 'holdMeeting', { id: meetingId });

    const vote = (actor: typeof BANK, choice: string) =>
      [actor, 'castVote', { agendaItemId: parking, choice }] as const;
    expect(await refused(...vote(BANK, 'FOR'))).toBe('NOT_ALLOWED_IN_STATE');
    await done(CONVENER, 'deliberateAgendaItem', { id: parking });
    await done(...vote(BANK, 'FOR'));
    expect(await refused(...vote(BANK, 'AGAINST'))).toBe('ALREADY_EXISTS');
    expect(await refused(...vote(CLINIC, 'FOR'))).toBe('NOT_ALLOWED');
    expect(await refused(...vote({ ...SCHOOL, kind: 'service', scopes: ['outbox'] }, 'FOR'))).toBe(
      'NOT_ALLOWED',
    );
    await done(...vote(SHOP, 'AGAINST'));
    expect(await refused(CONVENER, 'adoptAgendaItem', { id: parking })).toBe('INCOMPLETE');
    await done(...vote(SCHOOL, 'FOR'));
    await done(CONVENER, 'adoptAgendaItem', { id: parking });
    await done(CONVENER, 'deliberateAgendaItem', { id: late });
    expect(await refused(BANK, 'castVote', { agendaItemId: late, choice: 'FOR' })).toBe('INCOMPLETE');
    const record = { meetingId, title: '共享停车', text: '开放停车位', dueOn: '2026-12-31' };
    expect(await refused(CONVENER, 'recordResolution', { ...record, agendaItemId: late })).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    const resolution = await done(
      CONVENER,
      'recordResolution',
      { ...record, agendaItemId: parking },
      'resolution { id adoptedOn }',
    );
    expect(resolution.adoptedOn).toBe('2026-12-10');
    await done(CONVENER, 'issueMinutes', {
      id: meetingId,
      minutesTitle: '会议纪要',
      documentNumber: '〔2026〕4 号',
    });

    const id = resolution.id as string;
    const work = { responsibleId: 'dongguan', beneficiaryId: 'xinhua', text: '划出车位' };
    expect(await refused(CONVENER, 'assignResolution', { id, assignments: [] })).toBe('INVALID_INPUT');
    const both = [
      {
        ...work,
        taskId: 'yili.agreement-task.00000000000000000000000001',
        needId: 'yili.need.00000000000000000000000001',
      },
    ];
    expect(await refused(CONVENER, 'assignResolution', { id, assignments: both })).toBe('INVALID_INPUT');
    await done(CONVENER, 'assignResolution', {
      id,
      assignments: [work, { ...work, responsibleId: 'school' }],
    });
    const state = async () => (await read(`resolution(id: "${id}") { state }`)).state as string;
    const list = await read(
      `resolution(id: "${id}") { assignments(first: 5) { edges { node { id dueOn responsible { id } } } } }`,
    );
    const assigned = new Map<string, string>(
      list.assignments.edges.map(
        ({ node }: { node: { id: string; dueOn: string; responsible: { id: string } } }) => {
          expect(node.dueOn).toBe('2026-12-31');
          return [node.responsible.id, node.id];
        },
      ),
    );
    const [first, second] = [assigned.get('dongguan')!, assigned.get('school')!];
    expect(await state()).toBe('ASSIGNED');
    expect(await refused(SHOP, 'startAssignment', { id: first })).toBe('NOT_ALLOWED');
    await done(BANK, 'startAssignment', { id: first });
    expect(await state()).toBe('IN_PROGRESS');
    await done(BANK, 'reportProgress', { assignmentId: first, text: '已划十个', percentComplete: 50 });
    await done(CONVENER, 'issueSupervision', { assignmentId: first, level: 'REMINDER', text: '请按期' });
    await done(BANK, 'submitAssignment', { id: first, text: '已划二十个' });
    expect(await refused(BANK, 'confirmAssignment', { id: first })).toBe('NOT_ALLOWED');
    await done(SHOP, 'returnAssignment', { id: first, reason: '少两个' });
    await done(BANK, 'startAssignment', { id: first });
    await done(BANK, 'submitAssignment', { id: first, text: '补齐' });
    await done(SHOP, 'confirmAssignment', { id: first });
    expect(await state()).toBe('IN_PROGRESS');
    await done(CONVENER, 'cancelAssignment', { id: second, reason: '并入前项' });
    expect(await state()).toBe('REPORTED');
    await done(CONVENER, 'returnResolution', { id, reason: '再加两个' });
    await done(CONVENER, 'assignResolution', { id, assignments: [work] });
    const reports = await read(
      `assignment(id: "${first}") { progressReports(first: 5) { edges { node { text outcome decidedByOffice } } } supervisionRecords(first: 5) { edges { node { level responsible { id } } } } }`,
    );
    expect(
      reports.progressReports.edges.map(({ node }: { node: { outcome: string } }) => node.outcome),
    ).toEqual(['NOTED', 'RETURNED', 'CONFIRMED']);
    expect(reports.supervisionRecords.edges).toEqual([
      { node: { level: 'REMINDER', responsible: { id: 'dongguan' } } },
    ]);
    shard.clock.now = NOW;
  });
});
