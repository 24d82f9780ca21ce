// A community joins while the graph runs, and a home moves to another shard file by file: no row is lost or doubled.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listed, operation, runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { invented, type Row } from '../../subgraphs/demonstration/rows';
import { SHARDS, type DemonstrationShard } from '../../subgraphs/demonstration/topology';
import { Organization } from '../../subgraphs/directory/organization/organization';
import { exportHome, importHome, removeHome } from '../../subgraphs/kit/database/home-rows';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { Need } from '../../subgraphs/sharing/need/need';
import { SharedResource } from '../../subgraphs/sharing/shared-resource/shared-resource';
import { shiftDay } from './questions/calendar';
import { inOrder } from './questions/in-order';
import { comparable, QUESTIONS } from './questions/questions';
import { readWorld } from './questions/read-world';
import { rowsOf, type World } from './questions/world';

const SIXTH: DemonstrationShard = { name: 'sixth', program: 'community', homes: ['sixth-community'] };
const MOVED = 'demo-community';

let demonstration: RunningDemonstration;
let folder: string;

beforeAll(async () => {
  demonstration = await runDemonstration();
  folder = mkdtempSync(join(tmpdir(), 'lianxi-moving-'));
});

afterAll(async () => {
  await demonstration?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a sixth community that joins at run time is in the next answer', async () => {
  const { today } = await readWorld(demonstration, SHARDS);
  const street = demonstration.shards.get('street')!.database;
  await loadRows(street, [organizationRow(today)], [], new Date().toISOString());
  await demonstration.addShard(SIXTH, sixthRows(today));
  const found = await ask('q10-needs-unclaimed');
  expect(JSON.stringify(found)).not.toContain('第六社区');
  await demonstration.changeList((list) => ({
    ...list,
    shards: [...list.shards, listed(SIXTH, demonstration.shards.get('sixth')!)],
  }));
  expect(JSON.stringify(await ask('q10-needs-unclaimed'))).toContain('第六社区');
  await expectAnswers(await readWorld(demonstration, [...SHARDS, SIXTH]));
});

test('a home that moves is answered without a gap: before, between and after, also by requests on the way', async () => {
  const world = await readWorld(demonstration, [...SHARDS, SIXTH]);
  const old = demonstration.shards.get(MOVED)!.database;
  const next = demonstration.shards.get('hosted')!.database;
  const watch = watchAnswers(world);
  const rows = await exportHome(old, MOVED, folder);
  expect(await importHome(next, MOVED, folder, new Date().toISOString())).toMatchObject({ inserted: rows });
  await watch.round();
  const page = await needsFrom(null);
  await demonstration.changeList(moveHome);
  await watch.round();
  expect(await removeHome(old, MOVED)).toBe(rows);
  await watch.round();
  expect(await allFrom(page)).toEqual(
    inOrder(rowsOf(world, 'sharing_need'), 'publishedOn').map(({ id }) => id),
  );
  expect(await watch.stop()).toEqual([]);
});

test('the new shard alone answers for it', async () => {
  await demonstration.stopShard('hosted');
  const { data } = await demonstration.ask(
    `{ needSummary(homes: ["${MOVED}"]) { count coverage { complete missing { home } } } }`,
  );
  expect(data).toEqual({
    needSummary: { count: null, coverage: { complete: false, missing: [{ home: MOVED }] } },
  });
});

function organizationRow(today: string): Row {
  const flags = {
    fictional: true,
    masked: false,
    unnamed: false,
    reconstructed: false,
    statedResidentsIsMinimum: false,
  };
  const row = invented(Organization, 'demo-street', 'sixth', today, {
    name: '第六社区',
    kind: 'COMMUNITY',
    ...flags,
  });
  return { ...row, values: { ...row.values, id: 'sixth-community' } };
}

function sixthRows(today: string): Row[] {
  const home = SIXTH.homes[0]!;
  const venue = {
    name: '第六社区会议室',
    kind: 'VENUE',
    state: 'LISTED',
    ownerStated: true,
    exclusive: false,
    capacity: 35,
    revocable: false,
    statedAreaIsMinimum: false,
    tags: [],
  };
  return [
    invented(SharedResource, home, 'sixth:venue', today, venue),
    invented(Need, home, 'sixth:need', today, {
      text: '第六社区需要长椅',
      state: 'PUBLISHED',
      ownerStated: true,
      publishedOn: shiftDay(today, -31),
    }),
  ];
}

type ShardList = Parameters<Parameters<RunningDemonstration['changeList']>[0]>[0];

function moveHome(list: ShardList): ShardList {
  const homesOf = ({ name, homes }: ShardList['shards'][number]) =>
    name === 'hosted' ? [...homes, MOVED] : homes.filter((home) => home !== MOVED);
  return { ...list, shards: list.shards.map((shard) => ({ ...shard, homes: homesOf(shard) })) };
}

async function ask(name: string): Promise<unknown> {
  const { data, errors } = await demonstration.ask(operation(name));
  return errors ? { errors } : comparable(data);
}

async function expectAnswers(world: World): Promise<void> {
  for (const { name, model } of QUESTIONS)
    expect({ name, data: await ask(name) }).toEqual({ name, data: model(world) });
}

/** Requests on the way at any time. */
const WATCHERS = 4;

/** Asks all questions again and again, and keeps what differs from the model. */
function watchAnswers(world: World) {
  const expected = QUESTIONS.map(({ name, model }) => ({ name, answer: text(model(world)) }));
  const differences: unknown[] = [];
  let going = true;
  let [started, done] = [0, 0];
  const watch = async () => {
    for (; going; done++) {
      const { name, answer } = expected[started++ % expected.length]!;
      const data = await ask(name);
      if (text(data) !== answer) differences.push({ name, data });
    }
  };
  const watchers = Promise.all(Array.from({ length: WATCHERS }, watch));
  return {
    /** Resolves when every question has been asked and answered after this moment. */
    round: async () => {
      for (const until = done + WATCHERS + expected.length; done < until;)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    stop: async () => {
      going = false;
      await watchers;
      return differences;
    },
  };
}

/** With members in one order, so that equal answers have equal texts. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

interface NeedPage {
  ids: string[];
  endCursor: string | null;
  hasNextPage: boolean;
}

async function needsFrom(after: string | null): Promise<NeedPage> {
  const query =
    'query ($after: String) { needs(first: 4, after: $after) { pageInfo { endCursor hasNextPage } edges { node { id } } } }';
  const { needs } = (await demonstration.ask(query, { after })).data as {
    needs: { pageInfo: Omit<NeedPage, 'ids'>; edges: { node: { id: string } }[] };
  };
  return { ids: needs.edges.map(({ node }) => node.id), ...needs.pageInfo };
}

/** The ids of a page and of all that follow. */
async function allFrom({ ids, endCursor, hasNextPage }: NeedPage): Promise<string[]> {
  return hasNextPage ? [...ids, ...(await allFrom(await needsFrom(endCursor)))] : ids;
}
