// Made-up contributions of this year: what real organizations pledged is delivered, and what is still owed is fictional.
import { Contribution } from '../../cobuilding/joint-project/contribution';
import type { ContributionKind } from '../../cobuilding/joint-project/project-choices';
import { addDays } from '../../kit/clock';
import { STREET, type Row } from '../rows';
import { yuan, type Make } from './make-row';
import { projectHome, projectId } from './project-rows';

interface Given {
  project: string;
  /** An organization, or how an unnamed side is called. */
  contributor?: string;
  label?: string;
  kind: keyof typeof ContributionKind;
  text: string;
  /** Yuan for money, else a quantity of `unit`. */
  pledged: number;
  delivered: number;
  unit?: string;
  daysAgo: number;
}

const GIVEN: Given[] = [
  { project: 'stairwells', contributor: 'dongguan', kind: 'MONEY', text: '党建经费', pledged: 60_000, delivered: 60_000, daysAgo: 50 },
  { project: 'stairwells', contributor: 'dongguan-school', kind: 'LABOUR', text: '师生志愿绘画', pledged: 120, delivered: 120, unit: '工时', daysAgo: 30 },
  { project: 'stairwells', contributor: 'dongguan-school', kind: 'VENUE', text: '美术教室', pledged: 4, delivered: 4, unit: '场次', daysAgo: 35 },
  { project: 'service-corner', contributor: 'bob-sjc', kind: 'MONEY', text: '便民设施', pledged: 20_000, delivered: 20_000, daysAgo: 70 },
  { project: 'service-corner', contributor: 'yili-rc', kind: 'VENUE', text: '底层房屋', pledged: 15, delivered: 15, unit: '平方米', daysAgo: 90 },
  { project: 'garden-class', contributor: 'chunhui', kind: 'MONEY', text: '活动经费', pledged: 15_000, delivered: 15_000, daysAgo: 25 },
  { project: 'garden-class', contributor: 'deqing1', kind: 'SERVICE', text: '环保课程', pledged: 6, delivered: 6, unit: '课次', daysAgo: 15 },
  { project: 'garden-class', contributor: 'deqing1', kind: 'LABOUR', text: '学生志愿者', pledged: 80, delivered: 80, unit: '工时', daysAgo: 12 },
  { project: 'pocket-park', label: '市级补助', kind: 'MONEY', text: '市出一点', pledged: 80_000, delivered: 80_000, daysAgo: 60 },
  { project: 'pocket-park', label: '区级补助', kind: 'MONEY', text: '区出一点', pledged: 60_000, delivered: 30_000, daysAgo: 60 },
  { project: 'pocket-park', contributor: STREET, kind: 'MONEY', text: '街道出一点', pledged: 100_000, delivered: 60_000, daysAgo: 55 },
  { project: 'pocket-park', contributor: 'demo-community', kind: 'MONEY', text: '居委自筹一点', pledged: 60_000, delivered: 60_000, daysAgo: 50 },
  { project: 'pocket-park', contributor: 'demo-community', kind: 'LAND', text: '楼间空地', pledged: 300, delivered: 300, unit: '平方米', daysAgo: 88 },
  { project: 'pocket-park', contributor: 'demo-bank', kind: 'EQUIPMENT', text: '健身器材', pledged: 6, delivered: 4, unit: '件', daysAgo: 40 },
  { project: 'pocket-park', contributor: 'demo-property', kind: 'LABOUR', text: '施工看护', pledged: 200, delivered: 90, unit: '工时', daysAgo: 20 },
  { project: 'pocket-park', contributor: 'demo-school', kind: 'MATERIAL', text: '花苗', pledged: 150, delivered: 150, unit: '株', daysAgo: 18 },
  { project: 'drying-racks', contributor: STREET, kind: 'MONEY', text: '街道出一点', pledged: 50_000, delivered: 0, daysAgo: 10 },
  { project: 'drying-racks', contributor: 'demo-property', kind: 'MONEY', text: '物业出资', pledged: 20_000, delivered: 5_000, daysAgo: 8 },
  { project: 'street-lamps', contributor: 'demo-bank', kind: 'MONEY', text: '共建资金', pledged: 66_000, delivered: 66_000, daysAgo: 130 },
  { project: 'culture-wall', contributor: 'demo-school', kind: 'LABOUR', text: '师生绘画', pledged: 160, delivered: 160, unit: '工时', daysAgo: 45 },
  { project: 'culture-wall', contributor: STREET, kind: 'MONEY', text: '材料费', pledged: 45_000, delivered: 45_000, daysAgo: 120 },
  { project: 'reading-room', contributor: 'demo-bank', kind: 'VENUE', text: '临街房屋', pledged: 60, delivered: 60, unit: '平方米', daysAgo: 200 },
  { project: 'reading-room', contributor: 'demo-community', kind: 'MONEY', text: '书架与灯具', pledged: 50_000, delivered: 48_500, daysAgo: 190 },
];

export function inventedContributionRows(make: Make, today: string): Row[] {
  return GIVEN.map((given, i) => {
    const money = given.kind === 'MONEY';
    return make(Contribution, projectHome(given.project), `contribution:${given.project}:${i}`, {
      projectId: projectId(given.project),
      contributorId: given.contributor ?? null,
      contributorLabel: given.label ?? null,
      kind: given.kind,
      text: given.text,
      expected: yuan(null),
      pledged: yuan(money ? given.pledged : null),
      delivered: yuan(money ? given.delivered : null),
      withinWhole: yuan(null),
      pledgedQuantity: money ? null : given.pledged,
      deliveredQuantity: money ? null : given.delivered,
      unitOfMeasure: given.unit ?? null,
      contributedOn: inThisYear(today, given.daysAgo),
    });
  });
}

/** So many days ago, but never before New Year's Day: this year always has its contributions. */
function inThisYear(today: string, daysAgo: number): string {
  const day = addDays(today, -daysAgo);
  const newYear = `${today.slice(0, 4)}-01-01`;
  return day < newYear ? newYear : day;
}
