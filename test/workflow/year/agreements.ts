// Agreements over the year: one carried through to its evaluation and renewed, others ended early, suspended or left to expire.
import type { Asker, Row } from '../model/world';
import { bank, community, property, school, type Year } from './year';

const OFFICES: Record<string, Asker> = {
  'demo-community': community,
  'demo-bank': bank,
  'demo-property': property,
};
const WORK = { responsibleId: 'demo-bank', beneficiaryId: 'demo-property' };

async function drafted(year: Year, title: string, effectiveTo: string): Promise<Row> {
  const facts = {
    home: 'demo-community',
    title,
    kind: 'CO_BUILDING_AGREEMENT',
    effectiveFrom: year.world.today,
    effectiveTo,
  };
  const agreement = await year.does(community, 'createCoBuildingAgreement', {
    ...facts,
    conferenceId: year.kept.conference!.id,
  });
  await year.refuses('INCOMPLETE', community, 'submitCoBuildingAgreement', { id: agreement.id });
  for (const organizationId of ['demo-community', 'demo-bank'])
    await year.does(community, 'addAgreementSignatory', {
      agreementId: agreement.id,
      organizationId,
      role: 'PARTICIPANT',
    });
  return agreement;
}

async function withTask(
  year: Year,
  agreement: Row,
  text: string,
  more: Record<string, any> = {},
): Promise<Row> {
  return year.does(community, 'addAgreementTask', { agreementId: agreement.id, text, ...WORK, ...more });
}

async function bySides(year: Year, { id }: Row, action: string): Promise<void> {
  for (const side of year.rowsOf('AgreementSignatory', { agreementId: id }))
    await year.walks(side, [OFFICES[side.organizationId]!, action]);
}

async function inForce(year: Year, agreement: Row): Promise<Row> {
  await year.walks(agreement, [community, 'submitCoBuildingAgreement']);
  await bySides(year, agreement, 'confirmAgreement');
  return year.walks(agreement, [community, 'activateCoBuildingAgreement']);
}

export async function signAgreements(year: Year): Promise<void> {
  year.on('2026-02-25');
  const main = await drafted(year, '车位与场地共享协议', '2026-11-30');
  await year.refuses('ALREADY_EXISTS', community, 'addAgreementSignatory', {
    agreementId: main.id,
    organizationId: 'demo-bank',
    role: 'WITNESS',
  });
  await year.refuses('INVALID_INPUT', community, 'updateCoBuildingAgreement', {
    id: main.id,
    effectiveTo: '2026-01-01',
  });
  await year.walks(main, [community, 'updateCoBuildingAgreement', { purpose: '共驻共建' }]);
  await year.refuses('INVALID_INPUT', community, 'addAgreementTask', {
    agreementId: main.id,
    text: '自办',
    responsibleId: 'demo-bank',
    beneficiaryId: 'demo-bank',
  });
  const tasks = [];
  for (const text of ['开放停车位', '金融知识讲座', '借用音响', '更换灯具', '修缮围栏', '清理楼道'])
    tasks.push(await withTask(year, main, text, { dueOn: '2026-06-30' }));
  await year.walks(tasks[0]!, [community, 'updateAgreementTask', { text: '晚间开放停车位' }]);
  year.kept.quarterly = await withTask(year, main, '每季度义诊', { recurrence: 'QUARTERLY' });
  await returnOnce(year, main);
  await inForce(year, main);
  await year.refuses('NOT_ALLOWED_IN_STATE', community, 'updateAgreementTask', {
    id: tasks[0]!.id,
    text: '改',
  });
  year.kept.main = main;
  await workOff(year, tasks as [Row, Row, Row, Row, Row, Row]);
}

async function returnOnce(year: Year, agreement: Row): Promise<void> {
  await year.walks(agreement, [community, 'submitCoBuildingAgreement']);
  const [own, other] = year.rowsOf('AgreementSignatory', { agreementId: agreement.id }) as [Row, Row];
  await year.walks(own, [community, 'confirmAgreement']);
  await year.walks(other, [bank, 'returnAgreement']);
}

/** Done and returned and done again; others cancelled, put off or moved in each state in which they may be. */
async function workOff(
  year: Year,
  [done, planned, begun, submitted, returned, left]: [Row, Row, Row, Row, Row, Row],
): Promise<void> {
  const begin: [Asker, string] = [bank, 'startAgreementTask'];
  const submit: [Asker, string] = [bank, 'submitTask'];
  const giveBack: [Asker, string] = [property, 'returnTask'];
  await year.walks(done, begin, submit, giveBack, begin, submit, [property, 'confirmTask']);
  await year.walks(begun, begin);
  await year.walks(submitted, begin, submit);
  await year.walks(returned, begin, submit, giveBack);
  for (const [i, task] of [planned, begun, submitted, returned].entries()) {
    const later = { dueOn: `2026-07-1${i}` };
    await year.walks(
      task,
      [property, 'extendAgreementTask', later],
      [community, 'moveAgreementTask', { agreementId: task.agreementId }],
    );
    await year.walks(task, [community, 'cancelAgreementTask']);
  }
  await year.refuses('INVALID_INPUT', property, 'extendAgreementTask', {
    id: left.id,
    dueOn: '2026-06-30',
    reason: '未变',
  });
}

