// Drafts, and what hangs on them, on every database: there for whom they concern, in no list, count, sum or key of anybody else.
import { community } from '../../subgraphs/community/program';
import { AgreementAmendment } from '../../subgraphs/cobuilding/agreement/agreement-amendment';
import { AgreementSignatory } from '../../subgraphs/cobuilding/agreement/agreement-signatory';
import { CoBuildingAgreement } from '../../subgraphs/cobuilding/agreement/co-building-agreement';
import { AgreementTask } from '../../subgraphs/cobuilding/agreement-task/agreement-task';
import { DeadlineExtension } from '../../subgraphs/cobuilding/agreement-task/deadline-extension';
import { Evaluation } from '../../subgraphs/cobuilding/agreement/evaluation';
import { Attendance } from '../../subgraphs/conference/meeting/attendance';
import { JointConference } from '../../subgraphs/conference/joint-conference/joint-conference';
import { Meeting } from '../../subgraphs/conference/meeting/meeting';
import { AnnualPlan } from '../../subgraphs/sharing/annual-plan/annual-plan';
import { PlanMeasure } from '../../subgraphs/sharing/annual-plan/plan-measure';
import { AvailabilityWindow } from '../../subgraphs/sharing/availability-window/availability-window';
import { SharedResource } from '../../subgraphs/sharing/shared-resource/shared-resource';
import { testDatabases } from '../kit/test-databases';
import { askAs, officeOf, openActingShard, type ActingShard } from '../workflow/kit/acting-shard';
import { rowOf } from '../workflow/kit/rows';

const OWNER = 'village';
const SIGNATORY = 'bank';
const STRANGER = 'school';

/** Two of each, one hanging on a draft; `state` is the only difference. */
function agreementIn(state: string) {
  const facts = { title: `协议 ${state}`, kind: 'CO_BUILDING_AGREEMENT', ownerStated: true, state };
  const agreement = rowOf(CoBuildingAgreement, facts, OWNER);
  const of = { agreementId: agreement.values.id };
  const task = rowOf(
    AgreementTask,
    { ...of, text: '开放停车位', state: 'PLANNED', responsibleId: SIGNATORY },
    OWNER,
  );
  const days = { oldDueOn: '2026-01-01', newDueOn: '2026-02-01' };
  return [
    agreement,
    rowOf(AgreementSignatory, { ...of, organizationId: SIGNATORY }, OWNER),
    task,
    rowOf(DeadlineExtension, { taskId: task.values.id, ...days }, OWNER),
    rowOf(AgreementAmendment, { ...of, text: '改' }, OWNER),
    rowOf(Evaluation, { ...of, year: 2026 }, OWNER),
  ];
}

function sharingIn(state: string, planState: string) {
  const plan = rowOf(AnnualPlan, { title: '计划', state: planState }, OWNER);
  const resource = rowOf(SharedResource, { name: '会议室', kind: 'VENUE', state }, OWNER);
  const hours = { weekday: 1, opensAt: '09:00', closesAt: '17:00' };
  return [
    plan,
    rowOf(PlanMeasure, { planId: plan.values.id, number: 1, text: '措施' }, OWNER),
    resource,
    rowOf(AvailabilityWindow, { resourceId: resource.values.id, ...hours }, OWNER),
  ];
}

const conference = rowOf(JointConference, { name: '联席会议', level: 'STREET' }, OWNER);
const held = {
  conferenceId: conference.values.id,
  title: '会',
  startsAt: '2026-11-20T01:00:00.000Z',
  state: 'HELD',
};
const meeting = rowOf(Meeting, held, OWNER);
const told = { meetingId: meeting.values.id, heldOn: '2026-11-20', office: '综合办公室', reason: '有会' };
const attendance = rowOf(Attendance, { ...told, organizationId: SIGNATORY, status: 'EXCUSED' }, OWNER);

