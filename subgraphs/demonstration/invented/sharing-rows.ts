// Made-up resources, bookings, needs and offices, dated from the day of the start so that the questions have answers.
import { addDays, startOfDay, toStoredTime, weekdayOf } from '../../kit/clock';
import type { Class } from '../../kit/noun/spec';
import { daysOf, Period } from '../../kit/period';
import { AnnualPlan } from '../../sharing/annual-plan/annual-plan';
import { PlanMeasure } from '../../sharing/annual-plan/plan-measure';
import { AvailabilityWindow } from '../../sharing/availability-window/availability-window';
import { Booking } from '../../sharing/booking/booking';
import { CalendarDay } from '../../sharing/calendar/calendar-day';
import { Course } from '../../sharing/course/course';
import { CourseSession } from '../../sharing/course/course-session';
import { LiaisonOffice } from '../../sharing/liaison-office/liaison-office';
import { Need } from '../../sharing/need/need';
import { NeedClaim } from '../../sharing/need/need-claim';
import { SharedResource } from '../../sharing/shared-resource/shared-resource';
import { invented, rowId, STREET, type Row, type Values } from '../rows';

export function inventedSharingRows(today: string): Row[] {
  const make = (noun: Class, home: string, key: string, values: Values) => invented(noun, home, key, today, values);
  return [
    ...resources(make),
    ...bookings(make, today),
    ...needs(make, today),
    ...liaisonOffices(make, today),
    ...courses(make, today),
    ...plans(make, today),
    ...calendarDays(make, today),
  ];
}

/** Days that the law fixes, and one that is made up; the rest of a year's calendar is the street's to enter. */
function calendarDays(make: Make, today: string): Row[] {
  const year = today.slice(0, 4);
  const day = (key: string, on: string, name: string, asWeekday: number | null = null) =>
    make(CalendarDay, STREET, `calendar:${key}`, { day: on, kind: asWeekday ? 'MAKE_UP_WORKDAY' : 'HOLIDAY', name, asWeekday });
  const saturday = addDays(`${year}-10-14`, -weekdayOf(`${year}-10-08`));
  return [
    day('new-year', `${year}-01-01`, '元旦'),
    day('labour-day', `${year}-05-01`, '劳动节'),
    day('national-day', `${year}-10-01`, '国庆节'),
    day('worked', saturday, '示例调休上班日', 5),
  ];
}

type Make = (noun: Class, home: string, key: string, values: Values) => Row;

export function categoryId(code: string): string {
  return rowId(STREET, 'resource-category', `category:${code}`);
}

/** home, key, name, English name, kind, category, capacity, exclusive, weekdays, opens, closes */
const RESOURCES = [
  ['dongguan', 'hall', '多功能厅', 'Multi-purpose hall', 'VENUE', 'venue', 80, true, [1, 2, 3, 4, 5], '09:00', '17:00'],
  ['yili-rc', 'reading-room', '共享阅览室', 'Shared reading room', 'VENUE', 'venue', 30, false, [1, 3, 5, 6], '09:00', '18:00'],
  ['chunhui', 'activity-room', '邻里活动室', 'Neighbourhood activity room', 'VENUE', 'venue', 40, true, [2, 4, 6], '13:30', '20:30'],
  ['yingbin-branch', 'meeting-room', '支部会议室', 'Branch meeting room', 'VENUE', 'venue', 24, true, [1, 2, 3, 4, 5], '08:30', '17:30'],
  ['dongguan-school', 'field', '学校操场(周末)', 'School sports field at weekends', 'VENUE', 'venue', 300, false, [6, 7], '08:00', '18:00'],
  ['deqing1', 'lecture-hall', '报告厅', 'Lecture hall', 'VENUE', 'venue', 260, true, [3, 6], '13:00', '21:00'],
  ['bob-sjc', 'finance-talk', '金融知识讲解服务', 'Talks on everyday finance', 'SERVICE', 'services', 50, true, [2, 4], '14:00', '16:00'],
  ['demo-school', 'gym', '示例小学体育馆', 'Gym of the demonstration school', 'VENUE', 'venue', 200, false, [1, 2, 3, 4, 5, 6], '18:00', '21:00'],
  ['demo-community', 'hall', '示例社区礼堂', 'Hall of the demonstration community', 'VENUE', 'venue', 120, true, [1, 2, 3, 4, 5, 6, 7], '09:00', '21:00'],
  ['demo-bank', 'training-room', '示例银行培训室', 'Training room of the demonstration bank', 'VENUE', 'venue', 45, true, [1, 3, 5], '17:30', '20:30'],
  ['demo-property', 'repair-team', '示例物业维修小组', 'Repair team of the demonstration property company', 'SERVICE', 'services', null, true, [], '', ''],
  [STREET, 'projector', '移动投影设备', 'Mobile projector', 'EQUIPMENT', 'equipment', null, true, [], '', ''],
] as const;

