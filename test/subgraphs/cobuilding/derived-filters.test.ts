import { AgreementSignatory } from '../../../subgraphs/cobuilding/agreement/agreement-signatory';
import { CoBuildingAgreement } from '../../../subgraphs/cobuilding/agreement/co-building-agreement';
import { AgreementTask } from '../../../subgraphs/cobuilding/agreement-task/agreement-task';
import { TaskState } from '../../../subgraphs/cobuilding/agreement-task/overdue';
import { ActivityRequirement } from '../../../subgraphs/cobuilding/joint-activity/activity-requirement';
import { JointActivity } from '../../../subgraphs/cobuilding/joint-activity/joint-activity';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { PublicNotice } from '../../../subgraphs/cobuilding/public-notice/public-notice';
import { testDatabases } from '../../kit/test-databases';
import { CobuildingShard } from './kit/cobuilding-shard';

describe.each(testDatabases())('derived filters on $name', (kind) => {
  let shard: CobuildingShard;
  beforeAll(async () => {
    shard = await CobuildingShard.open(kind);
  });
  afterAll(() => shard.close());

  const agreement = (facts: object = {}) => shard.add(CoBuildingAgreement, { title: '示例协议', kind: 'CO_BUILDING_AGREEMENT', ...facts });

  test('overdue: the filter and the field tell the same of every state and day', async () => {
    const agreementId = await agreement();
    const states = [null, ...Object.values(TaskState)];
    for (const state of states) {
      for (const dueOn of [null, '2026-11-22', '2026-11-23', '2026-11-24']) {
        await shard.add(AgreementTask, { agreementId, text: '示例任务', state, dueOn });
      }
    }
    const { coBuildingAgreement } = await shard.ask(
      'query ($id: ID!) { coBuildingAgreement(id: $id) { all: tasks { edges { node { id overdueDays } } } } }',
      { id: agreementId },
    );
    const nodes = coBuildingAgreement.all.edges.map((edge: { node: object }) => edge.node) as { id: string; overdueDays: number | null }[];
    const derived = (overdue: boolean) => nodes.filter((node) => (node.overdueDays !== null) === overdue).map((node) => node.id).sort();
    expect(derived(true)).toHaveLength(4);
    const of = `agreement: ["${agreementId}"]`;
    expect(await shard.idsOf('agreementTasks', `{ ${of}, overdue: true }`)).toEqual(derived(true));
    expect(await shard.idsOf('agreementTasks', `{ ${of}, overdue: false }`)).toEqual(derived(false));
  });

  test('recurring: the task itself, not its periods', async () => {
    const agreementId = await agreement();
    const parentId = await shard.add(AgreementTask, { agreementId, text: '每季一次', recurrence: 'QUARTERLY' });
    const occurrence = await shard.add(AgreementTask, { agreementId, text: '第三季度', parentId, state: 'PLANNED' });
    const of = `agreement: ["${agreementId}"]`;
    expect(await shard.idsOf('agreementTasks', `{ ${of}, recurring: true }`)).toEqual([parentId]);
    expect(await shard.idsOf('agreementTasks', `{ ${of}, recurring: false }`)).toEqual([occurrence]);
  });

  test('agreements that end within 60 days: one that a signed agreement renews is left out, one with a draft is not', async () => {
    const renewed = await agreement({ state: 'ACTIVE', effectiveTo: '2027-01-22' });
    const drafted = await agreement({ state: 'ACTIVE', effectiveTo: '2027-01-21' });
    const later = await agreement({ state: 'ACTIVE', effectiveTo: '2027-01-23' });
    const past = await agreement({ state: 'EXPIRED', effectiveTo: '2026-11-22' });
    await agreement({ state: 'SIGNED', renewsAgreementId: renewed });
    await agreement({ state: 'DRAFT', renewsAgreementId: drafted });
    await agreement({ state: null, renewsAgreementId: past });
    const soon = 'state: [ACTIVE], effectiveTo: { fromOffset: 0, toOffset: 60 }';
    expect(await shard.idsOf('coBuildingAgreements', `{ ${soon}, renewed: false }`)).toEqual([drafted]);
    expect(await shard.idsOf('coBuildingAgreements', `{ ${soon}, renewed: true }`)).toEqual([renewed]);
    const { coBuildingAgreementById: found } = await shard.ask(
      'query ($ids: [ID!]!) { coBuildingAgreementById(ids: $ids) { renewed renewals { edges { node { state } } } } }',
      { ids: [renewed, drafted, later, past] },
    );
    expect(found.map((each: { renewed: boolean }) => each.renewed)).toEqual([true, false, false, true]);
    expect(found[1].renewals.edges).toEqual([]); // A draft is there for whom it concerns.
  });

  test('members without an agreement: only signatures under an agreement in force count', async () => {
    const count = async (organization: string) => {
      const data = await shard.ask(
        `query ($filter: AgreementSignatoryFilter) { agreementSignatories(filter: $filter) { totalCount } }`,
        { filter: { organization: [organization], agreementState: ['SIGNED', 'ACTIVE'] } },
      );
      return data.agreementSignatories.totalCount;
    };
    for (const [organizationId, state] of [['example-bank', 'ACTIVE'], ['example-school', 'DRAFT'], ['example-clinic', null]]) {
      await shard.add(AgreementSignatory, { agreementId: await agreement({ state }), organizationId });
    }
    expect([await count('example-bank'), await count('example-school'), await count('example-clinic')]).toEqual([1, 0, 0]);
  });

  test('activities of next month and what they lack', async () => {
    const facts = { name: '示例活动', startsOn: '2026-12-12' };
    const lacking = await shard.add(JointActivity, facts);
    const settled = await shard.add(JointActivity, facts);
    const bare = await shard.add(JointActivity, facts);
    await shard.add(JointActivity, { ...facts, startsOn: '2027-01-01' });
    const need = { kind: 'EQUIPMENT', text: '折叠椅', unitOfMeasure: '把' };
    await shard.add(ActivityRequirement, { ...need, activityId: lacking, quantityNeeded: 80, quantityMet: 50 });
    await shard.add(ActivityRequirement, { ...need, activityId: lacking, quantityNeeded: 2, quantityMet: 2 });
    await shard.add(ActivityRequirement, { ...need, activityId: settled, quantityNeeded: 1, quantityMet: 3 });
    const nextMonth = 'startsOn: { period: NEXT_MONTH }';
    expect(await shard.idsOf('jointActivities', `{ ${nextMonth}, lacking: true }`)).toEqual([lacking]);
    expect(await shard.idsOf('jointActivities', `{ ${nextMonth}, lacking: false }`)).toEqual([settled, bare].sort());
    const { jointActivity } = await shard.ask(
      'query ($id: ID!) { jointActivity(id: $id) { requirements(filter: { unmet: true }) { edges { node { missing unitOfMeasure } } } } }',
      { id: lacking },
    );
    expect(jointActivity.requirements.edges).toEqual([{ node: { missing: 30, unitOfMeasure: '把' } }]);
  });

  test('a finished project shows whether its result was posted', async () => {
    const posted = await shard.add(JointProject, { name: '甲', state: 'ACCEPTED' });
    const unposted = await shard.add(JointProject, { name: '乙', state: 'COMPLETED' });
    await shard.add(PublicNotice, { title: '结果', kind: 'RESULT', projectId: posted });
    await shard.add(PublicNotice, { title: '立项', kind: 'APPROVAL', projectId: unposted });
    const { jointProjects } = await shard.ask(
      '{ jointProjects(filter: { state: [COMPLETED, ACCEPTED] }) { edges { node { id notices(filter: { kind: [RESULT] }) { totalCount } } } } }',
    );
    const counts = Object.fromEntries(jointProjects.edges.map(({ node }: { node: { id: string; notices: { totalCount: number } } }) => [node.id, node.notices.totalCount]));
    expect(counts).toEqual({ [posted]: 1, [unposted]: 0 });
  });
});
