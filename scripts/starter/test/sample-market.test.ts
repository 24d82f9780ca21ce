// The subgraph on a database of its own, asked over HTTP as the gateway asks it.
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { printSdl } from '../source/schema';
import { type ServedSubgraph, serveSubgraph } from '../source/serve-subgraph';

const HOME = 'sample-market-home';
const folder = mkdtempSync(path.join(tmpdir(), 'sample-market-'));
let subgraph: ServedSubgraph;

before(async () => {
  const databaseUrl = process.env.TEST_DATABASE_URL ?? `file:${path.join(folder, 'test.sqlite')}`;
  subgraph = await serveSubgraph({ host: '127.0.0.1', port: 0, databaseUrl });
});
after(async () => {
  await subgraph.stop();
  rmSync(folder, { recursive: true });
});

async function ask(query: string, variables = {}, url = subgraph.url) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as { data?: Data; errors?: { message: string }[] };
}

interface Stall {
  id: string;
  title: string;
  offeredBy: { id: string };
}

interface Data {
  sampleMarketStalls: Stall[];
  _entities: { title: string; sampleMarketStalls: Stall[] }[];
}

const LIST = '{ sampleMarketStalls { id title state offeredBy { id } } }';

test('the file that is published has what the classes say', () => {
  const file = path.join(__dirname, '..', 'sample-market.graphql');
  assert.equal(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), printSdl());
});

test('the tables are what the classes want', async () => {
  const { upQueries } = await subgraph.database.driver.createSchemaBuilder().log();
  assert.deepEqual(upQueries, []);
});

test('stalls are listed with the organization that offers them', async () => {
  const { data, errors } = await ask(LIST);
  assert.equal(errors, undefined);
  assert.equal(data!.sampleMarketStalls.length, 2);
  assert.deepEqual(data!.sampleMarketStalls[0]!.offeredBy, { id: HOME });
});

test('the gateway asks an organization for its stalls, and a stall by its key', async () => {
  const { id } = (await ask(LIST)).data!.sampleMarketStalls[0]!;
  const representations = [
    { __typename: 'Organization', id: HOME },
    { __typename: 'Organization', id: 'nobody' },
    { __typename: 'SampleMarketStall', id },
  ];
  const { data } = await ask(
    `query($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Organization { sampleMarketStalls { id } } ... on SampleMarketStall { title } } }`,
    { representations },
  );
  assert.equal(data!._entities[0]!.sampleMarketStalls.length, 2);
  assert.deepEqual(data!._entities[1]!.sampleMarketStalls, []);
  assert.match(data!._entities[2]!.title, /Example/);
});

test('a number out of bounds is refused with a sentence', async () => {
  const { errors } = await ask('{ sampleMarketStalls(first: 1000) { id } }');
  assert.match(errors![0]!.message, /expected 1 to 100/);
});

test('with a secret, nobody but the gateway is answered', async () => {
  const guarded = await serveSubgraph({
    host: '127.0.0.1',
    port: 0,
    databaseUrl: `file:${path.join(folder, 'guarded.sqlite')}`,
    gatewaySecret: 'a secret',
  });
  try {
    assert.equal((await ask(LIST, {}, guarded.url)).data, undefined);
    const shown = await fetch(guarded.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer a secret' },
      body: JSON.stringify({ query: LIST }),
    });
    assert.equal(shown.status, 200);
  } finally {
    await guarded.stop();
  }
});
