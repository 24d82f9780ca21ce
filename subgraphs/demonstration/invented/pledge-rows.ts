// Made-up pledges with their notices, survey results and figures with their dates.
import { Indicator } from '../../cobuilding/indicator/indicator';
import { SurveyResult } from '../../cobuilding/indicator/survey-result';
import { Pledge } from '../../cobuilding/pledge/pledge';
import { PublicNotice } from '../../cobuilding/public-notice/public-notice';
import { addDays } from '../../kit/clock';
import { daysOf, Period } from '../../kit/period';
import { STREET, type Row } from '../rows';
import { changedOn, type Make } from './make-row';

/** home, key, level, text, English, years back, state, headcount */
const PLEDGES = [
  ['dongguan-branch', 'field', 'BRANCH', '协调学校周末开放操场', 'Arrange that the school opens its field at weekends', 0, 'OPEN', null],
  ['demo-community-branch', 'park', 'BRANCH', '建成口袋公园', 'Build the pocket park', 0, 'OPEN', null],
  ['demo-community-branch', 'members', 'MEMBER_AGGREGATE', '党员认领责任区（只计人数）', 'Members take on an area each, as a headcount', 0, 'PARTLY_FULFILLED', 26],
  ['demo-community-branch', 'room', 'BRANCH', '建成社区书屋', 'Build the reading room', 1, 'FULFILLED', null],
] as const;

export function inventedPledgeRows(make: Make, today: string): Row[] {
  return [...PLEDGES.flatMap((pledge) => pledgeRows(make, today, pledge)), ...surveyRows(make, today), ...indicatorRows(make, today)];
}

function pledgeRows(make: Make, today: string, [home, key, level, text, textEn, yearsBack, state, statedCount]: (typeof PLEDGES)[number]): Row[] {
  const year = Number(today.slice(0, 4)) - yearsBack;
  const pledge = make(Pledge, home, `pledge:${key}`, { level, text, textEn, year, state, statedCount, publiclyPosted: true, ...changedOn(`${year}-01-01`) });
  const notice = make(PublicNotice, home, `notice:pledge:${key}`, {
    title: `${year}年承诺公示`, kind: 'PLEDGE', pledgeId: pledge.values.id, postedOn: `${year}-01-01`, postedUntil: `${year}-12-31`, place: '社区公示栏',
  });
  return [pledge, notice];
}

/** Surveys are made up about the fictional community only. */
function surveyRows(make: Make, today: string): Row[] {
  const { from, to } = daysOf(Period.LAST_QUARTER, today);
  const survey = { organizationId: 'demo-community', masked: false, unitOfMeasure: '%', periodText: '上季度', periodStart: from, periodEnd: to, surveyedOn: addDays(to, -5), surveyedById: STREET };
  return [
    make(SurveyResult, STREET, 'survey:satisfaction', {
      ...survey, name: '共建服务满意度', nameEn: 'Satisfaction with co-building services', kind: 'SATISFACTION', value: 86.5, basis: '“满意”与“基本满意”合计', sampleSize: 240, sampleText: '随机抽取8个楼门的住户',
    }),
    make(SurveyResult, STREET, 'survey:awareness', {
      ...survey, name: '共建资源知晓率', nameEn: 'Awareness of shared resources', kind: 'AWARENESS', value: 61, basis: '能说出一项可借用的资源', sampleSize: 240, sampleText: '随机抽取8个楼门的住户',
    }),
  ];
}

function indicatorRows(make: Make, today: string): Row[] {
  const { from, to } = daysOf(Period.LAST_QUARTER, today);
  const indicator = { organizationId: 'demo-community', ownerStated: true, indicatorClass: 'CORE', masked: false, suppressed: false, isEstimate: false, periodText: '上季度', periodStart: from, periodEnd: to, asOf: to };
  return [
    make(Indicator, 'demo-community', 'indicator:activities', { ...indicator, name: '联合活动场次', nameEn: 'Joint activities held', value: 7, unitOfMeasure: '场' }),
    make(Indicator, 'demo-community', 'indicator:venue-hours', { ...indicator, name: '共享场地开放时长', nameEn: 'Hours that shared venues were open', value: 312, unitOfMeasure: '小时', isEstimate: true }),
  ];
}
