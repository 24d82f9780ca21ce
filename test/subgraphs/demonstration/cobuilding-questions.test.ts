// On whatever day the demonstration starts, the questions about co-building have answers, and nothing bad in them is real.
import { AgreementSignatory } from '../../../subgraphs/cobuilding/agreement/agreement-signatory';
import { CoBuildingAgreement } from '../../../subgraphs/cobuilding/agreement/co-building-agreement';
import { AgreementTask } from '../../../subgraphs/cobuilding/agreement-task/agreement-task';
import { overdueDaysOf } from '../../../subgraphs/cobuilding/agreement-task/overdue';
import { SurveyResult } from '../../../subgraphs/cobuilding/indicator/survey-result';
import { ActivityRequirement } from '../../../subgraphs/cobuilding/joint-activity/activity-requirement';
import { JointActivity } from '../../../subgraphs/cobuilding/joint-activity/joint-activity';
import { Contribution } from '../../../subgraphs/cobuilding/joint-project/contribution';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { PublicNotice } from '../../../subgraphs/cobuilding/public-notice/public-notice';
import { ConferenceMembership } from '../../../subgraphs/conference/conference-membership/conference-membership';
import { isCurrent } from '../../../subgraphs/conference/conference-membership/current';
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import { inventedCobuildingRows } from '../../../subgraphs/demonstration/invented/cobuilding-rows';
import type { Row } from '../../../subgraphs/demonstration/rows';
import { addDays } from '../../../subgraphs/kit/clock';
import type { Class } from '../../../subgraphs/kit/noun/spec';
import { daysOf, Period } from '../../../subgraphs/kit/period';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into values freely
type Values = Record<string, any>;

/** Two years and two months, with a leap day, year ends and Sundays. */
const DAYS = Array.from({ length: 800 }, (_, i) => addDays('2026-06-01', i)).map((today) => ({
  today,
  rows: inventedCobuildingRows(today),
}));
const isFictional = (home: unknown) => String(home).startsWith('demo-');
const valuesOf = (rows: Row[], noun: Class): Values[] =>
  rows.filter((row) => row.noun === noun).map(({ values }) => values);
const within = (day: string, { from, to }: { from: string; to: string }) => from <= day && day <= to;

function everyDay(check: (rows: Row[], today: string) => void): void {
  for (const { today, rows } of DAYS) check(rows, today);
}

test('5: agreements that end within 60 days are fictional, one renewed and one not', () => {
  everyDay((rows, today) => {
    const agreements = valuesOf(rows, CoBuildingAgreement);
    const ending = agreements.filter(
      ({ state, effectiveTo }) =>
        ['SIGNED', 'ACTIVE', 'SUSPENDED'].includes(state) &&
        within(effectiveTo, { from: today, to: addDays(today, 60) }),
    );
    const renewed = ending.map(({ id }) =>
      agreements.some(({ renewsAgreementId }) => renewsAgreementId === id),
    );
    expect(new Set(renewed)).toEqual(new Set([true, false]));
    expect(ending.every(({ home }) => isFictional(home))).toBe(true);
  });
});

test('6: overdue tasks are the fault of fictional organizations', () => {
  everyDay((rows, today) => {
    const overdue = valuesOf(rows, AgreementTask).filter(
      (task) => overdueDaysOf({ submittedAt: null, state: null, dueOn: null, ...task }, today) !== null,
    );
    expect(overdue.length).toBeGreaterThan(2);
    expect(overdue.filter(({ responsibleId }) => !isFictional(responsibleId))).toEqual([]);
  });
});

test('7: tasks wait for fictional organizations, submitted before today', () => {
  everyDay((rows, today) => {
    const waiting = valuesOf(rows, AgreementTask).filter(({ state }) => state === 'SUBMITTED');
    expect(waiting.length).toBeGreaterThan(1);
    for (const { beneficiaryId, submittedAt } of waiting)
      expect(isFictional(beneficiaryId) && submittedAt < today).toBe(true);
  });
});

test('8: only fictional members of a conference have no agreement in force', () => {
  for (const today of ['2026-06-01', '2026-12-31', '2027-01-01', '2028-02-29']) {
    const rows = demonstrationRows(today);
    const inForce = new Set(
      valuesOf(rows, CoBuildingAgreement)
        .filter(({ state }) => ['SIGNED', 'ACTIVE'].includes(state))
        .map(({ id }) => id),
    );
    const signed = new Set(
      valuesOf(rows, AgreementSignatory)
        .filter(({ agreementId }) => inForce.has(agreementId))
        .map(({ organizationId }) => organizationId),
    );
    const members = valuesOf(rows, ConferenceMembership).filter((each) =>
      isCurrent({ joinedOn: null, leftOn: null, ...each } as never, today),
    );
    const without = new Set(
      members.map(({ organizationId }) => organizationId).filter((id) => id != null && !signed.has(id)),
    );
    expect([...without]).toContain('demo-property');
    expect([...without].filter((id) => !isFictional(id))).toEqual([]);
  }
});

