// A directive of one's own, composed into the graph: it may come, and only the street lets it be changed.
import { checkPublication } from '../../../gateway/registry/check/check-publication';
import { CURRENT, LOVE_MARKET, baseInput, checkSdl, isSerious } from './kit/check-case';

const sdl = (definition: string) => `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://lovemarket.example/sorted/v1.0", import: ["@sorted"])
    @composeDirective(name: "@sorted")
  directive @sorted${definition}
  type LovemarketStall @key(fields: "id") { id: ID! name: String @sorted }
  type Query { lovemarketStalls: [LovemarketStall!] }`;

test('it composes, loads and is handed out', () => {
  const { verdict, composed } = checkSdl(sdl(' on FIELD_DEFINITION'));
  expect(verdict.findings.filter(isSerious)).toEqual([]);
  expect(composed!.supergraphSdl).toContain('directive @sorted on FIELD_DEFINITION');
  expect(composed!.plannableSdl).toContain('@sorted');
});

test('its definition changes with a yes of the street', () => {
  const first = sdl(' on FIELD_DEFINITION');
  const current = [...CURRENT, { ...LOVE_MARKET, sdl: first }];
  const second = { ...LOVE_MARKET, sdl: sdl('(by: Int) on FIELD_DEFINITION') };
  const { verdict } = checkPublication({
    ...baseInput(),
    current,
    change: { kind: 'publish', publication: second },
    composed: checkSdl(first).composed,
  });
  expect(verdict.outcome).toBe('NEEDS_APPROVAL');
  const touched = verdict.findings.filter(({ severity }) => severity === 'NEEDS_APPROVAL');
  expect(touched).toMatchObject([
    { rule: 'TOUCHES_ANOTHERS_TYPE', coordinate: '@sorted', approver: 'street' },
  ]);
});
