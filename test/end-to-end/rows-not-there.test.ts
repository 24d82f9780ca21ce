// Links to rows that are not there: null, and an error only where a home did not answer. The rows that have them are whole.
import { type GraphQLObjectType, type GraphQLSchema, buildSchema, isLeafType, isNonNullType } from 'graphql';
import { STREET } from '../../subgraphs/demonstration/rows';
import { dayAt } from '../../subgraphs/kit/clock';
import type { NounSpec } from '../../subgraphs/kit/noun/spec';
import { type Answer, type RunningDemonstration, runDemonstration } from '../kit/run-demonstration';
import { openSignIn } from '../kit/sign-in';
import { type Astray, AWAY, FAR, NEAR, rowsAstray, SHARDED, type Way } from './kit/rows-astray';

const { rows, astray } = rowsAstray(dayAt(new Date()));
const SHARDS = [
  { name: 'street', program: 'street' as const, homes: [STREET] },
  { name: NEAR!, program: 'community' as const, homes: [NEAR!] },
  { name: FAR!, program: 'community' as const, homes: [FAR!] },
];

describe.each(['lianxi', 'apollo'] as const)('executor %s', (executor) => {
  let demonstration: RunningDemonstration;
  let schema: GraphQLSchema;
  let authorization: string;

  beforeAll(async () => {
    const signIn = await openSignIn();
    authorization = await signIn.as(STREET);
    demonstration = await runDemonstration({ shards: SHARDS, rows, signIn, config: { executor } });
    await demonstration.changeList(({ shards }) => ({
      shards,
      notJoined: [{ home: AWAY!, contracts: ['conference', 'cobuilding', 'sharing'] }],
    }));
    schema = buildSchema(await (await fetch(`${demonstration.gatewayUrl}/schema.graphql`)).text());
  }, 120_000);
  afterAll(() => demonstration?.stop());

  const ask = (spec: NounSpec) => demonstration.ask(listOf(schema, spec), undefined, authorization);

  test.each(SHARDED)(
    '$name: gone, a draft of somebody else, or of a home that has not joined',
    async (spec) => {
      const answer = await ask(spec);
      expect(answer.errors).toBeUndefined();
      expect(outcomes(spec, answer)).toEqual(expectedOf(spec, (way) => (way === 'far' ? 'there' : 'null')));
      const missing = answer.extensions!.homes!.missing.map(({ home }) => home);
      const asksAway = astray.some((it) => it.spec === spec && it.way === 'not joined');
      expect(missing).toEqual(asksAway ? [AWAY] : []);
    },
  );

  describe('and their home is down', () => {
    beforeAll(() => demonstration.stopShard(FAR!));

    test.each(
      SHARDED.filter(({ name }) => astray.some(({ spec, way }) => spec.name === name && way === 'far')),
    )('$name', async (spec) => {
      const answer = await ask(spec);
      expect(new Set(answer.errors!.map(({ extensions }) => extensions!.code))).toEqual(
        new Set(['HOME_UNAVAILABLE']),
      );
      expect(outcomes(spec, answer)).toEqual(expectedOf(spec, () => 'null'));
    });
  });
});

/** A noun's rows with all their links, and of what they lead to whatever must be. */
function listOf(schema: GraphQLSchema, { name, plural }: NounSpec): string {
  const links = Object.values(typeOf(schema, name).getFields()).flatMap(({ name: field }) => {
    const link = astray.find((it) => it.spec.name === name && it.field === field);
    return link ? [`${field} { ${requiredOf(schema, link.target)} }`] : [];
  });
  const owner = `owner { ${requiredOf(schema, 'Organization')} }`;
  const source = `source { document { ${requiredOf(schema, 'SourceDocument')} } }`;
  return `{ it: ${plural}(homes: ["${NEAR}"], first: 500) { edges { node { id ${owner} ${source} ${links.join(' ')} } } } }`;
}

function requiredOf(schema: GraphQLSchema, type: string): string {
  const fields = Object.values(typeOf(schema, type).getFields());
  return fields
    .filter((field) => isNonNullType(field.type) && isLeafType(field.type.ofType))
    .map(({ name }) => name)
    .join(' ');
}

const typeOf = (schema: GraphQLSchema, name: string) => schema.getType(name) as GraphQLObjectType;

type Outcome = 'null' | 'there' | 'left out';

/** By link and way. A part of what is hidden or gone is hidden with it. */
function expectedOf(spec: NounSpec, expected: (way: Way) => Outcome): Record<string, Outcome> {
  const isLeftOut = ({ field, way }: Astray) => `${field}Id` === spec.readers.partOf?.column && way !== 'far';
  return byLink(spec, (it) => (isLeftOut(it) ? 'left out' : expected(it.way)));
}

function outcomes(spec: NounSpec, { data }: Answer): Record<string, Outcome> {
  const nodes = new Map<string, Record<string, unknown>>(
    data.it.edges.map(({ node }: { node: { id: string } }) => [node.id, node]),
  );
  for (const node of nodes.values()) expect(node).toMatchObject({ owner: null, source: { document: null } });
  return byLink(spec, ({ row, field }) => {
    const node = nodes.get(row.values.id);
    return !node ? 'left out' : node[field] === null ? 'null' : 'there';
  });
}

function byLink(spec: NounSpec, outcome: (astray: Astray) => Outcome): Record<string, Outcome> {
  const own = astray.filter((it) => it.spec === spec);
  return Object.fromEntries(own.map((it) => [`${it.field} ${it.way}`, outcome(it)]));
}
