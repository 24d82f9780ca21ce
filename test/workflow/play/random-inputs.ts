// Inputs that differ from draw to draw, where what stands in them decides.
import { hours } from '../model/bookings';
import { at, plusDays, type Row, type World } from '../model/world';
import { HOMES } from './open-shard-ground';

interface Situation {
  world: World;
  row: Row;
  draw: number;
}

const of = <T>(values: readonly T[], draw: number): T => values[draw % values.length]!;
/** A second number out of the first. */
const more = (draw: number) => Math.floor(draw / 7);

export const VARIED: Record<string, (situation: Situation) => Record<string, any>> = {
  createSharedResource: ({ draw }) => ({
    holidayRule: of(['OPEN', 'CLOSED', 'BY_ARRANGEMENT', null], draw),
    exclusive: draw % 2 === 0,
    capacity: of([30, 12, null, 0], more(draw)),
  }),
  updateSharedResource: ({ draw }) => ({ capacity: of([30, 12, 5], draw) }),
  setAvailability: ({ draw }) => ({
    windows: [1, 2, 3, 4, 5, 6, 7]
      .slice(draw % 3)
      .map((weekday) => ({ weekday, opensAt: '08:00', closesAt: of(['20:00', '12:00'], draw) })),
  }),
  requestBooking: ({ world, draw }) => {
    const from = 8 + (draw % 12) / 2;
    return {
      ...hours(plusDays(world.today, 1 + (more(draw) % 3)), from, from + 1 + (draw % 3)),
      expectedHeadcount: of([1, 8, 14, 40], more(draw)),
    };
  },
  createNeed: ({ world, draw }) => ({ claimBy: plusDays(world.today, draw % 6) }),
  enterCalendarDay: ({ world, draw }) => ({
    day: plusDays(world.today, draw % 5),
    kind: of(['HOLIDAY', 'MAKE_UP_WORKDAY', 'ORDINARY'], draw),
    ...(draw % 3 === 1 && { asWeekday: 1 + (more(draw) % 8) }),
  }),
  planCourseSession: ({ world, draw }) => ({
    startsAt: world.now,
    endsAt: new Date(Date.parse(world.now) + ((draw % 4) - 1) * 3_600_000).toISOString(),
  }),
  addConferenceMember: ({ draw }) => ({
    organizationId: of(HOMES, draw),
    role: of(['MEMBER', 'OBSERVER'], more(draw)),
  }),
  endConferenceMembership: ({ world, draw }) => ({ leftOn: plusDays(world.today, (draw % 7) - 3) }),
  scheduleMeeting: ({ world, draw }) => ({ startsAt: at(plusDays(world.today, draw % 8), '14:00') }),
  recordAttendance: ({ draw }) => ({
    organizationId: of(HOMES, draw),
    status: of(['PRESENT', 'LATE', 'ABSENT'], more(draw)),
  }),
  admitAgendaItem: ({ world, row, draw }) => {
    const meetings = world.of('Meeting', { conferenceId: row.conferenceId });
    return {
      meetingId: meetings.length > 0 ? of(meetings, draw).id : undefined,
      decisionMethod: of(['VOTE', 'CONSENSUS'], more(draw)),
      ...(draw % 3 === 0 && { reason: '时间紧' }),
    };
  },
  castVote: ({ draw }) => ({ choice: of(['FOR', 'AGAINST', 'ABSTAIN'], draw) }),
  recordResolution: ({ world, row, draw }) => {
    const items = world.of('AgendaItem', { home: row.home });
    return { agendaItemId: items.length > 0 ? of(items, draw).id : undefined };
  },
  assignResolution: ({ world, draw }) => {
    const [agreement] = world.of('CoBuildingAgreement', { state: 'ACTIVE' });
    const sides = { responsibleId: of(HOMES, draw), beneficiaryId: of(HOMES, more(draw)), text: '开放场地' };
    const isSent = agreement?.conferenceId && sides.responsibleId !== sides.beneficiaryId;
    return {
      assignments: [
        { ...sides, ...(isSent && { agreementId: agreement.id }) },
        { responsibleId: 'demo-bank', text: '提供志愿者' },
      ],
    };
  },
  addAgreementSignatory: ({ draw }) => ({ organizationId: of(HOMES, draw) }),
  addAgreementTask: ({ world, draw }) => ({
    beneficiaryId: of(['demo-property', 'demo-bank'], draw),
    recurrence: of([null, null, 'WEEKLY', 'MONTHLY', 'QUARTERLY'], more(draw)),
    dueOn: plusDays(world.today, draw % 20),
  }),
  extendAgreementTask: ({ row, world, draw }) => ({
    dueOn: plusDays(row.dueOn ?? world.today, (draw % 5) - 1),
  }),
  evaluateAgreement: ({ draw }) => ({ year: 2024 + (draw % 3), score: of([92, 101], more(draw)) }),
  proposeJointProject: ({ draw }) => ({
    startingLine: of(['1000000', '500000', '0'], draw),
    needsResidentsDecision: draw % 2 === 1,
  }),
  approveJointProject: ({ world, draw }) =>
    draw % 2 === 0 ? {} : { residentsDecisionOn: plusDays(world.today, (draw % 5) - 3) },
  pledgeContribution: ({ draw }) =>
    of<Record<string, any>>(
      [
        { kind: 'MONEY', pledged: '600000' },
        { kind: 'LABOUR', pledged: null, pledgedQuantity: 4, unitOfMeasure: '人次' },
        { kind: 'VENUE', pledged: '100' },
      ],
      draw,
    ),
  postPublicNotice: ({ world, row, draw }) => {
    const projects = world.of('JointProject', { home: row.home });
    return {
      kind: of(['APPROVAL', 'RESULT', 'PLEDGE'], draw),
      projectId: projects.length > 0 ? of(projects, more(draw)).id : undefined,
    };
  },
  planJointActivity: ({ world, draw }) => ({
    startsOn: of([null, world.today, plusDays(world.today, 3)], draw),
  }),
  recordIndicator: ({ draw }) => ({ value: draw % 20, aboutVulnerableGroup: draw % 2 === 0 }),
  mergeNeed: ({ world, row, draw }) => ({ mergedIntoId: of(world.of('Need', { home: row.home }), draw).id }),
};