/** Ended by all sides, from force and from suspension; and expired while suspended. */
export async function endAgreements(year: Year): Promise<void> {
  year.on('2026-04-15');
  const ended = await drafted(year, '活动室共用协议', '2027-04-14');
  await withTask(year, ended, '开放活动室');
  await inForce(year, ended);
  const [own, other] = year.rowsOf('AgreementSignatory', { agreementId: ended.id }) as [Row, Row];
  await year.walks(
    other,
    [bank, 'agreeToTermination'],
    [bank, 'withdrawFromTermination'],
    [bank, 'agreeToTermination'],
  );
  await year.walks(own, [community, 'agreeToTermination']);
  await evaluateAndArchive(year, ended);
  const suspended = await drafted(year, '器材借用协议', '2026-09-30');
  await withTask(year, suspended, '借出器材');
  await inForce(year, suspended);
  await year.walks(
    suspended,
    [community, 'suspendCoBuildingAgreement'],
    [community, 'resumeCoBuildingAgreement'],
    [community, 'suspendCoBuildingAgreement'],
  );
  await year.refuses('WRONG_TIME', community, 'expireCoBuildingAgreement', { id: suspended.id });
  year.kept.suspended = suspended;
  await amend(year);
}

async function amend(year: Year): Promise<void> {
  const change = {
    agreementId: year.kept.main!.id,
    text: '车位增至二十个',
    effectiveFrom: '2026-05-01',
    reason: '居民要求',
  };
  const amendment = await year.does(community, 'proposeAgreementAmendment', change);
  await year.refuses('NOT_ALLOWED', school, 'confirmAgreementAmendment', { id: amendment.id });
  await year.walks(amendment, [bank, 'confirmAgreementAmendment']);
  await year.refuses('ALREADY_EXISTS', bank, 'confirmAgreementAmendment', { id: amendment.id });
  await year.walks(amendment, [community, 'confirmAgreementAmendment']);
  await year.walks(
    year.kept.quarterly!,
    [community, 'openTaskPeriods'],
    [community, 'openTaskPeriods', { until: '2026-11-30' }],
  );
  const [first] = year.rowsOf('AgreementTask', { parentId: year.kept.quarterly!.id });
  await year.walks(first!, [bank, 'startAgreementTask'], [bank, 'submitTask']);
  await year.refuses('INCOMPLETE', bank, 'startAgreementTask', { id: year.kept.quarterly!.id });
}

async function evaluateAndArchive(year: Year, agreement: Row): Promise<void> {
  await year.refuses('INCOMPLETE', community, 'archiveCoBuildingAgreement', { id: agreement.id });
  const evaluation = { agreementId: agreement.id, year: 2026, score: 92.5, fullScore: 100, grade: '优秀' };
  await year.refuses('INVALID_INPUT', community, 'evaluateAgreement', { ...evaluation, score: 101 });
  await year.does(community, 'evaluateAgreement', evaluation);
  await year.walks(agreement, [community, 'archiveCoBuildingAgreement']);
}

/** At the end of their terms. */
export async function finishAgreements(year: Year): Promise<void> {
  const { main, suspended } = year.kept as Record<string, Row>;
  year.on('2026-10-08');
  await year.refuses('WRONG_TIME', community, 'resumeCoBuildingAgreement', { id: suspended!.id });
  await year.walks(suspended!, [community, 'expireCoBuildingAgreement']);
  const renewal = await drafted(year, '车位与场地共享协议（续签）', '2027-11-30');
  await year.walks(renewal, [
    community,
    'updateCoBuildingAgreement',
    { renewsAgreementId: main!.id, effectiveFrom: '2026-12-01' },
  ]);
  await withTask(year, renewal, '继续开放停车位');
  await year.walks(renewal, [community, 'submitCoBuildingAgreement']);
  await bySides(year, renewal, 'confirmAgreement');
  await year.refuses('WRONG_TIME', community, 'activateCoBuildingAgreement', { id: renewal.id });
  year.on('2026-12-01');
  await year.walks(main!, [community, 'expireCoBuildingAgreement']);
  await evaluateAndArchive(year, main!);
  await year.walks(renewal, [community, 'activateCoBuildingAgreement']);
}
