// Joint projects over the year: one from its proposal to its closing, suspended on the way wherever it may be, and others given up.
import type { Row } from '../model/world';
import { bank, community, property, school, street, type Year } from './year';

const home = 'demo-community';

async function proposed(year: Year, name: string, more: Record<string, any> = {}): Promise<Row> {
  const facts = {
    home,
    name,
    leadId: 'demo-property',
    planned: '20000000',
    startingLine: '8000000',
    conferenceId: year.kept.conference!.id,
  };
  return year.does(community, 'proposeJointProject', { ...facts, ...more });
}

async function post(year: Year, { id, name }: Row, kind: string): Promise<void> {
  const notice = await year.does(community, 'postPublicNotice', {
    home,
    title: `${name}公示`,
    kind,
    projectId: id,
  });
  await year.walks(notice, [
    community,
    'updatePublicNotice',
    { postedUntil: '2026-12-31', place: '社区公告栏' },
  ]);
}

/** The stages of a project, each with what it takes to come to the next. */
const STAGES: ((year: Year, project: Row) => Promise<unknown>)[] = [
  (year, project) =>
    year.walks(project, [community, 'approveJointProject', { residentsDecisionOn: '2026-03-30' }]),
  async (year, project) => {
    await year.refuses('INCOMPLETE', community, 'openProjectFunding', { id: project.id });
    await post(year, project, 'APPROVAL');
    await year.walks(project, [community, 'openProjectFunding']);
  },
  async (year, project) => {
    await pledge(year, project);
    await year.walks(project, [community, 'startJointProject']);
  },
  (year, project) => year.walks(project, [property, 'completeJointProject']),
  (year, project) => year.walks(project, [community, 'acceptJointProject', { feedback: '各方满意' }]),
];

async function pledge(year: Year, { id }: Row): Promise<void> {
  const money = await year.does(bank, 'pledgeContribution', {
    projectId: id,
    kind: 'MONEY',
    pledged: '5000000',
  });
  await year.refuses('INVALID_INPUT', bank, 'pledgeContribution', {
    projectId: id,
    kind: 'MONEY',
    pledgedQuantity: 3,
    unitOfMeasure: '个',
  });
  await year.refuses('INVALID_INPUT', bank, 'pledgeContribution', {
    projectId: id,
    kind: 'LABOUR',
    pledged: '100',
  });
  await year.refuses('INCOMPLETE', community, 'startJointProject', { id });
  await year.walks(money, [bank, 'changePledgedContribution', { pledged: '6500000' }]);
  await year.refuses('INCOMPLETE', community, 'startJointProject', { id });
  await year.does(school, 'pledgeContribution', { projectId: id, kind: 'MONEY', pledged: '1500000' });
  await year.does(school, 'pledgeContribution', {
    projectId: id,
    kind: 'LABOUR',
    pledgedQuantity: 40,
    unitOfMeasure: '人次',
  });
}

export async function buildProjects(year: Year): Promise<void> {
  year.on('2026-04-01');
  const project = await proposed(year, '加装楼道扶手', { needsResidentsDecision: true });
  await year.walks(project, [community, 'updateJointProject', { fundingScheme: '四个一点' }]);
  await year.refuses('INCOMPLETE', community, 'approveJointProject', { id: project.id });
  await share(year, project);
  for (const stage of STAGES) {
    await year.walks(project, [community, 'suspendJointProject'], [community, 'resumeJointProject']);
    await stage(year, project);
  }
  await year.walks(project, [community, 'suspendJointProject'], [community, 'resumeJointProject']);
  await deliver(year, project);
  await year.refuses('INCOMPLETE', community, 'publishJointProject', { id: project.id });
  await post(year, project, 'RESULT');
  await year.walks(project, [community, 'publishJointProject'], [community, 'closeJointProject']);
  year.kept.project = project;
}

async function share(year: Year, { id: projectId }: Row): Promise<void> {
  for (const [payerLevel, amount] of [
    ['CITY', '4000000'],
    ['DISTRICT', '4000000'],
    ['STREET', '2000000'],
    ['RESIDENTS_COMMITTEE', '1000000'],
  ])
    await year.does(community, 'addFundingShare', { projectId, payerLevel, amount });
  const own = year.rowsOf('FundingShare', { projectId, payerLevel: 'STREET' })[0]!;
  await year.walks(own, [
    community,
    'updateFundingShare',
    { payerId: street.organization, amount: '2500000' },
  ]);
}

async function deliver(year: Year, { id: projectId }: Row): Promise<void> {
  const [first, second, labour] = year.rowsOf('Contribution', { projectId }) as [Row, Row, Row];
  await year.walks(
    first,
    [community, 'confirmDelivery', { delivered: '3000000' }],
    [community, 'confirmDelivery', { delivered: '6500000' }],
  );
  await year.walks(labour, [
    community,
    'confirmDelivery',
    { deliveredQuantity: 36, contributedOn: '2026-05-20' },
  ]);
  await year.refuses('INVALID_INPUT', community, 'confirmDelivery', { id: second.id, deliveredQuantity: 2 });
}

/** One given up in each stage, and one that was suspended. */
export async function giveUpProjects(year: Year): Promise<void> {
  year.on('2026-05-04');
  for (let stages = 0; stages <= STAGES.length; stages++) {
    const project = await proposed(year, `未成项目${stages + 1}`);
    for (const stage of STAGES.slice(0, stages)) await stage(year, project);
    await year.walks(project, [community, 'cancelJointProject']);
  }
  await year.walks(
    await proposed(year, '未成项目'),
    [community, 'suspendJointProject'],
    [community, 'cancelJointProject'],
  );
}
