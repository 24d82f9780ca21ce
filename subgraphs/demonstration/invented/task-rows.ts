// Made-up tasks in all states: what real organizations do is confirmed or not due, what is late or waits is fictional.
import { AgreementTask } from '../../cobuilding/agreement-task/agreement-task';
import { DeadlineExtension } from '../../cobuilding/agreement-task/deadline-extension';
import type { TaskState } from '../../cobuilding/agreement-task/overdue';
import type { LineOfWork } from '../../cobuilding/line-of-work';
import { addDays } from '../../kit/clock';
import { daysOf, Period, type Days } from '../../kit/period';
import type { Row } from '../rows';
import { agreementHome, agreementId } from './agreement-rows';
import { mayBeLate } from './organizations';
import { at, changedOn, inventedId, type Make } from './make-row';

type Line = keyof typeof LineOfWork;
type State = keyof typeof TaskState;

/** agreement, key, text, English, line of work, responsible, beneficiary, state, due in days, submitted days ago */
const TASKS: [string, string, string, string, Line, string, string, State, number, number?][] = [
  ['dongguan-school', 'field', '周末开放操场', 'Open the sports field at weekends', 'SHARED_RESOURCES', 'dongguan-school', 'dongguan', 'CONFIRMED', -40, 46],
  ['dongguan-school', 'reading', '暑期阅读辅导', 'Summer reading', 'PRACTICAL_MATTERS', 'dongguan-school', 'dongguan', 'CONFIRMED', -70, 75],
  ['dongguan-school', 'crossing', '上学时段护学', 'School crossing guards', 'PRACTICAL_MATTERS', 'dongguan', 'dongguan-school', 'CONFIRMED', -15, 20],
  ['dongguan-school', 'sports', '联合趣味运动会', 'Joint fun sports day', 'JOINT_ACTIVITIES', 'dongguan', 'dongguan-school', 'CONFIRMED', -100, 104],
  ['dongguan-school', 'art', '学生书画进楼道', 'Pupils’ paintings in the stairwells', 'CO_RESIDENCE', 'dongguan-school', 'dongguan', 'IN_PROGRESS', 45],
  ['yili-bank', 'talk', '金融知识讲座', 'Talk on everyday finance', 'PRACTICAL_MATTERS', 'bob-sjc', 'yili-rc', 'CONFIRMED', -30, 36],
  ['yili-bank', 'terminal', '缴费终端使用辅导', 'Help with the payment terminal', 'PRACTICAL_MATTERS', 'bob-sjc', 'yili-rc', 'CONFIRMED', -60, 63],
  ['yili-bank', 'room', '提供宣传场地', 'A venue for talks', 'SHARED_RESOURCES', 'yili-rc', 'bob-sjc', 'IN_PROGRESS', 30],
  ['chunhui-deqing1', 'trees', '绿化养护指导', 'Advice on the care of trees', 'PRACTICAL_MATTERS', 'deqing1', 'chunhui-branch', 'CONFIRMED', -50, 55],
  ['frame', 'list', '编制资源与需求清单', 'List of resources and needs', 'SHARED_RESOURCES', 'demo-street', 'demo-community', 'SUBMITTED', 6, 3],
  ['school', 'gym', '工作日晚间开放体育馆', 'Open the gym on weekday evenings', 'SHARED_RESOURCES', 'demo-school', 'demo-community', 'CONFIRMED', -120, 130],
  ['school', 'tutoring', '课后看护', 'After-school care', 'PRACTICAL_MATTERS', 'demo-school', 'demo-community', 'IN_PROGRESS', -12],
  ['school', 'open-day', '校园开放日', 'Open day at the school', 'JOINT_ACTIVITIES', 'demo-school', 'demo-community', 'SUBMITTED', 5, 9],
  ['school', 'guards', '护学岗', 'School crossing guards', 'PRACTICAL_MATTERS', 'demo-community', 'demo-school', 'RETURNED', -5, 11],
  ['bank', 'fraud', '反诈宣传进楼院', 'Fraud prevention in the compounds', 'PRACTICAL_MATTERS', 'demo-bank', 'demo-community', 'IN_PROGRESS', -34],
  ['bank', 'elders', '适老化网点改造', 'Branch made fit for the elderly', 'PRACTICAL_MATTERS', 'demo-bank', 'demo-community', 'SUBMITTED', -2, 4],
  ['bank', 'room', '开放培训室', 'Open the training room', 'SHARED_RESOURCES', 'demo-bank', 'demo-community', 'CONFIRMED', -80, 85],
  ['bank', 'corner', '图书角共建', 'Joint reading corner', 'CO_RESIDENCE', 'demo-bank', 'demo-community', 'IN_PROGRESS', 20],
  ['volunteers', 'cleaning', '楼院清洁日', 'Cleaning day', 'JOINT_ACTIVITIES', 'demo-community', 'demo-school', 'PLANNED', 8],
  ['volunteers', 'flea-market', '跳蚤市场', 'Flea market', 'JOINT_ACTIVITIES', 'demo-bank', 'demo-community', 'CANCELLED', -20],
];

