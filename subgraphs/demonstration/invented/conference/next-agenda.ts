// What is put before the next meeting of the street's joint conference. The late items are of made-up organizations.
import { AgendaItem } from '../../../conference/agenda-item/agenda-item';
import { addDays } from '../../../kit/clock';
import { STREET } from '../../rows';
import { inventedId } from '../make-row';
import { demoNeedId } from '../need-ids';
import type { ItemPlan } from './proceedings';
import { proposedBefore, type PlannedItem } from './street-agenda';

const ADMITTED = { state: 'ADMITTED' } as const;

const IN_TIME: PlannedItem[] = [
  {
    ...ADMITTED,
    key: 'service-day',
    title: '共建志愿服务日',
    titleEn: 'A joint day of voluntary service',
    proposer: 'dongguan-branch',
    ahead: 20,
    line: 'joint-activities',
  },
  {
    ...ADMITTED,
    key: 'study-room',
    title: '假期自习室共享',
    titleEn: 'Shared study rooms in the holidays',
    proposer: 'yingbin-branch',
    ahead: 19,
    line: 'shared-resources',
  },
  {
    ...ADMITTED,
    key: 'finance-at-school',
    title: '金融知识进校园',
    titleEn: 'Everyday finance at school',
    proposer: 'bob-sjc',
    ahead: 18,
    line: 'joint-activities',
  },
  {
    ...ADMITTED,
    key: 'stage',
    title: '社区演出场地协调',
    titleEn: 'A venue for community shows',
    proposer: 'demo-community-branch',
    ahead: 17,
    line: 'shared-resources',
    needId: demoNeedId('demo-community', 'stage'),
  },
  {
    ...ADMITTED,
    key: 'lights',
    title: '公共区域照明维修',
    titleEn: 'Repair of lights in common areas',
    proposer: 'demo-community-branch',
    ahead: 16,
    line: 'practical-matters',
    origin: 'RESIDENTS_ASSEMBLY',
    needId: demoNeedId('demo-community', 'repairs'),
  },
  {
    ...ADMITTED,
    key: 'open-day',
    title: '家校共建开放日',
    titleEn: 'Open day of school and community',
    proposer: 'dongguan-school',
    ahead: 16,
    line: 'joint-activities',
  },
  {
    key: 'eco-class',
    title: '环保课堂联办',
    titleEn: 'Joint classes on the environment',
    proposer: 'deqing1',
    ahead: 15,
    state: 'PROPOSED',
    line: 'joint-activities',
  },
];

/** Of yesterday, with their clock times: the day by which items are due has passed. */
const LATE: (Omit<ItemPlan, 'proposed'> & { lateAt: string })[] = [
  {
    key: 'parking',
    title: '车位错时共用',
    titleEn: 'Parking shared by the hour',
    proposer: 'demo-property',
    lateAt: '10:20',
    state: 'PROPOSED',
    line: 'shared-resources',
    continues: inventedId(AgendaItem, STREET, 'street:7:parking'),
  },
  {
    key: 'surroundings',
    title: '网点周边环境整治',
    titleEn: 'Cleaning up around the bank',
    proposer: 'demo-bank-branch',
    lateAt: '16:40',
    state: 'PROPOSED',
    line: 'practical-matters',
  },
];

/** `day` is the meeting's. */
export function nextItems(today: string, day: string): ItemPlan[] {
  const yesterday = addDays(today, -1);
  return [
    ...IN_TIME.map((item) => proposedBefore(day, item)),
    ...LATE.map(({ lateAt, ...item }): ItemPlan => ({ ...item, proposed: [yesterday, lateAt] })),
  ];
}
