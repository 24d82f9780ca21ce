import { isOnTime } from '../../../subgraphs/conference/agenda-item/on-time';
import { AgendaItem } from '../../../subgraphs/conference/agenda-item/agenda-item';
import { Vote } from '../../../subgraphs/conference/agenda-item/vote';
import { Assignment } from '../../../subgraphs/conference/assignment/assignment';
import { ProgressReport } from '../../../subgraphs/conference/assignment/progress-report';
import { SupervisionRecord } from '../../../subgraphs/conference/assignment/supervision-record';
import { ConferenceMembership } from '../../../subgraphs/conference/conference-membership/conference-membership';
import { isCurrent } from '../../../subgraphs/conference/conference-membership/current';
import { JointConference } from '../../../subgraphs/conference/joint-conference/joint-conference';
import { Attendance } from '../../../subgraphs/conference/meeting/attendance';
import { Meeting } from '../../../subgraphs/conference/meeting/meeting';
import { conferenceContract } from '../../../subgraphs/conference/nouns';
import { overdueDays } from '../../../subgraphs/conference/overdue';
import { Resolution } from '../../../subgraphs/conference/resolution/resolution';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { specOf, type Class } from '../../../subgraphs/kit/noun/spec';
import { openContract, type OpenContract } from '../../kit/open-contract';
import { testDatabases } from '../../kit/test-databases';

const NOW = new Date('2026-11-23T01:00:00Z');
const TODAY = '2026-11-23';
const DAYS = [null, '2025-01-01', '2026-11-22', '2026-11-23', '2026-11-24'];
const TIMES = [
  null,
  '2026-11-22T15:59:59.999Z',
  '2026-11-22T16:00:00.000Z',
  '2026-11-23T15:59:59.999Z',
  '2026-11-23T16:00:00.000Z',
  '2026-11-24T16:00:00.000Z',
];
const STATES = ['ASSIGNED', 'SUBMITTED', 'CONFIRMED', 'CANCELLED'];

/** `street.meeting.…07` for a noun and a number. */
function idOf(noun: Class, number: number): string {
  return `street.${specOf(noun).kind}.${String(number).padStart(26, '0')}`;
}

function row(noun: Class, number: number, values: object): LoadableRow {
  const id = idOf(noun, number);
  return {
    noun,
    values: { provenance: 'DEMONSTRATION', updatedAt: NOW.toISOString(), ...values, id, home: 'street' },
  };
}

const conference = { conferenceId: idOf(JointConference, 1) };
const held = (number: number, startsAt: string, values: object) =>
  row(Meeting, number, { ...conference, number, title: `第${number}次会议`, startsAt, ...values });
const assigned = (number: number, values: object) =>
  row(Assignment, number, {
    resolutionId: idOf(Resolution, 1),
    responsibleId: 'sample-school',
    text: '事项',
    state: 'ASSIGNED',
    ...values,
  });
const supervised = (number: number, assignment: number, level: string) =>
  row(SupervisionRecord, number, {
    assignmentId: idOf(Assignment, assignment),
    responsibleId: 'sample-school',
    level,
    issuedOn: '2026-11-20',
    text: '督办',
  });
const attended = (number: number, meeting: number, organizationId: string, status: string) =>
  row(Attendance, number, {
    meetingId: idOf(Meeting, meeting),
    organizationId,
    status,
    heldOn: '2026-08-20',
  });