function resources(make: Make): Row[] {
  return RESOURCES.flatMap(([home, key, name, nameEn, kind, category, capacity, exclusive, weekdays, opensAt, closesAt]) => {
    const resource = make(SharedResource, home, `resource:${home}:${key}`, {
      name, nameEn, kind, capacity, exclusive,
      state: 'LISTED',
      categoryId: categoryId(category),
      ownerStated: true,
      revocable: home.startsWith('demo-'),
      holidayRule: 'BY_ARRANGEMENT',
      allowedUse: '会议、培训、文体活动',
      statedAreaIsMinimum: false,
      tags: ['共建'],
    });
    const windows = weekdays.map((weekday) =>
      make(AvailabilityWindow, home, `window:${home}:${key}:${weekday}`, { resourceId: resource.values.id, weekday, opensAt, closesAt }),
    );
    return [resource, ...windows];
  });
}

function resourceId(home: string, key: string): string {
  return rowId(home, 'resource', `demo:resource:${home}:${key}`);
}

/** A clock time of a day in Asia/Shanghai. */
function at(day: string, hour: number): string {
  return toStoredTime(Date.parse(startOfDay(day)) + hour * 3_600_000);
}

/** The first day from `day` on that is one of these weekdays. */
function nextWeekday(day: string, weekdays: readonly number[]): string {
  return weekdays.includes(weekdayOf(day)) ? day : nextWeekday(addDays(day, 1), weekdays);
}

interface BookingPlan {
  home: string;
  key: string;
  requester: string;
  state: string;
  day: string;
  hours: [number, number];
  /** Days between the request and the booked day. */
  ahead: number;
  headcount: number;
  purpose: string;
  reason?: string;
}

