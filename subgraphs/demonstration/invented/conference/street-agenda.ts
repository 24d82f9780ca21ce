// What was and is put before the street's joint conference. Items that came late or were not taken up are of made-up organizations.
import { AgendaItem } from '../../../conference/agenda-item/agenda-item';
import { addDays } from '../../../kit/clock';
import { demoNeedId } from '../need-ids';
import { idOf, type Conference, type ItemPlan } from './proceedings';

const ADOPTED = { state: 'ADOPTED', decisionMethod: 'CONSENSUS' } as const;

/** `day` is the meeting's; items are due 15 days before it. */
export function earlierItems(day: string): ItemPlan[] {
  const proposed = proposedBefore(day);
  return [
    {
      ...ADOPTED,
      key: 'fire-lanes',
      title: '清理消防通道',
      titleEn: 'Clearing fire lanes',
      proposer: 'demo-community-branch',
      proposed: proposed(17),
      line: 'practical-matters',
    },
    {
      ...ADOPTED,
      key: 'reading-room',
      title: '共享阅览室开放安排',
      titleEn: 'Opening of the shared reading room',
      proposer: 'yili-branch',
      proposed: proposed(18),
      line: 'shared-resources',
    },
    {
      ...ADOPTED,
      key: 'field',
      title: '学校操场周末开放',
      titleEn: 'School sports field open at weekends',
      proposer: 'dongguan-school',
      proposed: proposed(16),
      line: 'shared-resources',
    },
    {
      ...ADOPTED,
      key: 'training-room',
      title: '银行培训室晚间开放',
      titleEn: 'Training room of the bank open in the evening',
      proposer: 'demo-street',
      proposed: proposed(20),
      line: 'shared-resources',
    },
    {
      ...ADOPTED,
      key: 'culture-wall',
      title: '文化墙项目验收和公示',
      titleEn: 'Acceptance and publication of the culture wall',
      proposer: 'demo-street',
      proposed: proposed(19),
      line: 'practical-matters',
    },
    {
      key: 'benches',
      title: '增设便民座椅',
      titleEn: 'More benches',
      proposer: 'demo-property',
      proposed: proposed(7),
      state: 'DEFERRED',
      line: 'practical-matters',
      reason: '逾期提出，材料不全',
    },
  ];
}

export function lastItems(day: string): ItemPlan[] {
  const proposed = proposedBefore(day);
  return [
    {
      ...ADOPTED,
      key: 'rooms',
      title: '会议室和活动场地共用清单',
      titleEn: 'A list of rooms and grounds to share',
      proposer: 'dongguan-branch',
      proposed: proposed(20),
      line: 'shared-resources',
    },
    {
      ...ADOPTED,
      key: 'crossing',
      title: '上学时段护学岗',
      titleEn: 'Volunteers at the school crossing',
      proposer: 'demo-school-branch',
      proposed: proposed(18),
      line: 'practical-matters',
      needId: demoNeedId('demo-school', 'crossing'),
    },
    {
      ...ADOPTED,
      key: 'painting',
      title: '楼道粉刷志愿行动',
      titleEn: 'Volunteers to paint stairwells',
      proposer: 'demo-community-branch',
      proposed: proposed(16),
      line: 'joint-activities',
      needId: demoNeedId('demo-community', 'painting'),
    },
    {
      ...ADOPTED,
      key: 'terminal',
      title: '缴费终端使用辅导',
      titleEn: 'Help with the payment terminal',
      proposer: 'bob-sjc',
      proposed: proposed(17),
      line: 'practical-matters',
    },
    {
      ...ADOPTED,
      key: 'fraud',
      title: '反诈宣传志愿者',
      titleEn: 'Volunteers against fraud',
      proposer: 'demo-bank-branch',
      proposed: proposed(9),
      line: 'joint-activities',
      needId: demoNeedId('demo-bank', 'volunteers'),
    },
    {
      ...ADOPTED,
      key: 'greening',
      title: '小区绿化养护经验交流',
      titleEn: 'Exchange on the care of greenery',
      proposer: 'chunhui-branch',
      proposed: proposed(21),
      line: 'joint-activities',
    },
    {
      ...ADOPTED,
      key: 'reading-day',
      title: '共建读书日',
      titleEn: 'A joint reading day',
      proposer: 'dongguan-school',
      proposed: proposed(19),
      line: 'joint-activities',
    },
    {
      ...ADOPTED,
      key: 'liaison',
      title: '联络岗位定期报送',
      titleEn: 'Regular reports of liaison offices',
      proposer: 'demo-street',
      proposed: proposed(15),
      line: 'co-residence',
    },
    {
      key: 'parking',
      title: '车位错时共用',
      titleEn: 'Parking shared by the hour',
      proposer: 'demo-property',
      proposed: proposed(6),
      state: 'HELD_OVER',
      line: 'shared-resources',
      reason: '提出单位缺席',
    },
    {
      key: 'charging',
      title: '增设充电设施',
      titleEn: 'More charging points',
      proposer: 'demo-community-branch',
      proposed: proposed(4),
      state: 'REFERRED',
      line: 'practical-matters',
      referredTo: 'HIGHER_DEPARTMENT',
      reason: '须由上级部门统一规划',
    },
  ];
}