const DRAFTS = agreementIn('DRAFT');
const ROWS = [
  ...DRAFTS,
  ...agreementIn('ACTIVE'),
  ...sharingIn('DRAFT', 'DRAFT'),
  ...sharingIn('LISTED', 'ADOPTED'),
  conference,
  meeting,
  attendance,
];

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase, { program: community });
    await shard.load(ROWS);
  });
  afterAll(async () => {
    await shard.close();
    expect(shard.faults).toEqual([]);
  });

  const ask = async (contract: string, organization: string | null, query: string, variables?: object) => {
    const answer = await askAs(
      `${shard.url}/${contract}`,
      organization === null ? null : officeOf(organization),
      query,
      variables,
    );
    return { data: answer.data, codes: (answer.errors ?? []).map(({ extensions }) => extensions.code) };
  };

  test.each([
    ['cobuilding', 'coBuildingAgreements', 2],
    ['cobuilding', 'agreementSignatories', 2],
    ['cobuilding', 'agreementTasks', 2],
    ['cobuilding', 'deadlineExtensions', 2],
    ['cobuilding', 'agreementAmendments', 2],
    ['cobuilding', 'evaluations', 2],
    ['sharing', 'annualPlans', 1],
    ['sharing', 'planMeasures', 1],
    ['sharing', 'sharedResources', 1],
    ['sharing', 'availabilityWindows', 1],
  ])(
    '%s: %s of a draft are in the lists and counts of whom they concern',
    async (contract, list, ofSignatory) => {
      const query = `{ ${list} { totalCount edges { node { id } } } }`;
      const counts = [];
      for (const who of [null, STRANGER, SIGNATORY, OWNER]) {
        const { data, codes } = await ask(contract, who, query);
        expect(codes).toEqual([]);
        expect(data[list].edges).toHaveLength(data[list].totalCount);
        counts.push(data[list].totalCount);
      }
      expect(counts).toEqual([1, 1, ofSignatory, 2]);
    },
  );

  test.each([
    ['agreementTaskSummary', '{ it: agreementTaskSummary(groupBy: [AGREEMENT]) { count groups { key } } }'],
    ['of an organization', `{ it: coBuildingAgreementSummary(groupBy: [STATE]) { count groups { key } } }`],
    [
      'of those that sign',
      `{ it: agreementSignatorySummary(groupBy: [ROLE, ORGANIZATION]) { count groups { key } } }`,
    ],
  ])('sums and groups do not have them: %s', async (_, query) => {
    const counted = [];
    for (const who of [null, STRANGER, SIGNATORY, OWNER])
      counted.push((await ask('cobuilding', who, query)).data.it.count);
    expect(counted).toEqual([1, 1, 2, 2]);
  });

  test('no key of a draft, or of what hangs on it, is answered to anybody else', async () => {
    const representations = DRAFTS.map(({ noun, values: { id } }) => ({ __typename: noun.name, id }));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    for (const [who, isThere] of [
      [null, false],
      [STRANGER, false],
      [SIGNATORY, true],
      [OWNER, true],
    ] as const) {
      const { data } = await ask('cobuilding', who, query, { r: representations });
      expect(data._entities.map((it: object | null) => it !== null)).toEqual(DRAFTS.map(() => isThere));
    }
  });

  test('filters, derived ones too, tell nothing of a draft', async () => {
    const query =
      '{ a: agreementSignatories(filter: { agreementState: [DRAFT] }) { totalCount } b: coBuildingAgreements(filter: { state: [DRAFT] }) { totalCount }' +
      ' c: agreementTasks(filter: { responsible: ["bank"] }) { totalCount } }';
    const counts = async (who: string | null) =>
      Object.values<any>((await ask('cobuilding', who, query)).data).map(({ totalCount }) => totalCount);
    expect(await counts(null)).toEqual([0, 0, 1]);
    expect(await counts(STRANGER)).toEqual([0, 0, 1]);
    expect(await counts(SIGNATORY)).toEqual([1, 1, 2]);
  });

  test('why an organization stayed away, and which office came, is for it and the convener', async () => {
    const query = `{ it: attendance(id: "${attendance.values.id}") { status office reason steps { office } } }`;
    for (const who of [null, STRANGER]) {
      const { data, codes } = await ask('conference', who, query);
      expect([data.it, codes]).toEqual([
        { status: 'EXCUSED', office: null, reason: null, steps: null },
        ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
      ]);
    }
    for (const who of [SIGNATORY, OWNER])
      expect(await ask('conference', who, query)).toEqual({
        data: { it: { status: 'EXCUSED', office: '综合办公室', reason: '有会', steps: [] } },
        codes: [],
      });
  });
});
