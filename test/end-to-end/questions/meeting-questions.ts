// Models of questions 12, 13 and 15: the next meeting, what the last one resolved, and who stayed away.
import { childrenOf, groups, named, organization, page } from './answer-parts';
import { beijingDay, beijingTime, daysFromTo, thisYear, within } from './calendar';
import { inOrder } from './in-order';
import { coverage, rowsOf, type Row, type World } from './world';

export function agendaOfNextMeeting(world: World) {
  const node = (meeting: Row) => ({
    ...headOf(world, meeting),
    agendaDueOn: meeting.agendaDueOn,
    venue: named(world, 'sharing_resource', meeting.venueId),
    venueText: meeting.venueText,
    agendaItems: page(
      inOrder(childrenOf(world, 'conference_agenda_item', 'meetingId', meeting), 'position'),
      100,
      (item) => agendaItem(world, item, meeting),
    ),
  });
  return {
    meetings: firstOf(world, inOrder(meetingsIn(world, ['SCHEDULED', 'NOTIFIED']), 'startsAt'), node),
  };
}

export function resolutionsOfLastMeeting(world: World) {
  const node = (meeting: Row) => ({
    ...headOf(world, meeting),
    resolutions: page(
      inOrder(childrenOf(world, 'conference_resolution', 'meetingId', meeting), 'number'),
      100,
      (row) => resolution(world, row),
    ),
  });
  return { meetings: firstOf(world, lastMeetings(world), node) };
}

export function absences(world: World) {
  const isAbsent = ({ status }: Row) => status === 'ABSENT';
  const node = (meeting: Row) => {
    const absent = childrenOf(world, 'conference_attendance', 'meetingId', meeting).filter(isAbsent);
    const attendance = ({ id, organizationId }: Row) => ({
      id,
      organization: organization(world, organizationId),
    });
    return {
      id: meeting.id,
      title: meeting.title,
      startsAt: beijingTime(meeting.startsAt),
      provenance: meeting.provenance,
      attendances: page(inOrder(absent, 'heldOn'), 100, attendance),
    };
  };
  const { coverage: answered, edges } = firstOf(world, lastMeetings(world), node);
  const ofTheYear = rowsOf(
    world,
    'conference_attendance',
    (row) => isAbsent(row) && within(thisYear(world.today), row.heldOn),
  );
  const figures = ([row]: Row[]) => ({
    provenance: row!.provenance,
    organization: organization(world, row!.organizationId),
  });
  return {
    meetings: { coverage: answered, edges },
    attendanceSummary: {
      count: ofTheYear.length,
      coverage: answered,
      groups: groups(ofTheYear, ['organizationId', 'provenance'], figures),
    },
  };
}

/** Days past its day; null for what is settled, has no day or has time left. */
export function overdueDays({ dueOn, state }: Row, settled: string[], today: string): number | null {
  return dueOn !== null && !settled.includes(state as string) && dueOn < today
    ? daysFromTo(dueOn as string, today)
    : null;
}

function meetingsIn(world: World, states: string[]): Row[] {
  return rowsOf(world, 'conference_meeting', ({ state }) => states.includes(state as string));
}

function lastMeetings(world: World): Row[] {
  return inOrder(meetingsIn(world, ['HELD', 'MINUTES_ISSUED']), 'startsAt', 'DESC');
}

/** The answer shows one meeting and says how many there are. */
function firstOf<Node>(world: World, meetings: Row[], node: (meeting: Row) => Node) {
  const { totalCount, edges } = page(meetings, 1, node);
  return { totalCount, edges, coverage: coverage(world, 'conference') };
}

function headOf(world: World, { id, title, startsAt, provenance, conferenceId }: Row) {
  return {
    id,
    title,
    startsAt: beijingTime(startsAt),
    provenance,
    conference: named(world, 'conference_joint_conference', conferenceId),
  };
}

function agendaItem(
  world: World,
  { id, position, title, state, proposedAt, proposerId }: Row,
  { agendaDueOn }: Row,
) {
  const onTime = proposedAt === null || agendaDueOn === null ? null : beijingDay(proposedAt) <= agendaDueOn;
  return {
    id,
    position,
    title,
    state,
    proposedAt: beijingTime(proposedAt),
    onTime,
    proposer: organization(world, proposerId),
  };
}

function resolution(world: World, row: Row) {
  const { id, number, title, state, dueOn } = row;
  const assignments = inOrder(childrenOf(world, 'conference_assignment', 'resolutionId', row), 'dueOn');
  return {
    id,
    number,
    title,
    state,
    dueOn,
    overdueDays: overdueDays(row, ['VERIFIED', 'CLOSED'], world.today),
    assignments: page(assignments, 100, (assignment) => assignmentNode(world, assignment)),
  };
}

function assignmentNode(world: World, row: Row) {
  const { id, text, state, dueOn, responsibleId } = row;
  const reports = inOrder(
    childrenOf(world, 'conference_progress_report', 'assignmentId', row),
    'reportedAt',
  ).slice(-1);
  return {
    id,
    text,
    state,
    dueOn,
    overdueDays: overdueDays(row, ['CONFIRMED', 'CANCELLED'], world.today),
    responsible: organization(world, responsibleId),
    progressReports: {
      edges: reports.map((report) => ({
        node: { reportedAt: beijingTime(report.reportedAt), text: report.text },
      })),
    },
  };
}