const ROWS = [
  row(JointConference, 1, {
    name: '示例联席会议',
    level: 'STREET',
    leadId: 'street',
    ownerStated: true,
    agendaDeadlineDays: 15,
  }),
  held(1, '2026-05-20T06:00:00.000Z', { state: 'MINUTES_ISSUED' }),
  held(2, '2026-08-20T06:00:00.000Z', { state: 'HELD' }),
  held(3, '2026-12-08T06:00:00.000Z', { state: 'NOTIFIED', agendaDueOn: TODAY }),
  held(4, '2026-09-01T06:00:00.000Z', { state: 'CANCELLED' }),
  ...TIMES.map((proposedAt, i) =>
    row(AgendaItem, i, {
      ...conference,
      meetingId: idOf(Meeting, 3),
      title: '议题',
      position: i,
      proposerId: 'sample-school',
      proposedAt,
      state: 'ADMITTED',
    }),
  ),
  row(AgendaItem, 90, { ...conference, title: '未列入', proposedAt: TIMES[1] }),
  row(AgendaItem, 91, {
    ...conference,
    meetingId: idOf(Meeting, 2),
    title: '无截止日',
    proposedAt: TIMES[1],
  }),
  row(Resolution, 1, {
    meetingId: idOf(Meeting, 2),
    title: '决议',
    text: '决议',
    state: 'IN_PROGRESS',
    adoptedOn: '2026-08-20',
    dueOn: '2026-11-22',
  }),
  row(Resolution, 2, {
    meetingId: idOf(Meeting, 2),
    title: '决议',
    text: '决议',
    state: 'VERIFIED',
    adoptedOn: '2026-08-20',
    dueOn: '2026-11-22',
  }),
  ...DAYS.flatMap((dueOn, i) => STATES.map((state, j) => assigned(10 * i + j, { dueOn, state }))),
  row(ProgressReport, 1, {
    assignmentId: idOf(Assignment, 11),
    reportedAt: '2026-11-20T01:00:00.000Z',
    text: '已完成',
    outcome: 'PENDING',
  }),
  supervised(1, 10, 'REMINDER'),
  supervised(2, 10, 'BLUE'),
  supervised(3, 11, 'REMINDER'),
  ...DAYS.flatMap((joinedOn, i) =>
    DAYS.map((leftOn, j) =>
      row(ConferenceMembership, 10 * i + j, {
        ...conference,
        organizationId: 'sample-school',
        role: 'MEMBER',
        joinedOn,
        leftOn,
      }),
    ),
  ),
  attended(1, 1, 'sample-school', 'ABSENT'),
  attended(2, 2, 'sample-school', 'ABSENT'),
  attended(3, 2, 'sample-community', 'EXCUSED'),
];