export function inventedTaskRows(make: Make, today: string): Row[] {
  return [
    ...TASKS.map((task) => taskRow(make, today, task)),
    extensionRow(make, today),
    ...recurringRows(make, today, { agreement: 'chunhui-deqing1', key: 'class', text: '每季度一次环保课堂', textEn: 'Environmental class every quarter', sides: ['deqing1', 'chunhui-branch'] }),
    ...recurringRows(make, today, { agreement: 'school', key: 'visit', text: '每季度一次图书漂流', textEn: 'Book exchange every quarter', sides: ['demo-school', 'demo-community'] }),
  ];
}

function taskRow(make: Make, today: string, [agreement, key, text, textEn, lineOfWork, responsibleId, beneficiaryId, state, due, submitted]: (typeof TASKS)[number]): Row {
  const submittedOn = submitted === undefined ? null : addDays(today, -submitted);
  return make(AgreementTask, agreementHome(agreement), `task:${agreement}:${key}`, {
    agreementId: agreementId(agreement),
    text, textEn, lineOfWork, responsibleId, beneficiaryId, state,
    dueOn: state === 'CONFIRMED' || mayBeLate(responsibleId) ? addDays(today, due) : null,
    submittedAt: submittedOn && at(submittedOn, 15),
    confirmedAt: state === 'CONFIRMED' ? at(addDays(submittedOn!, 2), 10) : null,
    ...changedOn(submittedOn === null ? addDays(today, -45) : addDays(submittedOn, state === 'SUBMITTED' ? 0 : 2)),
    reason: state === 'RETURNED' ? '缺少值守安排' : null,
  });
}

/** The reading corner was due ten days ago. */
function extensionRow(make: Make, today: string): Row {
  return make(DeadlineExtension, 'demo-community', 'extension:corner', {
    taskId: inventedId(AgreementTask, 'demo-community', 'task:bank:corner'),
    oldDueOn: addDays(today, -10),
    newDueOn: addDays(today, 20),
    approvedOn: addDays(today, -14),
    approvedByOffice: '共建工作岗',
    reason: '书架到货延迟',
  });
}

interface Recurring {
  agreement: string;
  key: string;
  text: string;
  textEn: string;
  /** Responsible and beneficiary. */
  sides: [string, string];
}

/** The task itself and one task for each of three quarters; the last of them is this one, due on its last day. */
function recurringRows(make: Make, today: string, { agreement, key, text, textEn, sides }: Recurring): Row[] {
  const task = { agreementId: agreementId(agreement), textEn, lineOfWork: 'JOINT_ACTIVITIES', responsibleId: sides[0], beneficiaryId: sides[1] };
  const home = agreementHome(agreement);
  const parent = make(AgreementTask, home, `task:${agreement}:${key}`, { ...task, text, state: 'IN_PROGRESS', recurrence: 'QUARTERLY', ...changedOn(addDays(today, -200)) });
  const thisQuarter = daysOf(Period.THIS_QUARTER, today);
  const last = daysOf(Period.LAST_QUARTER, today);
  const quarters = [daysOf(Period.LAST_QUARTER, last.from), last, thisQuarter];
  const children = quarters.map((quarter, i) => {
    const periodText = quarterText(quarter);
    const open = quarter === thisQuarter;
    return make(AgreementTask, home, `task:${agreement}:${key}:${i}`, {
      ...task,
      text: `${text}（${periodText}）`,
      parentId: parent.values.id,
      periodText,
      state: open ? 'IN_PROGRESS' : 'CONFIRMED',
      dueOn: !open || mayBeLate(sides[0]) ? quarter.to : null,
      submittedAt: open ? null : at(addDays(quarter.to, -6), 15),
      confirmedAt: open ? null : at(addDays(quarter.to, -3), 10),
      ...changedOn(open ? quarter.from : addDays(quarter.to, -3)),
    });
  });
  return [parent, ...children];
}

function quarterText({ from }: Days): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return `${year}年第${'一二三四'[Math.floor((month - 1) / 3)]}季度`;
}