test('16: projects stand in several states, and what is still owed is owed by fictional or unnamed sides', () => {
  everyDay((rows) => {
    expect(new Set(valuesOf(rows, JointProject).map(({ state }) => state)).size).toBeGreaterThan(4);
    const given = valuesOf(rows, Contribution);
    const owed = given.filter(
      (each) =>
        BigInt(each.delivered.fen ?? 0) < BigInt(each.pledged.fen ?? 0) ||
        (each.deliveredQuantity ?? 0) < (each.pledgedQuantity ?? 0),
    );
    expect(owed.length).toBeGreaterThan(2);
    expect(owed.filter(({ contributorId, home }) => !isFictional(contributorId ?? home))).toEqual([]);
  });
});

test('17: money, land and labour were given this year and not after today', () => {
  everyDay((rows, today) => {
    const given = valuesOf(rows, Contribution);
    expect(
      given.every(({ contributedOn }) =>
        within(contributedOn, { from: `${today.slice(0, 4)}-01-01`, to: today }),
      ),
    ).toBe(true);
    expect([...new Set(given.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining(['MONEY', 'LAND', 'VENUE', 'LABOUR']),
    );
  });
});

test('19: of the finished projects of fictional organizations, one result is posted and one is not', () => {
  everyDay((rows) => {
    const posted = valuesOf(rows, PublicNotice)
      .filter(({ kind }) => kind === 'RESULT')
      .map(({ projectId }) => projectId);
    const finished = valuesOf(rows, JointProject).filter(
      ({ state }) => state === 'COMPLETED' || state === 'ACCEPTED',
    );
    expect(new Set(finished.map(({ id }) => posted.includes(id)))).toEqual(new Set([true, false]));
    expect(finished.every(({ leadId }) => isFictional(leadId))).toBe(true);
  });
});

test('20: next month has activities that lack nothing, and fictional ones that do', () => {
  everyDay((rows, today) => {
    const next = valuesOf(rows, JointActivity).filter(({ startsOn }) =>
      within(startsOn, daysOf(Period.NEXT_MONTH, today)),
    );
    const lacking = new Set(
      valuesOf(rows, ActivityRequirement)
        .filter(({ quantityMet, quantityNeeded }) => quantityMet < quantityNeeded)
        .map(({ activityId }) => activityId),
    );
    expect(new Set(next.map(({ id }) => lacking.has(id)))).toEqual(new Set([true, false]));
    expect(next.filter(({ id, hostId }) => lacking.has(id) && !isFictional(hostId))).toEqual([]);
  });
});

test('22: communities confirm their tasks at different rates', () => {
  everyDay((rows) => {
    const tasks = valuesOf(rows, AgreementTask).filter(({ recurrence }) => recurrence == null);
    const rates = ['dongguan', 'yili-rc', 'chunhui-branch', 'demo-community'].map((home) => {
      const own = tasks.filter((task) => task.home === home && task.state !== 'CANCELLED');
      return own.filter(({ state }) => state === 'CONFIRMED').length / own.length;
    });
    expect(new Set(rates).size).toBe(4);
    expect(Math.min(...rates)).toBe(rates[3]);
  });
});

test('23: made-up surveys are about fictional communities, with basis and sample', () => {
  everyDay((rows, today) => {
    const surveys = valuesOf(rows, SurveyResult);
    expect(surveys.length).toBeGreaterThan(0);
    for (const survey of surveys) {
      expect(isFictional(survey.organizationId) && survey.surveyedOn < today).toBe(true);
      expect(survey).toMatchObject({ basis: expect.any(String), sampleSize: expect.any(Number) });
    }
  });
});

test('nothing that has happened is dated after the day of the start', () => {
  everyDay((rows, today) => {
    const done = rows.flatMap(({ values }) =>
      [
        'signedOn',
        'confirmedOn',
        'submittedAt',
        'confirmedAt',
        'contributedOn',
        'donatedOn',
        'evaluatedOn',
        'residentsDecisionOn',
        'changedAt',
        'postedOn',
      ].map((name) => values[name]),
    );
    const late = done.filter((when) => typeof when === 'string' && when.slice(0, 10) > today);
    expect(late).toEqual([]);
  });
});

test('a record keeps its id from day to day', () => {
  const idsOn = (today: string) =>
    inventedCobuildingRows(today)
      .map(({ values }) => values.id)
      .sort();
  expect(idsOn('2026-12-31')).toEqual(idsOn('2027-01-01'));
});