/** Unhappy ends (declined, revoked, not used, long waits) happen between fictional organizations only. */
function bookingPlans(today: string): BookingPlan[] {
  const nextMonday = daysOf(Period.NEXT_WEEK, today).from;
  const last = daysOf(Period.LAST_QUARTER, today);
  const gym = { home: 'demo-school', key: 'gym', requester: 'demo-community', headcount: 60 };
  const hall = { home: 'demo-community', key: 'hall', headcount: 50 };
  return [
    { home: 'dongguan', key: 'hall', requester: 'dongguan-school', state: 'APPROVED', day: nextWeekday(nextMonday, [2]), hours: [9, 11], ahead: 10, headcount: 60, purpose: '家校共建座谈' },
    { home: 'yili-rc', key: 'reading-room', requester: 'bob-sjc', state: 'APPROVED', day: nextWeekday(nextMonday, [3]), hours: [10, 12], ahead: 8, headcount: 12, purpose: '金融知识讲座' },
    { home: 'chunhui', key: 'activity-room', requester: 'deqing1', state: 'REQUESTED', day: nextWeekday(addDays(today, 9), [4]), hours: [14, 16], ahead: 11, headcount: 30, purpose: '环保课堂' },
    { ...hall, requester: 'demo-property', state: 'REQUESTED', day: addDays(today, 12), hours: [15, 17], ahead: 27, purpose: '业主恳谈' },
    { ...hall, requester: 'demo-bank', state: 'APPROVED', day: nextWeekday(nextMonday, [1]), hours: [9, 12], ahead: 15, purpose: '反诈宣传' },
    { ...hall, requester: 'demo-school', state: 'DECLINED', day: addDays(today, 6), hours: [9, 12], ahead: 9, purpose: '校园开放日', reason: '当日已有街道活动' },
    { ...gym, state: 'COMPLETED', day: addDays(last.from, 12), hours: [18, 20], ahead: 9, purpose: '社区球赛' },
    { ...gym, state: 'COMPLETED', day: addDays(last.from, 40), hours: [18, 20], ahead: 7, purpose: '社区球赛' },
    { ...gym, state: 'NOT_USED', day: addDays(last.from, 54), hours: [19, 21], ahead: 12, purpose: '排练' },
    { ...gym, state: 'REVOKED', day: addDays(last.from, 68), hours: [18, 21], ahead: 14, purpose: '联欢', reason: '学校重大活动' },
    { ...hall, requester: 'demo-property', state: 'COMPLETED', day: addDays(last.from, 20), hours: [9, 11], ahead: 5, purpose: '消防演练' },
    { home: 'dongguan', key: 'hall', requester: 'dongguan-school', state: 'COMPLETED', day: addDays(last.from, 30), hours: [9, 11], ahead: 10, headcount: 70, purpose: '家长课堂' },
    { home: 'yili-rc', key: 'reading-room', requester: 'bob-sjc', state: 'COMPLETED', day: addDays(last.from, 35), hours: [10, 11], ahead: 6, headcount: 15, purpose: '便民缴费讲解' },
  ];
}

/** Asked for `ahead` days before, and in any case before today. */
function requestedOn({ day, ahead }: BookingPlan, today: string): string {
  const planned = addDays(day, -ahead);
  const latest = addDays(today, -2);
  return planned < latest ? planned : latest;
}

function bookings(make: Make, today: string): Row[] {
  return bookingPlans(today).map((plan, i) => {
    const { home, key, requester, state, day, hours, headcount, purpose, reason } = plan;
    const asked = requestedOn(plan, today);
    const isOpen = state === 'REQUESTED';
    return make(Booking, home, `booking:${i}`, {
      resourceId: resourceId(home, key),
      requesterId: requester,
      state, purpose,
      reason: reason ?? null,
      startsAt: at(day, hours[0]),
      endsAt: at(day, hours[1]),
      requestedAt: at(asked, 10),
      expectedHeadcount: headcount,
      changedAt: isOpen ? null : at(addDays(asked, 1), 9),
      changedByOffice: isOpen ? null : '办公室',
    });
  });
}

/** home, key, text, English, category, state, published days ago, claimants with their states */
const NEEDS = [
  ['demo-community', 'painting', '楼道粉刷需要志愿者', 'Volunteers to paint stairwells', 'volunteers', 'PUBLISHED', 45, []],
  ['demo-community', 'stage', '重阳节演出需要场地', 'A venue for the Double Ninth show', 'venue', 'PUBLISHED', 38, []],
  ['demo-community', 'repairs', '公共区域照明维修', 'Repair of lights in common areas', 'services', 'PUBLISHED', 12, []],
  ['demo-school', 'crossing', '上学时段护学志愿者', 'Volunteers at the school crossing', 'volunteers', 'IN_PROGRESS', 60, [['demo-property', 'IN_PROGRESS']]],
  ['dongguan', 'reading', '暑期阅读辅导志愿者', 'Volunteers for summer reading', 'volunteers', 'CLOSED', 120, [['dongguan-school', 'CONFIRMED']]],
  ['chunhui', 'trees', '小区绿化养护指导', 'Advice on the care of trees', 'services', 'CONFIRMED', 90, [['deqing1', 'CONFIRMED']]],
  ['yili-rc', 'terminal-help', '缴费终端使用辅导', 'Help with the payment terminal', 'services', 'CLAIMED', 20, [['bob-sjc', 'ACCEPTED']]],
  ['bob-sjc', 'training-place', '金融宣传进社区需要场地', 'A venue for talks on finance', 'venue', 'CLOSED', 70, [['yili-rc', 'CONFIRMED']]],
  ['demo-bank', 'volunteers', '反诈宣传志愿者', 'Volunteers against fraud', 'volunteers', 'DELIVERED', 50, [['demo-community', 'DELIVERED'], ['demo-property', 'NOT_ACCEPTED']]],
] as const;

