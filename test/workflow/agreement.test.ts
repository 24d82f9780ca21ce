// An agreement's way: confirmed by its sides, done period by period, extended, amended, ended early by all; and a project's.
import { community } from '../../subgraphs/community/program';
import { periodsOf } from '../../subgraphs/cobuilding/agreement-task/periods';
import { findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { testDatabases } from '../kit/test-databases';
import { officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { rowOf } from './kit/rows';
import { stepsThrough, type Steps } from './kit/take';
import { OrganizationPairing } from '../../subgraphs/cobuilding/organization-pairing/organization-pairing';

const HOST = officeOf('yili');
const BANK = officeOf('dongguan');
const SCHOOL = officeOf('xinhua');

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  let { done, refused }: Steps = {} as Steps;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase, { program: community, contract: 'cobuilding' });
    await shard.load([rowOf(OrganizationPairing, { name: '结对', kind: 'MIXED' })]);
    ({ done, refused } = stepsThrough(shard.ask));
  });
  afterAll(async () => {
    expect(await findBrokenSeal(readAudit(shard.database.manager, 'yili'))).toBeNull();
    expect(shard.faults).toEqual([]);
    await shard.close();
  });

  const read = async (field: string) => (await shard.ask(HOST, `{ read: ${field} }`)).data.read;

  async function signed(title: string) {
    const term = { effectiveFrom: '2026-09-01', effectiveTo: '2027-08-31' };
    const facts = { home: 'yili', title, kind: 'CO_BUILDING_AGREEMENT', ...term };
    const { id } = await done(HOST, 'createCoBuildingAgreement', facts, 'coBuildingAgreement { id }');
    expect(await refused(HOST, 'submitCoBuildingAgreement', { id })).toBe('INCOMPLETE');
    const sides: string[] = [];
    for (const organizationId of ['yili', 'dongguan']) {
      const side = { agreementId: id, organizationId, role: 'PARTICIPANT' };
      sides.push((await done(HOST, 'addAgreementSignatory', side, 'agreementSignatory { id }')).id);
      expect(await refused(HOST, 'addAgreementSignatory', side)).toBe('ALREADY_EXISTS');
    }
    const task = { agreementId: id, text: '开放停车位', responsibleId: 'dongguan', beneficiaryId: 'yili' };
    const facets = { dueOn: '2026-12-31' };
    expect(await refused(HOST, 'addAgreementTask', { ...task, beneficiaryId: 'dongguan' })).toBe(
      'INVALID_INPUT',
    );
    const { id: taskId } = await done(
      HOST,
      'addAgreementTask',
      { ...task, ...facets },
      'agreementTask { id }',
    );
    const monthly = { ...task, text: '每月义诊', recurrence: 'MONTHLY' };
    const { id: monthlyId } = await done(HOST, 'addAgreementTask', monthly, 'agreementTask { id }');
    await done(HOST, 'submitCoBuildingAgreement', { id });
    return { id, sides: sides as [string, string], taskId, monthlyId };
  }

  test('one return makes it a draft again, all confirm it, and from its day it is in force', async () => {
    const { id, sides, taskId } = await signed('共建协议');
    const state = () => read(`coBuildingAgreement(id: "${id}") { state signedOn }`);
    await done(HOST, 'confirmAgreement', { id: sides[0] });
    expect(await refused(HOST, 'confirmAgreement', { id: sides[1] })).toBe('NOT_ALLOWED');
    await done(BANK, 'returnAgreement', { id: sides[1], reason: '期限太短' });
    expect(await state()).toEqual({ state: 'DRAFT', signedOn: null });
    expect(await refused(BANK, 'confirmAgreement', { id: sides[1] })).toBe('NOT_ALLOWED_IN_STATE');
    await done(HOST, 'submitCoBuildingAgreement', { id });
    await done(BANK, 'confirmAgreement', { id: sides[1] });
    expect((await state()).state).toBe('UNDER_CONFIRMATION');
    await done(HOST, 'confirmAgreement', { id: sides[0] });
    expect(await state()).toEqual({ state: 'SIGNED', signedOn: '2026-11-22' });
    expect(await refused(BANK, 'startAgreementTask', { id: taskId })).toBe('NOT_ALLOWED_IN_STATE');
    await done(HOST, 'activateCoBuildingAgreement', { id });
    await done(BANK, 'startAgreementTask', { id: taskId });
    await done(BANK, 'submitTask', { id: taskId });
    expect(await refused(BANK, 'confirmTask', { id: taskId })).toBe('NOT_ALLOWED');
    await done(HOST, 'confirmTask', { id: taskId });
    const steps = await read(`coBuildingAgreement(id: "${id}") { steps { toState } }`);
    expect(steps.steps.map((each: { toState: string }) => each.toState)).toEqual([
      'DRAFT',
      'UNDER_CONFIRMATION',
      'DRAFT',
      'UNDER_CONFIRMATION',
      'SIGNED',
      'ACTIVE',
    ]);
  });

  test('a recurring task has one task for each period, once; an extension keeps the old day', async () => {
    const { id, sides, taskId, monthlyId } = await signed('周期协议');
    await done(HOST, 'confirmAgreement', { id: sides[0] });
    await done(BANK, 'confirmAgreement', { id: sides[1] });
    await done(HOST, 'activateCoBuildingAgreement', { id });
    expect(await refused(BANK, 'startAgreementTask', { id: monthlyId })).toBe('INCOMPLETE');
    expect(await refused(HOST, 'openTaskPeriods', { id: taskId })).toBe('INCOMPLETE');
    for (const until of [undefined, undefined, '2026-12-01']) {
      await done(HOST, 'openTaskPeriods', { id: monthlyId, until });
    }
    const periods = await read(
      `agreementTask(id: "${monthlyId}") { occurrences(first: 20) { edges { node { dueOn state responsible { id } } } } }`,
    );
    expect(periods.occurrences.edges.map(({ node }: { node: object }) => Object.values(node))).toEqual(
      ['2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'].map((day) => [
        day,
        'PLANNED',
        { id: 'dongguan' },
      ]),
    );
    const later = { id: taskId, dueOn: '2027-01-31', reason: '工期延后' };
    expect(await refused(BANK, 'extendAgreementTask', later)).toBe('NOT_ALLOWED');
    expect(await refused(HOST, 'extendAgreementTask', { ...later, dueOn: '2026-12-31' })).toBe(
      'INVALID_INPUT',
    );
    await done(HOST, 'extendAgreementTask', later);
    const task = await read(
      `agreementTask(id: "${taskId}") { dueOn extensions(first: 5) { edges { node { oldDueOn newDueOn approvedOn approvedByOffice reason } } } }`,
    );
    expect(task).toEqual({
      dueOn: '2027-01-31',
      extensions: {
        edges: [
          {
            node: {
              oldDueOn: '2026-12-31',
              newDueOn: '2027-01-31',
              approvedOn: '2026-11-22',
              approvedByOffice: '综合办公室',
              reason: '工期延后',
            },
          },
        ],
      },
    });
  });

  test('an amendment holds when all have confirmed; all agree to end it, and open tasks are cancelled', async () => {
    const { id, sides, taskId } = await signed('提前终止');
    await done(HOST, 'confirmAgreement', { id: sides[0] });
    await done(BANK, 'confirmAgreement', { id: sides[1] });
    const change = { agreementId: id, text: '车位增至二十个', reason: '居民要求' };
    const amendment = await done(
      HOST,
      'proposeAgreementAmendment',
      change,
      'agreementAmendment { id reason }',
    );
    expect(amendment.reason).toBe('居民要求');
    const confirm = (actor: typeof HOST) =>
      done(actor, 'confirmAgreementAmendment', { id: amendment.id }, 'agreementAmendment { agreedOn }');
    expect(await refused(SCHOOL, 'confirmAgreementAmendment', { id: amendment.id })).toBe('NOT_ALLOWED');
    expect(await confirm(BANK)).toEqual({ agreedOn: null });
    expect(await refused(BANK, 'confirmAgreementAmendment', { id: amendment.id })).toBe('ALREADY_EXISTS');
    expect(await confirm(HOST)).toEqual({ agreedOn: '2026-11-22' });
    expect(await refused(BANK, 'agreeToTermination', { id: sides[1], reason: '搬迁' })).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    await done(HOST, 'activateCoBuildingAgreement', { id });
    await done(BANK, 'agreeToTermination', { id: sides[1], reason: '搬迁' });
    await done(BANK, 'withdrawFromTermination', { id: sides[1] });
    await done(HOST, 'agreeToTermination', { id: sides[0], reason: '对方搬迁' });
    const state = () =>
      read(`coBuildingAgreement(id: "${id}") { state tasks(first: 9) { edges { node { state } } } }`);
    expect((await state()).state).toBe('ACTIVE');
    await done(BANK, 'agreeToTermination', { id: sides[1], reason: '搬迁' });
    expect(await state()).toEqual({
      state: 'TERMINATED',
      tasks: { edges: [{ node: { state: 'CANCELLED' } }, { node: { state: 'CANCELLED' } }] },
    });
    expect(await refused(BANK, 'startAgreementTask', { id: taskId })).toBe('NOT_ALLOWED_IN_STATE');
    expect(await refused(HOST, 'archiveCoBuildingAgreement', { id })).toBe('INCOMPLETE');
    await done(HOST, 'evaluateAgreement', { agreementId: id, year: 2026, score: 80, fullScore: 100 });
    await done(HOST, 'archiveCoBuildingAgreement', { id });
  });

  test('a project waits for the assembly, the notice, the pledges and the accounts; money and goods stay apart', async () => {
    const facts = { home: 'yili', name: '修缮活动室', needsResidentsDecision: true, startingLine: '100000' };
    const { id } = await done(HOST, 'proposeJointProject', facts, 'jointProject { id }');
    expect(await refused(HOST, 'approveJointProject', { id })).toBe('INCOMPLETE');
    await done(HOST, 'approveJointProject', { id, residentsDecisionOn: '2026-11-01' });
    const post = (kind: string) =>
      done(HOST, 'postPublicNotice', { home: 'yili', title: '公示', kind, projectId: id });
    expect(await refused(HOST, 'openProjectFunding', { id })).toBe('INCOMPLETE');
    await post('APPROVAL');
    const give = { projectId: id, kind: 'MONEY', pledged: '60000' };
    expect(await refused(BANK, 'pledgeContribution', give)).toBe('NOT_ALLOWED_IN_STATE');
    await done(HOST, 'openProjectFunding', { id });
    const { id: money } = await done(BANK, 'pledgeContribution', give, 'contribution { id }');
    const priced = {
      projectId: id,
      kind: 'LABOUR',
      pledged: '100',
      pledgedQuantity: 5,
      unitOfMeasure: '人天',
    };
    expect(await refused(SCHOOL, 'pledgeContribution', priced)).toBe('INVALID_INPUT');
    await done(SCHOOL, 'pledgeContribution', { ...priced, pledged: undefined });
    expect(await refused(HOST, 'startJointProject', { id })).toBe('INCOMPLETE');
    await done(BANK, 'changePledgedContribution', { id: money, pledged: '100000' });
    await done(HOST, 'startJointProject', { id });
    expect(await refused(BANK, 'confirmDelivery', { id: money, delivered: '90000' })).toBe('NOT_ALLOWED');
    await done(HOST, 'confirmDelivery', { id: money, delivered: '90000' });
    await done(HOST, 'suspendJointProject', { id, reason: '雨季' });
    const resumed = await done(HOST, 'resumeJointProject', { id }, 'jointProject { state }');
    expect(resumed).toEqual({ state: 'IN_PROGRESS' });
    await done(HOST, 'completeJointProject', { id });
    await done(HOST, 'acceptJointProject', { id });
    expect(await refused(HOST, 'publishJointProject', { id })).toBe('INCOMPLETE');
    await post('RESULT');
    await done(HOST, 'publishJointProject', { id });
    await done(HOST, 'closeJointProject', { id });
    expect(
      await read(`contribution(id: "${money}") { contributor { id } pledged { fen } delivered { fen } }`),
    ).toEqual({ contributor: { id: 'dongguan' }, pledged: { fen: '100000' }, delivered: { fen: '90000' } });
  });

  test('a small figure about a vulnerable group is not stored', async () => {
    const facts = { home: 'yili', name: '慰问人数', indicatorClass: 'CORE', unitOfMeasure: '人' };
    const record = (value: number, aboutVulnerableGroup: boolean) =>
      done(
        HOST,
        'recordIndicator',
        { ...facts, value, aboutVulnerableGroup },
        'indicator { value suppressed }',
      );
    expect(await record(9, true)).toEqual({ value: null, suppressed: true });
    expect(await record(10, true)).toEqual({ value: 10, suppressed: false });
    expect(await record(9, false)).toEqual({ value: 9, suppressed: false });
  });
});

test('periods follow the calendar, and the last one ends with the term', () => {
  const term = { from: '2026-01-31', to: '2026-05-15' };
  expect(periodsOf('MONTHLY', term, '2026-12-31').map((period) => Object.values(period))).toEqual([
    ['2026-01-31', '2026-02-27'],
    ['2026-02-28', '2026-03-30'],
    ['2026-03-31', '2026-04-29'],
    ['2026-04-30', '2026-05-15'],
  ]);
  expect(periodsOf('WEEKLY', term, '2026-02-10').map(({ firstDay }) => firstDay)).toEqual([
    '2026-01-31',
    '2026-02-07',
  ]);
  expect(periodsOf('QUARTERLY', term, '2026-12-31').map(({ lastDay }) => lastDay)).toEqual([
    '2026-04-29',
    '2026-05-15',
  ]);
});