/** Those of the last days are late: the day by which items are due has passed. */
export function nextItems(conference: Conference, day: string): ItemPlan[] {
  const proposed = proposedBefore(day);
  const late = addDays(conference.today, -1);
  const admitted = { state: 'ADMITTED' } as const;
  return [
    {
      ...admitted,
      key: 'service-day',
      title: '共建志愿服务日',
      titleEn: 'A joint day of voluntary service',
      proposer: 'dongguan-branch',
      proposed: proposed(20),
      line: 'joint-activities',
    },
    {
      ...admitted,
      key: 'study-room',
      title: '假期自习室共享',
      titleEn: 'Shared study rooms in the holidays',
      proposer: 'yingbin-branch',
      proposed: proposed(19),
      line: 'shared-resources',
    },
    {
      ...admitted,
      key: 'finance-at-school',
      title: '金融知识进校园',
      titleEn: 'Everyday finance at school',
      proposer: 'bob-sjc',
      proposed: proposed(18),
      line: 'joint-activities',
    },
    {
      ...admitted,
      key: 'stage',
      title: '社区演出场地协调',
      titleEn: 'A venue for community shows',
      proposer: 'demo-community-branch',
      proposed: proposed(17),
      line: 'shared-resources',
      needId: demoNeedId('demo-community', 'stage'),
    },
    {
      ...admitted,
      key: 'lights',
      title: '公共区域照明维修',
      titleEn: 'Repair of lights in common areas',
      proposer: 'demo-community-branch',
      proposed: proposed(16),
      line: 'practical-matters',
      origin: 'RESIDENTS_ASSEMBLY',
      needId: demoNeedId('demo-community', 'repairs'),
    },
    {
      ...admitted,
      key: 'open-day',
      title: '家校共建开放日',
      titleEn: 'Open day of school and community',
      proposer: 'dongguan-school',
      proposed: proposed(16),
      line: 'joint-activities',
    },
    {
      key: 'eco-class',
      title: '环保课堂联办',
      titleEn: 'Joint classes on the environment',
      proposer: 'deqing1',
      proposed: proposed(15),
      state: 'PROPOSED',
      line: 'joint-activities',
    },
    {
      key: 'parking',
      title: '车位错时共用',
      titleEn: 'Parking shared by the hour',
      proposer: 'demo-property',
      proposed: [late, '10:20'],
      state: 'PROPOSED',
      line: 'shared-resources',
      continues: idOf(AgendaItem, conference, 'street:7:parking'),
    },
    {
      key: 'surroundings',
      title: '网点周边环境整治',
      titleEn: 'Cleaning up around the bank',
      proposer: 'demo-bank-branch',
      proposed: [late, '16:40'],
      state: 'PROPOSED',
      line: 'practical-matters',
    },
  ];
}

function proposedBefore(day: string): (days: number) => [string, string] {
  return (days) => [addDays(day, -days), '15:20'];
}
