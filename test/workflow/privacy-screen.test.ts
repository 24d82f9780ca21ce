// The privacy screen at an owner: what is refused leaves no trace, what is held waits for a confirmation that stands in the history.
import { buildASTSchema, parse } from 'graphql';
import type { DataSource } from 'typeorm';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { findBrokenSeal, readAudit, type AuditEntry } from '../../subgraphs/kit/workflow/audit-entry';
import { OUTBOX_SCOPE } from '../../subgraphs/kit/workflow/actor';
import { street } from '../../subgraphs/street/program';
import { sqlite, testDatabases } from '../kit/test-databases';
import { idOf, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { askAs, officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { hours } from './kit/booking-steps';
import { textPlaces } from './kit/text-paths';

const OWNER = officeOf('yili');
const ASKER = officeOf('dongguan');
const HALL = idOf('yili', 'resource', 1);
const HITS = '{ field kind start end instead }';
const TAKEN = `booking { id version purpose steps { action version confirmedNoPersonalData } } replayed refusal { __typename code message ... on PersonalData { hits ${HITS} } ... on ConfirmationNeeded { hits ${HITS} } ... on InvalidInput { field } }`;

/** Everything that a database holds, as one text. */
async function contentsOf(database: DataSource): Promise<string> {
  const tables = database.entityMetadatas.map(({ target }) => database.manager.find(target as never));
  return JSON.stringify(await Promise.all(tables));
}

async function auditOf(database: DataSource): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for await (const entry of readAudit(database.manager, 'yili')) entries.push(entry);
  return entries;
}

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  let hour = 0;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase);
    await shard.load([resource(1, { exclusive: true })]);
  });
  afterAll(() => shard.close());

  const request = async (input: object, actor = ASKER) => {
    const { data, errors } = await shard.ask(
      actor,
      `mutation ($input: RequestBookingInput!) { taken: requestBooking(input: $input) { ${TAKEN} } }`,
      { input: { resourceId: HALL, expectedHeadcount: 10, ...hours(hour, (hour += 1)), ...input } },
    );
    expect(errors).toBeUndefined();
    return data.taken;
  };

  test('an identity number, a mobile number and an address of a home are refused, each by its place and with what to write instead', async () => {
    const purpose = '经办人13800001234，证件11010519491231002X，住址：幸福里3号楼2单元501室';
    const { booking, refusal } = await request({ purpose, idempotencyKey: 'key-of-refused' });
    expect(booking).toBeNull();
    expect(refusal).toMatchObject({ __typename: 'PersonalData', code: 'PERSONAL_DATA' });
    const words = refusal.hits.map(({ start, end }: { start: number; end: number }) =>
      [...purpose].slice(start, end).join(''),
    );
    expect(words).toEqual(['13800001234', '11010519491231002X', expect.stringContaining('3号楼2单元501室')]);
    expect(refusal.hits).toMatchObject([
      { field: 'purpose', kind: 'MOBILE_NUMBER', instead: expect.stringContaining('办公电话') },
      { field: 'purpose', kind: 'ID_NUMBER', instead: expect.stringContaining('checked') },
      { field: 'purpose', kind: 'HOME_ADDRESS', instead: expect.stringContaining('estate') },
    ]);
    for (const word of words) expect(JSON.stringify(refusal)).not.toContain(word);
  });

  test('a possible name is held; confirmed with a reason it is done, under the same key', async () => {
    const asked = { purpose: '由李建国主讲', idempotencyKey: 'key-of-held', ...hours(200, 201) };
    const { booking, refusal } = await request(asked);
    expect(booking).toBeNull();
    expect(refusal).toMatchObject({
      code: 'CONFIRMATION_NEEDED',
      message: expect.stringContaining('confirmNoPersonalData'),
      hits: [{ field: 'purpose', kind: 'PERSONAL_NAME', start: 1, end: 4 }],
    });
    expect(JSON.stringify(refusal)).not.toContain('李建国');

    const confirmNoPersonalData = '李建国是话剧里的角色';
    const done = await request({ ...asked, confirmNoPersonalData });
    expect(done).toMatchObject({
      booking: {
        purpose: '由李建国主讲',
        steps: [{ action: 'requestBooking', version: 1, confirmedNoPersonalData: confirmNoPersonalData }],
      },
      refusal: null,
    });
    expect(await request({ ...asked, confirmNoPersonalData })).toEqual({ ...done, replayed: true });

    const audited = (await auditOf(shard.database)).filter(({ rowId }) => rowId === done.booking.id);
    expect(audited).toMatchObject([
      { action: 'requestBooking', organization: 'dongguan', newVersion: 1 },
      {
        action: 'confirmNoPersonalData',
        organization: 'dongguan',
        office: '综合办公室',
        oldVersion: 1,
        newVersion: 1,
      },
    ]);
    expect(JSON.stringify(audited)).not.toMatch(/李建国|话剧/);
    expect(await findBrokenSeal(readAudit(shard.database.manager, 'yili'))).toBeNull();
  });

  test('a reason is a text too: nothing refused, no further name, not empty; kept only where something was held', async () => {
    const held = { purpose: '由李建国主讲' };
    const refusalOf = async (confirmNoPersonalData: string) =>
      (await request({ ...held, confirmNoPersonalData })).refusal;
    expect(await refusalOf('有事打13800001234')).toMatchObject({
      code: 'PERSONAL_DATA',
      hits: expect.arrayContaining([expect.objectContaining({ field: 'confirmNoPersonalData' })]),
    });
    expect(await refusalOf('角色名，联系人：王小明')).toMatchObject({
      code: 'CONFIRMATION_NEEDED',
      hits: [{ field: 'confirmNoPersonalData', kind: 'PERSONAL_NAME' }],
    });
    expect(await refusalOf(' ')).toMatchObject({ code: 'INVALID_INPUT', field: 'confirmNoPersonalData' });
    const needless = await request({ purpose: '读书会', confirmNoPersonalData: '没有人名' });
    expect(needless.booking.steps).toMatchObject([{ confirmedNoPersonalData: null }]);
  });

  test('what an outbox delivers was confirmed at its source; what is certain is refused there too', async () => {
    const outbox = { ...ASKER, kind: 'service' as const, scopes: [OUTBOX_SCOPE] };
    expect((await request({ purpose: '由李建国主讲' }, outbox)).refusal).toBeNull();
    expect((await request({ purpose: '打13800001234' }, outbox)).refusal).toMatchObject({
      code: 'PERSONAL_DATA',
    });
  });

  test('of what was refused nothing is kept and nothing is said', async () => {
    await request({ purpose: '打13911112222', reason: '找周晓梅', idempotencyKey: 'key-of-nothing' });
    await request({ purpose: '找周晓梅', idempotencyKey: 'key-of-nothing' });
    const kept = (await contentsOf(shard.database)) + shard.faults.map(String).join();
    expect(kept).not.toMatch(/1391111|周晓梅|13800001234|11010519491231002X|501室|王小明/);
    expect(kept).toContain('话剧');
    expect(shard.faults).toEqual([]);
    const fresh = await request({ purpose: '读书会', idempotencyKey: 'key-of-nothing' });
    expect(fresh).toMatchObject({ refusal: null, replayed: false });
  });
});

test('there is no way around: every text of every mutation of every contract is screened', async () => {
  const shard = await openActingShard(sqlite, { program: street });
  const walked: string[] = [];
  const missed: string[] = [];
  for (const { name, sdl } of readContractFiles().filter(({ sdl }) => sdl.includes('type Mutation'))) {
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    for (const { mutation, field, input } of textPlaces(schema, '手机13800001234')) {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { refusal { ... on PersonalData { hits { field kind } } } } }`;
      const { data, errors } = await askAs(`${shard.url}/${name}`, OWNER, query, { input });
      const hits = data?.taken?.refusal?.hits;
      if (JSON.stringify(hits) !== JSON.stringify([{ field, kind: 'MOBILE_NUMBER' }]))
        missed.push(`${mutation} ${field}: ${JSON.stringify(errors ?? data)}`);
      walked.push(`${mutation} ${field}`);
    }
  }
  await shard.close();
  expect(missed).toEqual([]);
  expect(walked.length).toBeGreaterThan(300);
  expect(walked).toContain('assignResolution assignments[0].text');
}, 180_000);
