import { Contribution } from '../../../subgraphs/cobuilding/joint-project/contribution';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { MoneyAmount } from '../../../subgraphs/kit/noun/money-amount';
import { testDatabases } from '../../kit/test-databases';
import { CobuildingShard } from './kit/cobuilding-shard';

interface Group {
  kind: string;
  unitOfMeasure: string | null;
  deliveredQuantity: number | null;
}

describe.each(testDatabases())('contributions on $name', (kind) => {
  let shard: CobuildingShard;
  beforeAll(async () => {
    shard = await CobuildingShard.open(kind);
  });
  afterAll(() => shard.close());

  test('the amounts of parts stand apart from that of the whole', async () => {
    const whole = await shard.add(JointProject, { name: '合计', invested: MoneyAmount.of('47150000') });
    await shard.add(Contribution, { projectId: whole, kind: 'MONEY', delivered: MoneyAmount.of('47150000') });
    for (const fen of ['6000000', '6600000', '9000000', null]) {
      const amount = fen ? MoneyAmount.of(fen) : MoneyAmount.unstated();
      const part = await shard.add(JointProject, { name: '分项', parentId: whole, invested: amount });
      await shard.add(Contribution, { projectId: part, kind: 'MONEY', withinWhole: amount });
    }
    const { jointProjects, contributionSummary } = await shard.ask(
      `{
        jointProjects(filter: { part: false }) { edges { node { id unexplainedByParts { fen } parts { totalCount } } } }
        contributionSummary { delivered { fen knownFen } withinWhole { fen knownFen unstatedCount } }
      }`,
    );
    expect(jointProjects.edges).toEqual([{ node: { id: whole, unexplainedByParts: { fen: '25550000' }, parts: { totalCount: 4 } } }]);
    expect(contributionSummary).toEqual({
      delivered: { fen: '47150000', knownFen: '47150000' },
      withinWhole: { fen: null, knownFen: '21600000', unstatedCount: 1 },
    });
  });

  test('quantities are added by their unit of measure only, and not where one is missing', async () => {
    const projectId = await shard.add(JointProject, { name: '花园' });
    const give = (facts: object) => shard.add(Contribution, { projectId, kind: 'LABOUR', ...facts });
    await give({ unitOfMeasure: '工日', deliveredQuantity: 12 });
    await give({ unitOfMeasure: '工日', deliveredQuantity: 8 });
    await give({ kind: 'LAND', unitOfMeasure: '平方米', deliveredQuantity: 300 });
    await give({ kind: 'MATERIAL', unitOfMeasure: '件', deliveredQuantity: 5 });
    await give({ kind: 'MATERIAL', unitOfMeasure: '件' });
    const ask = async (groupBy: string) => {
      const filter = `filter: { project: ["${projectId}"] }`;
      const data = await shard.ask(`{ contributionSummary(${filter}, groupBy: [${groupBy}]) { deliveredQuantity groups { kind unitOfMeasure deliveredQuantity } } }`);
      return data.contributionSummary as { deliveredQuantity: number | null; groups: Group[] };
    };
    const byUnit = await ask('UNIT_OF_MEASURE');
    const quantities = Object.fromEntries(byUnit.groups.map((group) => [group.unitOfMeasure, group.deliveredQuantity]));
    expect(quantities).toEqual({ 工日: 20, 平方米: 300, 件: null });
    expect(byUnit.deliveredQuantity).toBeNull();
    const byKind = await ask('KIND');
    expect(byKind.groups.map((group) => group.deliveredQuantity)).toEqual([null, null, null]);
  });
});
