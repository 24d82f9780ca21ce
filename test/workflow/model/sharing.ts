// The contract `sharing` as the domain's page words it: resources and bookings, needs and claims, plans, courses, offices.
import { BOOKINGS } from './bookings';
import { described, owner, why, type Holder, type Taking, type Type } from './machine';
import { NEEDS } from './needs';

const MEASURE_OPEN = ['PLANNED', 'IN_PROGRESS'];

/** The street's office that was given the calendar to keep. */
const keeper: Holder = { organizations: ({ home }) => [home], scope: 'calendar:keep' };

const REST: Record<string, Type> = {
  AnnualPlan: {
    contract: 'sharing',
    singular: 'annualPlan',
    plural: 'annualPlans',
    states: ['DRAFT', 'ADOPTED', 'COMPLETED'],
    columns: ['title', 'year'],
    rules: {
      createAnnualPlan: {
        by: [owner],
        creates: true,
        to: 'DRAFT',
        sample: () => ({ title: '年度计划', year: 2026 }),
      },
      updateAnnualPlan: { by: [owner], states: ['DRAFT'] },
      adoptAnnualPlan: { by: [owner], states: ['DRAFT'], to: 'ADOPTED' },
      completeAnnualPlan: { by: [owner], states: ['ADOPTED'], to: 'COMPLETED' },
    },
  },
  PlanMeasure: {
    contract: 'sharing',
    singular: 'planMeasure',
    plural: 'planMeasures',
    states: ['PLANNED', 'IN_PROGRESS', 'DONE', 'DROPPED'],
    columns: ['planId', 'number', 'text', 'dueOn'],
    rules: {
      addPlanMeasure: {
        by: [owner],
        creates: true,
        under: 'planId',
        to: 'PLANNED',
        sample: () => ({ number: 1, text: '开放活动室' }),
      },
      updatePlanMeasure: { by: [owner], states: MEASURE_OPEN },
      startPlanMeasure: { by: [owner], states: ['PLANNED'], to: 'IN_PROGRESS' },
      finishPlanMeasure: { by: [owner], states: ['IN_PROGRESS'], to: 'DONE' },
      dropPlanMeasure: { by: [owner], states: MEASURE_OPEN, to: 'DROPPED', ...why },
    },
  },
  Course: {
    contract: 'sharing',
    singular: 'course',
    plural: 'courses',
    columns: ['title', 'about', 'audience', 'places'],
    rules: described({ create: 'createCourse', update: 'updateCourse' }, { title: '急救常识' }),
  },
  CourseSession: {
    contract: 'sharing',
    singular: 'courseSession',
    plural: 'courseSessions',
    states: ['PLANNED', 'HELD', 'CANCELLED'],
    columns: ['courseId', 'startsAt', 'endsAt', 'participationCount'],
    rules: {
      planCourseSession: {
        by: [owner],
        creates: true,
        under: 'courseId',
        to: 'PLANNED',
        sample: ({ world }) => ({ startsAt: world.now }),
        check: ({ input: { startsAt, endsAt } }) => endsAt && endsAt <= startsAt && 'INVALID_INPUT',
      },
      holdCourseSession: { by: [owner], states: ['PLANNED'], to: 'HELD' },
      cancelCourseSession: { by: [owner], states: ['PLANNED'], to: 'CANCELLED', ...why },
    },
  },
  LiaisonOffice: {
    contract: 'sharing',
    singular: 'liaisonOffice',
    plural: 'liaisonOffices',
    columns: ['title', 'officePhone', 'fullTime', 'reportedOn', 'validUntil'],
    defaults: { fullTime: false },
    rules: {
      reportLiaisonOffice: {
        by: [owner],
        creates: true,
        sample: () => ({ title: '联络岗' }),
        change: ({ world }) => ({ reportedOn: world.today }),
      },
      updateLiaisonOffice: { by: [owner], change: ({ world }) => ({ reportedOn: world.today }) },
    },
  },
  CalendarDay: {
    contract: 'sharing',
    singular: 'calendarDay',
    plural: 'calendarDays',
    columns: ['day', 'kind', 'name', 'asWeekday'],
    rules: {
      enterCalendarDay: {
        by: [keeper],
        creates: true,
        sample: ({ world }) => ({ day: world.today, kind: 'HOLIDAY', name: '示例节假日' }),
        check: ({ world, row }) =>
          world.of('CalendarDay', { home: row.home, day: row.day }).length > 0
            ? 'ALREADY_EXISTS'
            : faultInWeekday(row),
        effect: keepDay,
      },
      correctCalendarDay: {
        by: [keeper],
        ...why,
        check: ({ row, input }) => faultInWeekday({ ...row, ...input }),
        effect: keepDay,
      },
    },
  },
  VolunteerTeam: {
    contract: 'sharing',
    singular: 'volunteerTeam',
    plural: 'volunteerTeams',
    columns: ['name', 'direction', 'headcount', 'teamCount'],
    rules: described({ create: 'createVolunteerTeam', update: 'updateVolunteerTeam' }, { name: '志愿队' }),
  },
};

export const SHARING: Record<string, Type> = { ...BOOKINGS, ...NEEDS, ...REST };

function faultInWeekday({ kind, asWeekday }: Record<string, any>) {
  const isSound = kind === 'MAKE_UP_WORKDAY' ? asWeekday >= 1 && asWeekday <= 7 : asWeekday == null;
  return !isSound && 'INVALID_INPUT';
}

function keepDay({ world, row: { day, kind, asWeekday } }: Taking): void {
  world.calendar.set(day, { kind, asWeekday });
}
