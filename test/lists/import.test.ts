// Lists into the graph through the gateway, under an office's token: what each row becomes, on every database.
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { Need } from '../../subgraphs/sharing/need/need';
import { SharedResource } from '../../subgraphs/sharing/shared-resource/shared-resource';
import { AuditEntry } from '../../subgraphs/kit/workflow/audit-entry';
import { longSuiteDatabases } from '../kit/test-databases';
import { csv, openListGround, rowsOf, verdictsOf, type ListGround } from './kit/list-ground';
import { makeWorkbook } from './kit/make-workbook';

const CONFERENCE = '示例街道社区党建联席会议';
const DAY_MS = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe.each(longSuiteDatabases())('$name', (database) => {
  let ground: ListGround;
  beforeAll(async () => {
    ground = await openListGround(database);
  }, 300_000);
  afterAll(() => ground?.stop());

  const resources = csv(
    '示例小学资源台账（2026年）,,,,',
    '序号,容纳人数（人）,资源 名称*,类型,是否独占,标签',
    '1,３００人,塑胶操场,场地,是,"室外、塑胶"',
    '2,120,报告厅,会议室,否,',
    ',,,,,',
    '3,,,场地,,',
    '4,300,塑胶操场,场地,是,"室外、塑胶"',
    '5,0,小阅览室,场地,否,',
    '6,40,"\'=SUM(A1)",设备,否,',
    '合计,,,,,',
  );
  const WANTED = ['CREATED', 'INVALID', 'INVALID', 'DUPLICATE', 'REFUSED', 'CREATED', 'SKIPPED'];

  test('a dry run tells every row, from its owner, and changes nothing anywhere', async () => {
    const before = await ground.counts();
    const report = await ground.bring('demo-school', 'resources', resources, { dryRun: true });
    expect(verdictsOf(report)).toEqual(WANTED);
    expect(report).toMatchObject({ dryRun: true, home: 'demo-school', complete: false });
    expect(rowsOf(report).map(({ row }) => row)).toEqual([3, 4, 6, 7, 8, 9, 10]);
    expect(rowsOf(report)[1]!.notes).toEqual([
      { column: '类型', given: '会议室', message: expect.stringContaining('应为：设备、设施、土地') },
    ]);
    expect(rowsOf(report)[2]!.notes).toMatchObject([
      { column: '资源 名称*', message: expect.stringContaining('不能为空') },
    ]);
    expect(rowsOf(report)[4]!.notes).toMatchObject([
      {
        column: '容纳人数（人）',
        given: '0',
        code: 'INVALID_INPUT',
        message: expect.stringContaining('至少一人'),
      },
    ]);
    expect(await ground.counts()).toEqual(before);
  });

  test('an import does what the dry run said, and a second one nothing more', async () => {
    const report = await ground.bring('demo-school', 'resources', resources);
    expect(verdictsOf(report)).toEqual(WANTED);
    const { id } = rowsOf(report)[0]!;
    const school = [...ground.demonstration.shards.values()].map(({ database: { manager } }) => manager);
    const found = await Promise.all(school.map((manager) => manager.findOneBy(SharedResource, { id: id! })));
    expect(found.filter(Boolean)).toMatchObject([
      {
        name: '塑胶操场',
        kind: 'VENUE',
        capacity: 300,
        exclusive: true,
        tags: ['室外', '塑胶'],
        state: 'DRAFT',
        home: 'demo-school',
      },
    ]);
    const audited = await Promise.all(school.map((manager) => manager.findBy(AuditEntry, { rowId: id! })));
    expect(audited.flat()).toMatchObject([
      { office: '综合办公室', action: 'createSharedResource', actorKind: 'office' },
    ]);
    const before = await ground.counts();
    const again = await ground.bring('demo-school', 'resources', resources);
    expect(verdictsOf(again)).toEqual(
      WANTED.map((verdict) => (verdict === 'CREATED' ? 'UNCHANGED' : verdict)),
    );
    expect(rowsOf(again)[0]!.id).toBe(id);
    // The owner remembers the row that it refused under its key of this minute, and nothing else.
    const after = await ground.counts();
    const grown = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(grown.filter((table) => !table.endsWith(' KeptAnswer'))).toEqual([]);
  });

  test('two imports of one file at the same moment make each row once', async () => {
    const file = csv(
      '需求内容,人数',
      ...Array.from({ length: 12 }, (_, i) => `同时导入的需求之${i},${i + 1}`),
    );
    const reports = await Promise.all([1, 2].map(() => ground.bring('demo-school', 'needs', file)));
    const ids = reports.flatMap(rowsOf).map(({ id }) => id);
    expect(new Set(ids).size).toBe(12);
    const school = [...ground.demonstration.shards.values()].map(({ database: { manager } }) =>
      manager.find(Need),
    );
    const made = (await Promise.all(school)).flat().filter(({ text }) => text.startsWith('同时导入'));
    expect(made).toHaveLength(12);
  });

  test('a row that differs is told of and left; changed only where that was asked; an empty cell says nothing', async () => {
    const changed = csv('资源名称,资源类型,容纳人数,开放时间', '塑胶操场,场地,280,');
    const told = await ground.bring('demo-school', 'resources', changed);
    expect(rowsOf(told)).toMatchObject([
      {
        verdict: 'DIFFERS',
        notes: [{ column: '容纳人数', given: '280', message: expect.stringContaining('现在是 “300”') }, {}],
      },
    ]);
    expect(
      verdictsOf(await ground.bring('demo-school', 'resources', changed, { update: true, dryRun: true })),
    ).toEqual(['UPDATED']);
    expect(verdictsOf(await ground.bring('demo-school', 'resources', changed))).toEqual(['DIFFERS']);
    expect(verdictsOf(await ground.bring('demo-school', 'resources', changed, { update: true }))).toEqual([
      'UPDATED',
    ]);
    expect(verdictsOf(await ground.bring('demo-school', 'resources', changed, { update: true }))).toEqual([
      'UNCHANGED',
    ]);
  });

  test('who may not is refused row by row, by the owner; a screen, a service and a stranger bring nothing in', async () => {
    const file = csv('需求内容', '别家的需求甲', '别家的需求乙');
    const before = await ground.counts();
    const others = await ground.bring('demo-bank', 'needs', file, { home: 'demo-school' });
    expect(rowsOf(others)).toMatchObject([
      { verdict: 'REFUSED', notes: [{ code: 'NOT_ALLOWED' }] },
      { verdict: 'REFUSED', notes: [{ code: 'NOT_ALLOWED' }] },
    ]);
    for (const kind of ['device', 'service'] as const) {
      const report = await ground.bring('demo-school', 'needs', file, { actor: { kind }, dryRun: true });
      expect(verdictsOf(report)).toEqual(['REFUSED', 'REFUSED']);
    }
    const after = await ground.counts();
    const grown = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(grown.filter((table) => !table.endsWith(' KeptAnswer'))).toEqual([]);
  });

  test('a workbook of meetings with their agenda and attendance, in one go and in order', async () => {
    const starts = `${ahead(60)} 下午2点半`;
    const bytes = makeWorkbook(
      {
        name: '出席',
        rows: [
          ['会议', '单位', '出席情况'],
          ['第九次联席会议', '示例物业公司', '出席'],
          ['没有的会', '示例物业公司', '出席'],
        ],
      },
      {
        name: '会议',
        rows: [
          ['会议台账'],
          ['会议机制', '会议名称', '召开时间', '地点'],
          [CONFERENCE, '第九次联席会议', starts, '三楼会议室'],
        ],
      },
      {
        name: '议程',
        merged: ['B2:B3'],
        rows: [
          ['联席会议', '会议', '议题', '决策方式', '顺序'],
          [CONFERENCE, '第九次联席会议', '口袋公园改造', '协商一致', 1],
          [CONFERENCE, null, '充电桩选址', '表决', 2],
        ],
      },
    );
    const dry = await ground.bring('demo-street', undefined, bytes, { dryRun: true });
    expect(dry.lists.map(({ list }) => list)).toEqual(['meetings', 'agenda', 'attendance']);
    expect(verdictsOf(dry)).toEqual(['CREATED', 'WAITS', 'WAITS', 'WAITS', 'INVALID']);
    const report = await ground.bring('demo-street', undefined, bytes);
    expect(verdictsOf(report)).toEqual(['CREATED', 'CREATED', 'CREATED', 'REFUSED', 'INVALID']);
    // Attendance is entered once members are notified; the owner says so.
    expect(rowsOf(report)[3]!.notes).toMatchObject([
      { code: 'NOT_ALLOWED_IN_STATE', message: expect.stringContaining('NOTIFIED') },
    ]);
    const meeting = rowsOf(report)[0]!.id;
    const items = `{ agendaItems(filter: { meeting: ["${meeting}"] }) { edges { node { title state position decisionMethod } } } }`;
    const { data } = await ground.demonstration.ask(items);
    expect(data.agendaItems.edges.map(({ node }: { node: object }) => node)).toEqual(
      expect.arrayContaining([
        { title: '口袋公园改造', state: 'ADMITTED', position: 1, decisionMethod: 'CONSENSUS' },
        { title: '充电桩选址', state: 'ADMITTED', position: 2, decisionMethod: 'VOTE' },
      ]),
    );
    const notify = `mutation { notifyMeeting(input: { id: "${meeting}" }) { refusal { message } } }`;
    const askAsStreet = await ground.askAs('demo-street');
    expect((await askAsStreet(notify, {})).data).toEqual({ notifyMeeting: { refusal: null } });
    const again = await ground.bring('demo-street', undefined, bytes);
    expect(verdictsOf(again)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'CREATED', 'INVALID']);
    expect(verdictsOf(await ground.bring('demo-street', undefined, bytes)).slice(0, 4)).toEqual(
      Array(4).fill('UNCHANGED'),
    );
  });

  test('an agreement comes with its signatories; one that cannot be added leaves it done in part, and is told', async () => {
    const heading = '协议名称,协议类型,签约单位,生效日期,到期日期';
    const line = (sides: string) => `示例共建协议,共驻共建协议,${sides},2026年12月1日,2027/11/30`;
    const first = await ground.bring(
      'demo-street',
      'agreements',
      csv(heading, line('"示例小学、示例街道党工委"')),
    );
    expect(verdictsOf(first)).toEqual(['CREATED']);
    const id = rowsOf(first)[0]!.id!;
    const more = csv(heading, line('"示例小学、示例物业公司、示例街道党工委"'));
    expect(verdictsOf(await ground.bring('demo-street', 'agreements', more, { dryRun: true }))).toEqual([
      'UPDATED',
    ]);
    expect(verdictsOf(await ground.bring('demo-street', 'agreements', more))).toEqual(['UPDATED']);
    expect(verdictsOf(await ground.bring('demo-street', 'agreements', more))).toEqual(['UNCHANGED']);
    const askAsStreet = await ground.askAs('demo-street');
    const task = `input: { agreementId: "${id}", text: "开放操场", responsibleId: "demo-school", beneficiaryId: "demo-street" }`;
    const submit = `mutation { addAgreementTask(${task}) { refusal { message } } submitCoBuildingAgreement(input: { id: "${id}" }) { refusal { message } } }`;
    expect((await askAsStreet(submit, {})).errors).toBeUndefined();
    const late = csv(heading, line('"示例小学、示例物业公司、示例街道党工委、示例银行支行"'));
    expect(rowsOf(await ground.bring('demo-street', 'agreements', late))).toMatchObject([
      { verdict: 'PARTLY', id, notes: [{ column: '签约单位', code: 'NOT_ALLOWED_IN_STATE' }] },
    ]);
  });

  test('projects: amounts in 万元, a part below its parent in the same file, names that are unknown', async () => {
    const file = csv(
      '项目名称,计划资金（万元）,上级项目,牵头单位,开始日期',
      '老旧小区改造,47.15,,示例街道党工委,2027年1月1日',
      '改造之一：楼道,12.5,老旧小区改造,示例街道党工委,2027年1月1日',
      '改造之二：绿化,3万元,老旧小区改造,查无此单位,1月1日',
    );
    expect(verdictsOf(await ground.bring('demo-street', 'projects', file, { dryRun: true }))).toEqual([
      'CREATED',
      'WAITS',
      'INVALID',
    ]);
    const report = await ground.bring('demo-street', 'projects', file);
    expect(verdictsOf(report)).toEqual(['CREATED', 'CREATED', 'INVALID']);
    expect(rowsOf(report)[2]!.notes.map(({ column }) => column)).toEqual(['牵头单位', '开始日期']);
    const id = rowsOf(report)[1]!.id;
    const { data } = await ground.demonstration.ask(
      `{ jointProject(id: "${id}") { planned { fen } parent { name } startsOn } }`,
    );
    expect(data.jointProject).toEqual({
      planned: { fen: '12500000' },
      parent: { name: '老旧小区改造' },
      startsOn: '2027-01-01',
    });
  });

  test('members: one that is a member already, one of a name that two have no say in, and a list of another kind', async () => {
    const file = csv(
      '联席会议,单位名称,身份',
      `${CONFERENCE},示例小学,成员单位`,
      `${CONFERENCE},示例物业公司,成员单位`,
    );
    expect(verdictsOf(await ground.bring('demo-street', 'members', file))).toEqual(['CREATED', 'UNCHANGED']);
    await expect(ground.bring('demo-street', 'members', csv('甲,乙', '1,2'))).rejects.toThrow(
      '没有找到“成员单位”的表头',
    );
    await expect(ground.bring('demo-street', 'members', csv('单位,单位名称,身份', '1,2,3'))).rejects.toThrow(
      '重复',
    );
  });

  test('a home that does not answer: nothing is imported, and that is said', async () => {
    const { stopShard, startShardAgain } = ground.demonstration;
    const bank = SHARDS.find(({ homes }) => homes.includes('demo-bank'))!.name;
    await stopShard(bank);
    await expect(ground.bring('demo-bank', 'needs', csv('需求内容,人数', '需求,1'))).rejects.toThrow(
      '没有应答',
    );
    await startShardAgain(bank);
  });
});
