// What became of the resolutions of the street's earlier meeting. Delays, returns and supervision are of made-up organizations; what a real one still does has no end.
import { addDays } from '../../../kit/clock';
import { projectId } from '../project-rows';
import type { AssignmentPlan, ResolutionPlan } from './follow-up';

/** Of the earlier meeting, held on `day`; at least seven weeks ago. */
export function earlierResolutions(day: string, today: string): ResolutionPlan[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    {
      item: 'fire-lanes',
      text: '限期清理楼道和通道堆物，保持消防通道畅通。',
      state: 'IN_PROGRESS',
      dueOn: ago(26),
      assignments: [fireLanes(ago)],
    },
    ...doneResolutions(day),
    {
      item: 'training-room',
      text: '培训室每周三个晚上对共建单位开放。',
      state: 'IN_PROGRESS',
      dueOn: ago(15),
      assignments: [trainingRoom(ago)],
    },
    {
      item: 'culture-wall',
      text: '验收后在公示栏公示文化墙项目的投入和支出。',
      state: 'IN_PROGRESS',
      dueOn: ago(8),
      assignments: [cultureWall(ago)],
    },
  ];
}

/** Those of real organizations are done and closed. */
function doneResolutions(day: string): ResolutionPlan[] {
  const done = {
    state: 'CONFIRMED',
    dueOn: addDays(day, 21),
    submittedOn: addDays(day, 12),
    confirmedOn: addDays(day, 15),
  } as const;
  const doneReport = {
    day: addDays(day, 12),
    percentComplete: 100,
    outcome: 'CONFIRMED',
    decidedOn: addDays(day, 15),
  } as const;
  return [
    {
      item: 'reading-room',
      text: '阅览室每周四天对共建单位开放。',
      state: 'CLOSED',
      dueOn: done.dueOn,
      assignments: [
        {
          ...done,
          responsible: 'yili-branch',
          beneficiary: 'demo-street',
          text: '公布阅览室开放时间',
          textEn: 'Publish the opening times of the reading room',
          reports: [{ ...doneReport, text: '开放时间已公布' }],
        },
      ],
    },
    {
      item: 'field',
      text: '学校操场周末向社区开放。',
      state: 'CLOSED',
      dueOn: done.dueOn,
      assignments: [
        {
          ...done,
          responsible: 'dongguan-school',
          beneficiary: 'dongguan',
          text: '登记操场开放时段',
          textEn: 'Register the times at which the field is open',
          reports: [{ ...doneReport, text: '周末时段已登记' }],
        },
      ],
    },
  ];
}

type Ago = (days: number) => string;

function fireLanes(ago: Ago): AssignmentPlan {
  return {
    responsible: 'demo-property',
    beneficiary: 'demo-community',
    text: '清理消防通道堆物',
    textEn: 'Clear the fire lanes',
    state: 'IN_PROGRESS',
    dueOn: ago(26),
    reports: [
      { day: ago(30), text: '清理两栋', percentComplete: 20, outcome: 'NOTED' },
      { day: ago(12), text: '清理四栋，其余排期', percentComplete: 40, outcome: 'NOTED' },
    ],
    supervision: [
      ['REMINDER', ago(23), '到期未完成，提醒'],
      ['BLUE', ago(16), '提醒后无进展'],
      ['ORANGE', ago(9), '逾期两周以上'],
      ['RED', ago(2), '涉及消防安全，限期整改'],
    ],
  };
}

function trainingRoom(ago: Ago): AssignmentPlan {
  return {
    responsible: 'demo-bank-branch',
    beneficiary: 'demo-community-branch',
    text: '开放培训室并登记时段',
    textEn: 'Open the training room and register its times',
    state: 'IN_PROGRESS',
    dueOn: ago(15),
    supervision: [
      ['REMINDER', ago(11), '到期未登记，提醒'],
      ['BLUE', ago(5), '提醒后未回复'],
    ],
  };
}

function cultureWall(ago: Ago): AssignmentPlan {
  return {
    responsible: 'demo-street',
    beneficiary: 'demo-community',
    text: '公示文化墙项目结果',
    textEn: 'Publish the result of the culture wall',
    state: 'IN_PROGRESS',
    dueOn: ago(8),
    projectId: projectId('culture-wall'),
    reports: [{ day: ago(20), text: '已验收，公示稿待核', percentComplete: 60, outcome: 'NOTED' }],
    supervision: [['REMINDER', ago(4), '验收后未公示，提醒']],
  };
}
