// The privacy screen through the gateway: what is refused is told by field and kind, and its words are in no log and no database.
import { Writable } from 'node:stream';
import pino from 'pino';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { openSignIn, type SignIn } from '../kit/sign-in';
import { longSuiteDatabases } from '../kit/test-databases';
import { SHARDS } from '../../subgraphs/demonstration/topology';

const ASKER = 'demo-community';
const ONE = SHARDS.filter(({ homes }) => homes.includes(ASKER) || homes.includes('demo-street'));
const RAISED = `{ need { id text steps { confirmedNoPersonalData } } refusal { code message ... on PersonalData { hits { field kind instead } } ... on ConfirmationNeeded { hits { field kind } } } }`;

describe.each(longSuiteDatabases())('$name', (database) => {
  let demonstration: RunningDemonstration;
  let signIn: SignIn;
  let logged = '';
  beforeAll(async () => {
    signIn = await openSignIn();
    const write = (chunk: Buffer, _encoding: unknown, done: () => void) => {
      logged += chunk.toString();
      done();
    };
    const log = pino({ level: 'trace' }, new Writable({ write }));
    demonstration = await runDemonstration({ signIn, shards: ONE, database, log, rows: [] });
  }, 180_000);
  afterAll(() => demonstration?.stop());

  const raise = async (given: string, variables?: object) => {
    const authorization = await signIn.as(ASKER);
    const query = `mutation${variables ? '($input: CreateNeedInput!)' : ''} { taken: createNeed(input: ${given}) ${RAISED} }`;
    return demonstration.ask(query, variables as never, authorization);
  };

  test('refused, held and confirmed; asked by variables or in the text of the operation', async () => {
    const refused = await raise('$input', {
      input: { home: ASKER, text: '请致电13800001234，住址阳光里3号楼2单元501室' },
    });
    expect(refused.errors).toBeUndefined();
    expect(refused.data.taken).toMatchObject({
      need: null,
      refusal: {
        code: 'PERSONAL_DATA',
        hits: [
          { field: 'text', kind: 'MOBILE_NUMBER' },
          { field: 'text', kind: 'HOME_ADDRESS' },
        ],
      },
    });
    const inText = await raise(`{ home: "${ASKER}", text: "证件11010519491231002X待补" }`);
    expect(inText.data.taken.refusal).toMatchObject({ hits: [{ field: 'text', kind: 'ID_NUMBER' }] });

    const held = await raise(`{ home: "${ASKER}", text: "请王翠英教剪纸" }`);
    expect(held.data.taken).toMatchObject({
      need: null,
      refusal: { code: 'CONFIRMATION_NEEDED', hits: [{ field: 'text', kind: 'PERSONAL_NAME' }] },
    });
    expect(JSON.stringify([refused, inText, held])).not.toMatch(
      /13800001234|501室|11010519491231002X|王翠英/,
    );

    const confirmed = await raise(
      `{ home: "${ASKER}", text: "重排《黄月英》片段，黄月英由学生社团扮演", confirmNoPersonalData: "戏曲人物" }`,
    );
    expect(confirmed.data.taken).toMatchObject({
      need: {
        text: '重排《黄月英》片段，黄月英由学生社团扮演',
        steps: [{ confirmedNoPersonalData: '戏曲人物' }],
      },
      refusal: null,
    });
  });

  test('an input of the wrong kind is an error that no log repeats', async () => {
    const { errors } = await raise('$input', { input: { home: ASKER, text: 13900005678 } });
    expect(errors).toBeDefined();
    await raise(`{ home: "${ASKER}", text: 13900005678 }`);
    await raise(`{ home: "打13900005678", text: "修灯" }`);
  });

  test('no log and no database has any of the words', async () => {
    const words = /13800001234|13900005678|501室|11010519491231002X|王翠英/;
    expect(logged).toContain('level');
    expect(logged).not.toMatch(words);
    for (const {
      database: { entityMetadatas, manager },
    } of demonstration.shards.values())
      for (const { target } of entityMetadatas)
        expect(JSON.stringify(await manager.find(target as never))).not.toMatch(words);
  });
});