describe.each(testDatabases())('on $name', (testDatabase) => {
  let opened: OpenContract;
  beforeAll(async () => {
    opened = await openContract(conferenceContract, testDatabase, NOW);
    await opened.load(ROWS);
  });
  afterAll(() => opened.close());

  /** The ids of a list under a filter. */
  async function idsOf(list: string, filter: object): Promise<string[]> {
    const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}Filter`;
    const data = await opened.ask(
      `query ($filter: ${type}) { ${list}(filter: $filter, first: 500) { edges { node { id } } } }`,
      { filter },
    );
    return (data[list] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id).sort();
  }

  const idsWhere = (noun: Class, holds: (values: never) => boolean) =>
    ROWS.filter((each) => each.noun === noun && holds(each.values as never))
      .map(({ values }) => values.id)
      .sort();

  test.each([true, false])('overdue: %s, in SQL as in the figure', async (overdue) => {
    const days = (values: { dueOn: string | null; state: string }) =>
      overdueDays(values, ['CONFIRMED', 'CANCELLED'], TODAY);
    expect(await idsOf('assignments', { overdue })).toEqual(
      idsWhere(Assignment, (values) => (days(values) !== null) === overdue),
    );
  });

  test.each([true, false])('a current member: %s, in SQL as in the field', async (current) => {
    expect(await idsOf('conferenceMemberships', { current })).toEqual(
      idsWhere(ConferenceMembership, (values) => isCurrent(values, TODAY) === current),
    );
  });

  test.each([true, false])('on time: %s, in SQL as in the field', async (onTime) => {
    const atMeeting = (values: { meetingId?: string; proposedAt: string | null }) =>
      isOnTime(values.proposedAt, values.meetingId === idOf(Meeting, 3) ? TODAY : null);
    expect(await idsOf('agendaItems', { onTime })).toEqual(
      idsWhere(AgendaItem, (values) => atMeeting(values) === onTime),
    );
  });

  test('supervised, and at which level', async () => {
    expect(await idsOf('assignments', { supervised: true })).toEqual([
      idOf(Assignment, 10),
      idOf(Assignment, 11),
    ]);
    expect(await idsOf('assignments', { supervised: false })).toHaveLength(DAYS.length * STATES.length - 2);
    expect(await idsOf('assignments', { supervisionLevel: ['BLUE', 'RED'] })).toEqual([idOf(Assignment, 10)]);
    expect(await idsOf('assignments', { supervisionLevel: [] })).toEqual([]);
  });

  test('the agenda of the next meeting, with proposers and what is on time', async () => {
    const data = await opened.ask(`{
      meetings(filter: { state: [SCHEDULED, NOTIFIED] }, first: 1) {
        edges { node { number agendaDueOn agendaItems { edges { node { position onTime proposer { id } } } } } }
      }
    }`);
    const item = (position: number, onTime: boolean | null) => ({
      node: { position, onTime, proposer: { id: 'sample-school' } },
    });
    const agendaItems = {
      edges: [item(0, null), item(1, true), item(2, true), item(3, true), item(4, false), item(5, false)],
    };
    expect(data).toEqual({ meetings: { edges: [{ node: { number: 3, agendaDueOn: TODAY, agendaItems } }] } });
  });

  test('the resolutions of the last meeting, with what became of them', async () => {
    const data = await opened.ask(`{
      meetings(filter: { state: [HELD, MINUTES_ISSUED] }, orderBy: { field: STARTS_AT, direction: DESC }, first: 1) {
        edges { node { number resolutions { edges { node {
          overdueDays
          assignments(filter: { state: [SUBMITTED], overdue: true }) { totalCount edges { node { overdueDays progressReports { edges { node { outcome } } } } } }
        } } } } }
      }
    }`);
    const reports = (...outcomes: string[]) => ({
      edges: outcomes.map((outcome) => ({ node: { outcome } })),
    });
    const assignments = {
      totalCount: 2,
      edges: [
        { node: { overdueDays: 691, progressReports: reports('PENDING') } },
        { node: { overdueDays: 1, progressReports: reports() } },
      ],
    };
    const none = { totalCount: 0, edges: [] };
    const resolutions = {
      edges: [{ node: { overdueDays: 1, assignments } }, { node: { overdueDays: null, assignments: none } }],
    };
    expect(data).toEqual({ meetings: { edges: [{ node: { number: 2, resolutions } }] } });
  });

  test('supervision by assignment and level; absences by organization', async () => {
    const data = await opened.ask(`{
      supervisionRecordSummary(groupBy: [ASSIGNMENT, LEVEL]) { count groups { assignment { id } level count } }
      attendanceSummary(filter: { status: [ABSENT] }, groupBy: [ORGANIZATION]) { groups { organization { id } count } }
    }`);
    const group = (assignment: number, level: string) => ({
      assignment: { id: idOf(Assignment, assignment) },
      level,
      count: 1,
    });
    expect(data).toEqual({
      supervisionRecordSummary: {
        count: 3,
        groups: [group(10, 'BLUE'), group(10, 'REMINDER'), group(11, 'REMINDER')],
      },
      attendanceSummary: { groups: [{ organization: { id: 'sample-school' }, count: 2 }] },
    });
  });

  test('an organization has one vote on an item and one attendance at a meeting', async () => {
    const vote = (number: number) =>
      row(Vote, number, {
        agendaItemId: idOf(AgendaItem, 1),
        organizationId: 'sample-school',
        choice: 'FOR',
        castAt: NOW.toISOString(),
      });
    await expect(opened.load([vote(1), vote(2)])).rejects.toThrow(/unique|duplicate/i);
    await expect(opened.load([attended(4, 1, 'sample-school', 'PRESENT')])).rejects.toThrow(
      /unique|duplicate/i,
    );
  });
});
