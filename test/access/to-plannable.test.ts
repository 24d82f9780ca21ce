// What the planner loads has no directive of access, whatever they are called; the full supergraph keeps them.
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { composeGraph } from '../../gateway/registry/check/compose-graph';
import { toPlannable } from '../../gateway/access/to-plannable';
import { CURRENT, LOVE_MARKET, checkSdl, rulesOf, withLink } from '../registry/check/kit/check-case';

const ITEMS = `type Query { lovemarketA: Int AUTH lovemarketB: Int SCOPES lovemarketC: LovemarketC }
  type LovemarketC @key(fields: "id") POLICY { id: ID! authenticated: String policy: LovemarketPolicy }
  enum LovemarketPolicy AUTH { OPEN CLOSED } scalar LovemarketScope AUTH`;

function supergraphOf(imports: string, [auth, scopes, policy]: [string, string, string]): string {
  const sdl = withLink(
    ITEMS.replaceAll('AUTH', auth).replaceAll('SCOPES', scopes).replaceAll('POLICY', policy),
    imports,
  );
  const composed = composeGraph([...CURRENT, { ...LOVE_MARKET, sdl }], new Set());
  if (!composed.ok) throw composed.errors[0]!;
  return composed.supergraphSdl;
}

const usual = (): string =>
  supergraphOf('"@key", "@authenticated", "@requiresScopes", "@policy"', [
    '@authenticated',
    '@requiresScopes(scopes: [["a"]])',
    '@policy(policies: [["p"]])',
  ]);

const FORMS: Array<[form: string, supergraph: () => string]> = [
  ['as they are called', usual],
  [
    'under other names',
    () =>
      supergraphOf(
        '"@key", {name: "@authenticated", as: "@login"}, {name: "@requiresScopes", as: "@may"}, {name: "@policy", as: "@tagged"}',
        ['@login', '@may(scopes: [["a"]])', '@tagged(policies: [["p"]])'],
      ),
  ],
  [
    'not imported at all',
    () =>
      supergraphOf('"@key"', [
        '@federation__authenticated',
        '@federation__requiresScopes(scopes: [["a"]])',
        '@federation__policy(policies: [["p"]])',
      ]),
  ],
  [
    'with their scalars imported',
    () =>
      supergraphOf(
        '"@key", "@authenticated", "@requiresScopes", "@policy", {name: "Scope", as: "S"}, "Policy"',
        ['@authenticated', '@requiresScopes(scopes: [["a"]])', '@policy(policies: [["p"]])'],
      ),
  ],
];

test.each(FORMS)('the gateway refuses the full graph and loads the plannable one: %s', (_, compose) => {
  const full = compose();
  expect(() => Supergraph.build(full)).toThrow(/SECURITY/);
  const plannable = toPlannable(full);
  const api = Supergraph.build(plannable).apiSchema();
  expect(api.type('LovemarketPolicy')).toBeDefined();
  expect(plannable).not.toMatch(/specs\.apollo\.dev\/(?:authenticated|requiresScopes|policy)/);
  expect(() => parse(plannable)).not.toThrow();
  const fullApi = Supergraph.build(full, { supportedFeatures: null }).apiSchema();
  expect(names(api.types())).toEqual(names(fullApi.types()));
});

function names(types: readonly { name: string }[]): string[] {
  return types.map(({ name }) => name).sort();
}

test('words of the same name that mean something else stay', () => {
  const plannable = toPlannable(usual());
  expect(plannable).toMatch(/authenticated: String/);
  expect(plannable).toMatch(/scalar LovemarketScope/);
  expect(plannable).toMatch(/join__type\(graph: LOVEMARKET/);
});

test('a graph without them is the same text', () => {
  const composed = composeGraph(CURRENT, new Set());
  if (!composed.ok) throw composed.errors[0]!;
  expect(toPlannable(composed.supergraphSdl)).toBe(composed.supergraphSdl);
});

test('what is closed with them is accepted on one’s own types, and both artefacts are handed out', () => {
  const result = checkSdl(
    withLink('type Query { lovemarketA: Int @policy(policies: [["staff"]]) }', '"@policy"'),
  );
  expect(rulesOf(result)).toEqual([]);
  expect(result.composed?.supergraphSdl).toContain('@policy(policies: [["staff"]])');
  expect(result.composed?.plannableSdl).not.toContain('@policy');
});
