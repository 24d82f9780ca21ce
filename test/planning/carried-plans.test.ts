// The law by which plans are taken over: what a change does not touch is as valid as before, and planned anew it has the same plan.
import { operationFromDocument } from '@apollo/federation-internals';
import fc from 'fast-check';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { type ReadableGraph, buildGraph } from '../../gateway/planning/build-graph';
import { differenceOf } from '../../gateway/planning/carry/graph-difference';
import { isTouched, reachOf } from '../../gateway/planning/carry/operation-reach';
import { drawWorld } from '../execution/kit/draw-world';
import { OPERATIONS, changes, compose, subgraphsOf } from './kit/changing-graph';

const SEED = Number(process.env.LIANXI_SEED ?? 20_261_122);

test('over graphs that change in every way that a plan could notice', () => {
  const counts = { untouched: 0, touched: 0, changed: 0 };
  fc.assert(
    fc.property(changes, ([before, after]) => {
      const texts = [before, after].map((shape) => compose(subgraphsOf(shape)));
      if (texts[0] && texts[1]) compare([texts[0], texts[1]], OPERATIONS, counts);
    }),
    { seed: SEED, numRuns: 60 },
  );
  expect(counts.untouched).toBeGreaterThan(100);
  // The law would be empty if what is touched kept its plan as well.
  expect(counts.changed).toBeGreaterThan(10);
}, 600_000);

test('over the random supergraphs of the differential test, a line of one subgraph changed', () => {
  const counts = { untouched: 0, touched: 0, changed: 0 };
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(1_000), (world, line) => {
      const subgraphs = drawWorld(`carried ${world}`);
      const changed = subgraphs.map((it, i) => (i === line % subgraphs.length ? changeLine(it, line) : it));
      const texts = [subgraphs, changed].map(compose);
      if (texts[0] && texts[1]) compare([texts[0], texts[1]], undefined, counts);
    }),
    { seed: SEED, numRuns: 60 },
  );
  expect(counts.untouched).toBeGreaterThan(20);
}, 600_000);

/** A field goes, is hidden, or comes; what then does not compose is left out. */
function changeLine({ name, sdl }: { name: string; sdl: string }, n: number) {
  const lines = sdl.split('\n');
  const fields = lines.flatMap((text, i) => (/^ {2}\w+.*: /.test(text) ? [i] : []));
  const at = fields[n % fields.length]!;
  const changed = [`${lines[at]!}\n  new${n}: Int`, '', `${lines[at]!} @inaccessible`][n % 3]!;
  return { name, sdl: lines.map((text, i) => (i === at ? changed : text)).join('\n') };
}

interface Counts {
  untouched: number;
  touched: number;
  /** Of those that are touched: not valid any more, or planned otherwise. */
  changed: number;
}

function compare(texts: [string, string], given: readonly string[] | undefined, counts: Counts): void {
  const [before, after] = texts.map((sdl) => buildGraph({ kind: 'supergraph', sdl })) as [
    ReadableGraph,
    ReadableGraph,
  ];
  const definitions = before.supergraph!.definitions;
  const difference = differenceOf(definitions, after.supergraph!.definitions);
  for (const text of given ?? rootQueries(before.schema)) {
    const document = parse(text);
    if (validate(before.schema, document).length > 0) continue;
    const [was, is] = [outcomeOf(before, text), outcomeOf(after, text)];
    if (isTouched(reachOf(before.schema, definitions, document), difference)) {
      counts.touched += 1;
      if (was !== is) counts.changed += 1;
    } else {
      counts.untouched += 1;
      expect({ text, outcome: is }).toEqual({ text, outcome: was });
    }
  }
}

/** Each root field with what has no selection of its own. */
function rootQueries(schema: GraphQLSchema): string[] {
  return Object.keys(schema.getQueryType()!.getFields()).flatMap((name) => [
    `{ ${name} }`,
    `{ ${name} { __typename } }`,
    `{ ${name} { w h tags inner { z n } } }`,
    `{ ${name} { id } }`,
    `{ ${name} { f0 f1 } }`,
    `{ ${name} { title rating } }`,
  ]);
}

function outcomeOf({ schema, supergraph }: ReadableGraph, text: string): string {
  const document = parse(text);
  const [fault] = validate(schema, document);
  if (fault) return fault.message;
  const asked = text.includes('__schema') ? parse('{ plain }') : document;
  return JSON.stringify(supergraph!.planner.buildQueryPlan(operationFromDocument(supergraph!.api, asked)));
}