function needs(make: Make, today: string): Row[] {
  return NEEDS.flatMap(([home, key, text, textEn, category, state, daysAgo, claims]) => {
    const publishedOn = addDays(today, -daysAgo);
    const need = make(Need, home, `need:${home}:${key}`, {
      text, textEn, state, publishedOn,
      categoryId: categoryId(category),
      ownerStated: true,
      claimBy: addDays(publishedOn, 30),
      changedOn: publishedOn,
      changedByOffice: '办公室',
    });
    const claimRows = claims.map(([claimantId, claimState], i) =>
      make(NeedClaim, home, `claim:${home}:${key}:${i}`, {
        needId: need.values.id,
        claimantId,
        state: claimState,
        claimedOn: addDays(publishedOn, 5 + i),
        confirmedOn: claimState === 'CONFIRMED' ? addDays(publishedOn, 25) : null,
        proposal: '安排人员响应',
      }),
    );
    return [need, ...claimRows];
  });
}

/** Only fictional members lack one, or let it lapse: question 24 has an answer, and no real organization is shown as failing. */
function liaisonOffices(make: Make, today: string): Row[] {
  const members = ['dongguan-branch', 'yili-branch', 'yingbin-branch', 'demo-community-branch', 'demo-school-branch', 'bob-sjc', 'dongguan-school', 'deqing1'];
  const statedMembers = ['xinhua', 'hongqi', 'guandu', 'hedong-pwc'];
  const homes = [...members, ...statedMembers];
  const valid = homes.map((home) =>
    make(LiaisonOffice, home, `liaison:${home}`, { title: '共建联络岗', fullTime: false, reportedOn: addDays(today, -100), validUntil: addDays(today, 265) }),
  );
  const lapsed = make(LiaisonOffice, 'demo-bank-branch', 'liaison:demo-bank-branch', {
    title: '共建联络岗', fullTime: false, reportedOn: addDays(today, -400), validUntil: addDays(today, -35),
  });
  return [...valid, lapsed];
}

function courses(make: Make, today: string): Row[] {
  const course = make(Course, 'demo-community', 'course:phones', { title: '手机使用入门', about: '挂号、缴费、防骗', audience: '社区居民', places: 30 });
  const sessions = [-21, -7, 7, 21].map((days) =>
    make(CourseSession, 'demo-community', `session:phones:${days}`, {
      courseId: course.values.id,
      startsAt: at(addDays(today, days), 9),
      endsAt: at(addDays(today, days), 11),
      state: days < 0 ? 'HELD' : 'PLANNED',
      participationCount: days < 0 ? 26 : null,
    }),
  );
  return [course, ...sessions];
}

function plans(make: Make, today: string): Row[] {
  const year = Number(today.slice(0, 4));
  const plan = make(AnnualPlan, 'demo-community-branch', 'plan', { title: `${year} 年共驻共建工作计划`, year, state: 'ADOPTED' });
  const measures = ['开放礼堂供共建单位使用', '每季度组织一次联合志愿服务', '建立需求与资源对接清单'];
  return [
    plan,
    ...measures.map((text, i) =>
      make(PlanMeasure, 'demo-community-branch', `measure:${i}`, {
        planId: plan.values.id, number: i + 1, text, state: i === 0 ? 'DONE' : 'IN_PROGRESS', dueOn: `${year}-12-${20 + i}`,
      }),
    ),
  ];
}
