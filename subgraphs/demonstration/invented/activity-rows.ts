// Made-up joint activities: of next month with what they need, and of last month with who came. What is missing is fictional.
import { ActivityPartner } from '../../cobuilding/joint-activity/activity-partner';
import { ActivityRequirement, type RequirementKind } from '../../cobuilding/joint-activity/activity-requirement';
import { JointActivity, type ActivityState } from '../../cobuilding/joint-activity/joint-activity';
import { CommunityBrand } from '../../cobuilding/community-brand/community-brand';
import { addDays } from '../../kit/clock';
import { daysOf, Period } from '../../kit/period';
import { rowId, STREET, type Row } from '../rows';
import { at, changedOn, inventedId, type Make } from './make-row';
import { categoryId } from './sharing-rows';

interface Required {
  kind: keyof typeof RequirementKind;
  category: string;
  text: string;
  needed: number;
  met: number;
  unit: string;
  provider?: string;
  resource?: string;
}

interface ActivityPlan {
  key: string;
  home: string;
  name: string;
  nameEn: string;
  partners: string[];
  state: keyof typeof ActivityState;
  period: Period.NEXT_MONTH | Period.LAST_MONTH;
  /** Days after the first of that month; every month has 28 days. */
  day: number;
  hours: [number, number];
  place: string;
  expected: number;
  came?: { headcount: number; participationCount: number };
  requires?: Required[];
}

const ACTIVITIES: ActivityPlan[] = [
  {
    key: 'neighbours', home: 'demo-community', name: '示例社区邻里节', nameEn: 'Neighbours’ festival', partners: ['demo-school', 'demo-bank'], state: 'ANNOUNCED', period: Period.NEXT_MONTH, day: 11, hours: [9, 12], place: '示例社区礼堂', expected: 150,
    requires: [
      { kind: 'VENUE', category: 'venue', text: '礼堂', needed: 1, met: 1, unit: '处', provider: 'demo-community', resource: 'hall' },
      { kind: 'VOLUNTEERS', category: 'volunteers', text: '现场引导志愿者', needed: 30, met: 18, unit: '人', provider: 'demo-school' },
      { kind: 'EQUIPMENT', category: 'equipment', text: '音响设备', needed: 2, met: 0, unit: '套' },
    ],
  },
  {
    key: 'fraud-day', home: STREET, name: '示例街道反诈宣传日', nameEn: 'Fraud prevention day', partners: ['demo-bank', 'demo-property'], state: 'PLANNED', period: Period.NEXT_MONTH, day: 20, hours: [14, 17], place: '示例社区广场', expected: 200,
    requires: [
      { kind: 'SERVICE', category: 'services', text: '金融讲解', needed: 2, met: 1, unit: '场', provider: 'demo-bank' },
      { kind: 'MATERIAL', category: 'publicity', text: '宣传册', needed: 500, met: 500, unit: '份', provider: 'demo-bank' },
    ],
  },
  {
    key: 'sports', home: 'dongguan', name: '校社趣味运动会', nameEn: 'Fun sports day of community and school', partners: ['dongguan-school'], state: 'ANNOUNCED', period: Period.NEXT_MONTH, day: 14, hours: [9, 11], place: '学校操场', expected: 120,
    requires: [{ kind: 'VENUE', category: 'venue', text: '操场', needed: 1, met: 1, unit: '处', provider: 'dongguan-school' }],
  },
  {
    key: 'eco-day', home: 'chunhui', name: '环保课堂开放日', nameEn: 'Open day of the environmental class', partners: ['deqing1'], state: 'ANNOUNCED', period: Period.NEXT_MONTH, day: 17, hours: [14, 16], place: '邻里活动室', expected: 40,
    requires: [{ kind: 'SERVICE', category: 'services', text: '环保讲解', needed: 2, met: 2, unit: '场', provider: 'deqing1' }],
  },
  { key: 'film', home: 'demo-community', name: '示例社区露天电影', nameEn: 'Open-air film', partners: ['demo-property'], state: 'HELD', period: Period.LAST_MONTH, day: 9, hours: [19, 21], place: '示例社区广场', expected: 80, came: { headcount: 64, participationCount: 64 } },
  { key: 'market', home: 'demo-community', name: '示例社区便民集市', nameEn: 'Service market', partners: ['demo-bank', 'demo-property', 'demo-school'], state: 'HELD', period: Period.LAST_MONTH, day: 19, hours: [9, 17], place: '示例社区广场', expected: 200, came: { headcount: 180, participationCount: 260 } },
];

const BRAND_HOME = 'demo-community';

export function inventedActivityRows(make: Make, today: string): Row[] {
  const brand = make(CommunityBrand, BRAND_HOME, 'brand', { name: '邻里一家', nameEn: 'Neighbours as one family', text: '共驻单位与居民同办邻里节', sinceYear: Number(today.slice(0, 4)) - 3 });
  return [brand, ...ACTIVITIES.flatMap((plan) => [activityRow(make, today, plan), ...partnerRows(make, plan), ...requirementRows(make, plan)])];
}

function activityId({ home, key }: ActivityPlan): string {
  return inventedId(JointActivity, home, `activity:${key}`);
}

function activityRow(make: Make, today: string, plan: ActivityPlan): Row {
  const day = addDays(daysOf(plan.period, today).from, plan.day);
  return make(JointActivity, plan.home, `activity:${plan.key}`, {
    name: plan.name,
    nameEn: plan.nameEn,
    hostId: plan.home,
    state: plan.state,
    joint: true,
    partnersUnnamed: false,
    startsOn: day,
    endsOn: day,
    startsAt: at(day, plan.hours[0]),
    endsAt: at(day, plan.hours[1]),
    place: plan.place,
    expectedHeadcount: plan.expected,
    headcount: plan.came?.headcount ?? null,
    participationCount: plan.came?.participationCount ?? null,
    statedHeadcountIsMinimum: false,
    statedParticipationCountIsMinimum: false,
    statedHouseholdsIsMinimum: false,
    brandId: plan.home === BRAND_HOME ? inventedId(CommunityBrand, BRAND_HOME, 'brand') : null,
    ...changedOn(plan.came ? day : addDays(today, -6)),
  });
}

function partnerRows(make: Make, plan: ActivityPlan): Row[] {
  return plan.partners.map((organizationId) =>
    make(ActivityPartner, plan.home, `partner:${plan.key}:${organizationId}`, { activityId: activityId(plan), organizationId, roleText: '协办' }),
  );
}

function requirementRows(make: Make, plan: ActivityPlan): Row[] {
  return (plan.requires ?? []).map(({ kind, category, text, needed, met, unit, provider, resource }, i) =>
    make(ActivityRequirement, plan.home, `requirement:${plan.key}:${i}`, {
      activityId: activityId(plan),
      kind,
      categoryId: categoryId(category),
      text,
      quantityNeeded: needed,
      quantityMet: met,
      unitOfMeasure: unit,
      providerId: provider ?? null,
      resourceId: provider && resource ? rowId(provider, 'resource', `demo:resource:${provider}:${resource}`) : null,
    }),
  );
}
