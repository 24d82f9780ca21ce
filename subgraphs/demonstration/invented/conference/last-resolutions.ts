// What became of the resolutions of the street's last meeting. Delays, returns and supervision are of made-up organizations; what a real one still does has no end.
import { AgreementTask } from '../../../cobuilding/agreement-task/agreement-task';
import { addDays } from '../../../kit/clock';
import { inventedId } from '../make-row';
import { demoNeedId } from '../need-ids';
import type { AssignmentPlan, ResolutionPlan } from './follow-up';

/** Of the last meeting, three to four weeks ago. */
export function lastResolutions(today: string): ResolutionPlan[] {
  const on = (days: number) => addDays(today, days);
  return [
    {
      item: 'rooms',
      text: '各成员单位列出可共用的场地和时段。',
      state: 'IN_PROGRESS',
      dueOn: on(18),
      assignments: roomLists(on),
    },
    {
      item: 'crossing',
      text: '上学时段在路口设护学岗。',
      state: 'IN_PROGRESS',
      dueOn: on(-5),
      assignments: [crossing(on), guards(on)],
    },
    {
      item: 'painting',
      text: '组织志愿者分批粉刷楼道。',
      state: 'RETURNED',
      dueOn: on(-5),
      assignments: [painting(on)],
    },
    {
      item: 'terminal',
      text: '每周安排一次缴费终端使用辅导，长期坚持。',
      state: 'IN_PROGRESS',
      dueOn: null,
      assignments: [terminal(on)],
    },
    {
      item: 'fraud',
      text: '组织志愿者开展反诈宣传。',
      state: 'REPORTED',
      dueOn: on(6),
      assignments: [fraud(on)],
    },
    {
      item: 'greening',
      text: '举办一次绿化养护经验交流。',
      state: 'VERIFIED',
      dueOn: on(-5),
      assignments: [greening(on)],
    },
    {
      item: 'reading-day',
      text: '联合举办共建读书日。',
      state: 'ASSIGNED',
      dueOn: on(24),
      assignments: [readingDay(on)],
    },
    LIAISON,
  ];
}

/** Adopted and not assigned yet; it has no end. */
const LIAISON: ResolutionPlan = {
  item: 'liaison',
  text: '联络岗位有变动的，成员单位及时报送。',
  state: 'ADOPTED',
  dueOn: null,
  assignments: [],
};

type On = (days: number) => string;

function roomLists(on: On): AssignmentPlan[] {
  const list = {
    beneficiary: 'demo-street',
    text: '报送可共用场地清单',
    textEn: 'Send in a list of rooms to share',
  };
  const done = { state: 'CONFIRMED', dueOn: on(-6), submittedOn: on(-12), confirmedOn: on(-9) } as const;
  const reports: AssignmentPlan['reports'] = [
    { day: on(-12), text: '清单已报送', percentComplete: 100, outcome: 'CONFIRMED', decidedOn: on(-9) },
  ];
  return [
    { ...list, ...done, responsible: 'dongguan-branch', reports },
    { ...list, ...done, responsible: 'yili-branch', reports },
    { ...list, state: 'ASSIGNED', dueOn: on(18), responsible: 'demo-bank-branch' },
  ];
}

function crossing(on: On): AssignmentPlan {
  return {
    responsible: 'demo-property',
    beneficiary: 'demo-school',
    text: '每个上学日安排两个护学岗',
    textEn: 'Two posts at the crossing on every school day',
    state: 'IN_PROGRESS',
    dueOn: on(-9),
    needId: demoNeedId('demo-school', 'crossing'),
    reports: [{ day: on(-14), text: '已安排一个岗', percentComplete: 50, outcome: 'NOTED' }],
    supervision: [
      ['REMINDER', on(-7), '护学岗未配齐，提醒'],
      ['BLUE', on(-3), '提醒后未配齐'],
    ],
  };
}

/** Carried out by a task of the agreement between community and school, which was returned too. */
function guards(on: On): AssignmentPlan {
  return {
    responsible: 'demo-community',
    beneficiary: 'demo-school',
    text: '落实护学岗值守',
    textEn: 'Staff the posts at the crossing',
    state: 'RETURNED',
    dueOn: on(-5),
    submittedOn: on(-11),
    taskId: inventedId(AgreementTask, 'demo-community', 'task:school:guards'),
    reports: [
      {
        day: on(-11),
        text: '岗位表已排',
        percentComplete: 100,
        outcome: 'RETURNED',
        decidedOn: on(-9),
        reason: '缺少值守安排',
      },
    ],
  };
}

function painting(on: On): AssignmentPlan {
  return {
    responsible: 'demo-community-branch',
    beneficiary: 'demo-community',
    text: '组织第一批楼道粉刷',
    textEn: 'Paint the first stairwells',
    state: 'RETURNED',
    dueOn: on(-5),
    submittedOn: on(-7),
    needId: demoNeedId('demo-community', 'painting'),
    reports: [
      {
        day: on(-7),
        text: '完成一个单元',
        percentComplete: 100,
        outcome: 'RETURNED',
        decidedOn: on(-6),
        reason: '只完成三个单元中的一个',
      },
    ],
    supervision: [['ORANGE', on(-2), '退回后逾期，限期补办']],
  };
}

function terminal(on: On): AssignmentPlan {
  return {
    responsible: 'bob-sjc',
    beneficiary: 'yili-rc',
    text: '每周一次缴费终端使用辅导',
    textEn: 'Help with the payment terminal once a week',
    state: 'IN_PROGRESS',
    dueOn: null,
    needId: demoNeedId('yili-rc', 'terminal-help'),
    reports: [{ day: on(-8), text: '已辅导两次', percentComplete: 50, outcome: 'NOTED' }],
  };
}

function fraud(on: On): AssignmentPlan {
  return {
    responsible: 'demo-community-branch',
    beneficiary: 'demo-bank',
    text: '组织反诈宣传志愿者',
    textEn: 'Bring together volunteers against fraud',
    state: 'SUBMITTED',
    dueOn: on(6),
    submittedOn: on(-2),
    needId: demoNeedId('demo-bank', 'volunteers'),
    reports: [{ day: on(-2), text: '宣传两场', percentComplete: 100, outcome: 'PENDING' }],
  };
}

function greening(on: On): AssignmentPlan {
  return {
    responsible: 'deqing1',
    beneficiary: 'chunhui-branch',
    text: '提供一次绿化养护讲解',
    textEn: 'Give a talk on the care of greenery',
    state: 'CONFIRMED',
    dueOn: on(-5),
    submittedOn: on(-11),
    confirmedOn: on(-9),
    reports: [
      { day: on(-11), text: '讲解已举办', percentComplete: 100, outcome: 'CONFIRMED', decidedOn: on(-9) },
    ],
  };
}

function readingDay(on: On): AssignmentPlan {
  return {
    responsible: 'demo-school-branch',
    beneficiary: 'dongguan-school',
    text: '提出读书日方案',
    textEn: 'Draft a plan of the reading day',
    state: 'ASSIGNED',
    dueOn: on(24),
  };
}
