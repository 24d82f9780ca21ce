// Small figures about vulnerable groups at their owners: not stored, not shown, and said to be suppressed, never zero.
import { community } from '../../subgraphs/community/program';
import { Need } from '../../subgraphs/sharing/need/need';
import { testDatabases } from '../kit/test-databases';
import { askAs, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { rowOf } from './kit/rows';
import { stepsThrough } from './kit/take';

const HOST = officeOf('yili');

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase, { program: community });
    await shard.load([rowOf(Need, { text: '先有的一行', ownerStated: true })]);
  });
  afterAll(async () => {
    expect(shard.faults).toEqual([]);
    await shard.close();
  });

  const at = (contract: string) =>
    stepsThrough((actor, query, variables) => askAs(`${shard.url}/${contract}`, actor, query, variables));
  const NEED = 'need { id headcount suppressed }';
  const need = (text: string, headcount: number, more: object = {}) =>
    at('sharing').done(HOST, 'createNeed', { home: 'yili', text, headcount, ...more }, NEED);
  const HIDDEN = { headcount: null, suppressed: true };

  test('a need’s headcount, as its words tell or the office says', async () => {
    expect(await need('为独居老人安装扶手', 6)).toMatchObject(HIDDEN);
    expect(await need('为独居老人安装扶手', 10)).toMatchObject({ headcount: 10, suppressed: false });
    expect(await need('修楼道灯', 6)).toMatchObject({ headcount: 6, suppressed: false });
    expect(await need('上门理发', 6, { aboutVulnerableGroup: true })).toMatchObject(HIDDEN);
    expect(await need('残疾人专用车位划线工', 6, { aboutVulnerableGroup: false })).toMatchObject({
      headcount: 6,
    });
    expect(await need('为失能老人助浴', 0)).toMatchObject(HIDDEN);
  });

  test('it stays hidden until a figure that may be shown is entered', async () => {
    const { id } = await need('为残疾居民送餐', 4);
    const update = (input: object) => at('sharing').done(HOST, 'updateNeed', { id, ...input }, NEED);
    expect(await update({ claimBy: '2026-12-31' })).toMatchObject(HIDDEN);
    expect(await update({ headcount: 14 })).toMatchObject({ headcount: 14, suppressed: false });
    expect(await update({ headcount: 9 })).toMatchObject(HIDDEN);
    const other = await need('送餐', 5);
    const changed = await at('sharing').done(HOST, 'updateNeed', { id: other.id, text: '为孤儿送餐' }, NEED);
    expect(changed).toMatchObject(HIDDEN);
  });

  test('of an activity each figure by itself', async () => {
    const { done } = at('cobuilding');
    const facts = { home: 'yili', name: '残疾人就业咨询', startsOn: '2026-11-20' };
    const { id } = await done(HOST, 'planJointActivity', facts, 'jointActivity { id }');
    await done(HOST, 'announceJointActivity', { id });
    const FIGURES = 'jointActivity { headcount participationCount suppressed }';
    expect(
      await done(HOST, 'holdJointActivity', { id, headcount: 7, participationCount: 21 }, FIGURES),
    ).toEqual({ headcount: null, participationCount: 21, suppressed: true });
  });

  test('a survey’s share falls with its small sample', async () => {
    const { done } = at('cobuilding');
    const survey = (sampleSize: number, more: object = {}) => {
      const facts = {
        home: 'yili',
        name: '低保家庭满意度',
        kind: 'SATISFACTION',
        unitOfMeasure: '%',
        value: 8,
      };
      const input = { ...facts, sampleSize, ...more };
      return done(HOST, 'recordSurveyResult', input, 'surveyResult { value sampleSize suppressed }');
    };
    expect(await survey(9)).toEqual({ value: null, sampleSize: null, suppressed: true });
    expect(await survey(10)).toEqual({ value: 8, sampleSize: 10, suppressed: false });
    expect(await survey(40, { unitOfMeasure: '户' })).toEqual({
      value: null,
      sampleSize: 40,
      suppressed: true,
    });
  });

  test('an indicator that is corrected in its words stays hidden', async () => {
    const { done } = at('cobuilding');
    const INDICATOR = 'indicator { id value suppressed }';
    const facts = { home: 'yili', name: '帮扶户数', indicatorClass: 'CORE', unitOfMeasure: '户', value: 4 };
    const recorded = await done(HOST, 'recordIndicator', { ...facts, aboutVulnerableGroup: true }, INDICATOR);
    expect(recorded).toMatchObject({ value: null, suppressed: true });
    const correction = { id: recorded.id, name: '结对帮扶户数', aboutVulnerableGroup: true, reason: '改名' };
    expect(await done(HOST, 'correctIndicator', correction, INDICATOR)).toMatchObject({
      value: null,
      suppressed: true,
    });
  });
});
