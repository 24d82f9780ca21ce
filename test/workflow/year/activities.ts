// Activities, pledges and figures of the year: held, put off, called off; fulfilled, in part or not; counted and corrected.
import type { Row } from '../model/world';
import { bank, community, school, street, type Year } from './year';

const home = 'demo-community';

async function planned(year: Year, name: string, startsOn: string | null): Promise<Row> {
  return year.does(community, 'planJointActivity', {
    home,
    name,
    startsOn,
    joint: true,
    conferenceId: year.kept.conference!.id,
  });
}

export async function holdActivities(year: Year): Promise<void> {
  year.on('2026-06-20');
  const clinic = await planned(year, '社区义诊', '2026-07-04');
  await year.walks(clinic, [community, 'updateJointActivity', { place: '社区广场' }]);
  const need = await year.does(community, 'addActivityRequirement', {
    activityId: clinic.id,
    kind: 'EQUIPMENT',
    text: '桌椅',
    quantityNeeded: 20,
    unitOfMeasure: '套',
  });
  await year.walks(
    need,
    [community, 'updateActivityRequirement', { quantityNeeded: 24 }],
    [community, 'settleActivityRequirement', { quantityMet: 20, providerId: 'demo-school' }],
  );
  await year.does(community, 'addActivityPartner', {
    activityId: clinic.id,
    organizationId: 'demo-bank',
    roleText: '协办',
  });
  await year.walks(
    clinic,
    [community, 'announceJointActivity'],
    [community, 'updateJointActivity', { expectedHeadcount: 150 }],
  );
  await year.refuses('WRONG_TIME', community, 'holdJointActivity', { id: clinic.id });
  const open = await planned(year, '邻里节', null);
  await year.refuses('INCOMPLETE', community, 'announceJointActivity', { id: open.id });
  await year.walks(
    open,
    [community, 'postponeJointActivity', { startsOn: '2026-08-01' }],
    [community, 'updateJointActivity', { place: '操场' }],
  );
  await year.walks(
    open,
    [community, 'announceJointActivity'],
    [community, 'postponeJointActivity'],
    [community, 'cancelJointActivity'],
  );
  const film = await planned(year, '观影', '2026-07-10');
  await year.does(community, 'addActivityRequirement', {
    activityId: film.id,
    kind: 'VENUE',
    text: '放映厅',
    quantityNeeded: 1,
  });
  await year.walks(film, [community, 'cancelJointActivity']);
  await year.walks(
    await planned(year, '徒步', '2026-07-11'),
    [community, 'announceJointActivity'],
    [community, 'cancelJointActivity'],
  );
  year.on('2026-07-05');
  await year.walks(clinic, [community, 'holdJointActivity', { headcount: 138, participationCount: 260 }]);
}

async function made(year: Year, text: string): Promise<Row> {
  return year.does(community, 'makePledge', { home, level: 'BRANCH', text, year: 2026 });
}

export async function keepPledges(year: Year): Promise<void> {
  year.on('2026-07-10');
  const [kept, partly, half, failed, broken] = [
    await made(year, '每月清扫楼道'),
    await made(year, '入户宣传'),
    await made(year, '结对助学'),
    await made(year, '安装充电桩'),
    await made(year, '改造车棚'),
  ];
  await year.walks(kept, [community, 'updatePledge', { publiclyPosted: true }], [community, 'fulfilPledge']);
  await year.walks(partly, [community, 'fulfilPledgePartly'], [community, 'fulfilPledge']);
  await year.walks(half, [community, 'fulfilPledgePartly']);
  await year.walks(failed, [community, 'failPledge']);
  await year.walks(broken, [community, 'fulfilPledgePartly'], [community, 'failPledge']);
  const notice = { home, title: '承诺公示', pledgeId: kept.id };
  await year.refuses('INVALID_INPUT', community, 'postPublicNotice', { ...notice, kind: 'RESULT' });
  await year.does(community, 'postPublicNotice', { ...notice, kind: 'PLEDGE' });
  year.kept.openPledge = await made(year, '开放阅览室');
}

export async function countFigures(year: Year): Promise<void> {
  year.on('2026-08-03');
  const indicator = { home, indicatorClass: 'CORE', unitOfMeasure: '户', asOf: '2026-07-31' };
  const few = await year.does(community, 'recordIndicator', {
    ...indicator,
    name: '结对帮扶户数',
    value: 6,
    aboutVulnerableGroup: true,
  });
  if (few.value !== null || !few.suppressed)
    throw new Error('A small figure about a vulnerable group was kept');
  await year.walks(few, [community, 'correctIndicator', { value: 16, aboutVulnerableGroup: true }]);
  await year.does(community, 'recordIndicator', {
    ...indicator,
    name: '开放车位数',
    unitOfMeasure: '个',
    value: 6,
    aboutVulnerableGroup: false,
  });
  await year.refuses('INVALID_INPUT', community, 'recordIndicator', {
    ...indicator,
    name: '确认率',
    unitOfMeasure: '%',
    value: 130,
    aboutVulnerableGroup: false,
  });
  const survey = {
    home: street.organization,
    name: '群众满意度',
    kind: 'SATISFACTION',
    unitOfMeasure: '%',
    value: 91.5,
    basis: '满意与基本满意合计',
    sampleSize: 320,
  };
  await year.walks(await year.does(street, 'recordSurveyResult', survey), [
    street,
    'correctSurveyResult',
    { value: 90.5 },
  ]);
}

export async function teach(year: Year): Promise<void> {
  year.on('2026-03-21');
  await year.walks(year.kept.session!, [school, 'holdCourseSession', { participationCount: 28 }]);
  await year.walks(year.kept.droppedSession!, [school, 'cancelCourseSession']);
}

export async function closeTheYear(year: Year): Promise<void> {
  year.on('2026-12-28');
  await year.walks(year.kept.measure!, [street, 'startPlanMeasure']);
  await year.walks(year.kept.plan!, [street, 'completeAnnualPlan']);
  await year.refuses('NOT_ALLOWED', bank, 'completeAnnualPlan', { id: year.kept.plan!.id });
  year.on('2026-12-31', '18:00');
}
