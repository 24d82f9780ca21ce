// What was put before the street's joint conference. Items that came late or were not taken up are of made-up organizations.
import { addDays } from '../../../kit/clock';
import { demoNeedId } from '../need-ids';
import type { ItemPlan } from './proceedings';

/** An item, and how many days before the meeting it was proposed. Items are due 15 days before it. */
export interface PlannedItem extends Omit<ItemPlan, 'proposed'> {
  ahead: number;
}

const ADOPTED = { state: 'ADOPTED', decisionMethod: 'CONSENSUS' } as const;

const EARLIER: PlannedItem[] = [
  {
    ...ADOPTED,
    key: 'fire-lanes',
    title: '清理消防通道',
    titleEn: 'Clearing fire lanes',
    proposer: 'demo-community-branch',
    ahead: 17,
    line: 'practical-matters',
  },
  {
    ...ADOPTED,
    key: 'reading-room',
    title: '共享阅览室开放安排',
    titleEn: 'Opening of the shared reading room',
    proposer: 'yili-branch',
    ahead: 18,
    line: 'shared-resources',
  },
  {
    ...ADOPTED,
    key: 'field',
    title: '学校操场周末开放',
    titleEn: 'School sports field open at weekends',
    proposer: 'dongguan-school',
    ahead: 16,
    line: 'shared-resources',
  },
  {
    ...ADOPTED,
    key: 'training-room',
    title: '银行培训室晚间开放',
    titleEn: 'Training room of the bank open in the evening',
    proposer: 'demo-street',
    ahead: 20,
    line: 'shared-resources',
  },
  {
    ...ADOPTED,
    key: 'culture-wall',
    title: '文化墙项目验收和公示',
    titleEn: 'Acceptance and publication of the culture wall',
    proposer: 'demo-street',
    ahead: 19,
    line: 'practical-matters',
  },
  {
    key: 'benches',
    title: '增设便民座椅',
    titleEn: 'More benches',
    proposer: 'demo-property',
    ahead: 7,
    state: 'DEFERRED',
    line: 'practical-matters',
    reason: '逾期提出，材料不全',
  },
];

const LAST: PlannedItem[] = [
  {
    ...ADOPTED,
    key: 'rooms',
    title: '会议室和活动场地共用清单',
    titleEn: 'A list of rooms and grounds to share',
    proposer: 'dongguan-branch',
    ahead: 20,
    line: 'shared-resources',
  },
  {
    ...ADOPTED,
    key: 'crossing',
    title: '上学时段护学岗',
    titleEn: 'Volunteers at the school crossing',
    proposer: 'demo-school-branch',
    ahead: 18,
    line: 'practical-matters',
    needId: demoNeedId('demo-school', 'crossing'),
  },
  {
    ...ADOPTED,
    key: 'painting',
    title: '楼道粉刷志愿行动',
    titleEn: 'Volunteers to paint stairwells',
    proposer: 'demo-community-branch',
    ahead: 16,
    line: 'joint-activities',
    needId: demoNeedId('demo-community', 'painting'),
  },
  {
    ...ADOPTED,
    key: 'terminal',
    title: '缴费终端使用辅导',
    titleEn: 'Help with the payment terminal',
    proposer: 'bob-sjc',
    ahead: 17,
    line: 'practical-matters',
  },
  {
    ...ADOPTED,
    key: 'fraud',
    title: '反诈宣传志愿者',
    titleEn: 'Volunteers against fraud',
    proposer: 'demo-bank-branch',
    ahead: 9,
    line: 'joint-activities',
    needId: demoNeedId('demo-bank', 'volunteers'),
  },
  {
    ...ADOPTED,
    key: 'greening',
    title: '小区绿化养护经验交流',
    titleEn: 'Exchange on the care of greenery',
    proposer: 'chunhui-branch',
    ahead: 21,
    line: 'joint-activities',
  },
  {
    ...ADOPTED,
    key: 'reading-day',
    title: '共建读书日',
    titleEn: 'A joint reading day',
    proposer: 'dongguan-school',
    ahead: 19,
    line: 'joint-activities',
  },
  {
    ...ADOPTED,
    key: 'liaison',
    title: '联络岗位定期报送',
    titleEn: 'Regular reports of liaison offices',
    proposer: 'demo-street',
    ahead: 15,
    line: 'co-residence',
  },
  {
    key: 'parking',
    title: '车位错时共用',
    titleEn: 'Parking shared by the hour',
    proposer: 'demo-property',
    ahead: 6,
    state: 'HELD_OVER',
    line: 'shared-resources',
    reason: '提出单位缺席',
  },
  {
    key: 'charging',
    title: '增设充电设施',
    titleEn: 'More charging points',
    proposer: 'demo-community-branch',
    ahead: 4,
    state: 'REFERRED',
    line: 'practical-matters',
    referredTo: 'HIGHER_DEPARTMENT',
    reason: '须由上级部门统一规划',
  },
];

/** `day` is the meeting's. */
export function earlierItems(day: string): ItemPlan[] {
  return EARLIER.map((item) => proposedBefore(day, item));
}

export function lastItems(day: string): ItemPlan[] {
  return LAST.map((item) => proposedBefore(day, item));
}

export function proposedBefore(day: string, { ahead, ...item }: PlannedItem): ItemPlan {
  return { ...item, proposed: [addDays(day, -ahead), '15:20'] };
}
