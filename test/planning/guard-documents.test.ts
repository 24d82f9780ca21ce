// Hostile documents, of any family and to any size: refused with a code and a sentence, or valid and within all bounds.
import fc from 'fast-check';
import { type DocumentNode, type SelectionSetNode, Kind, buildSchema, parse } from 'graphql';
import { DOCUMENT_BOUNDS } from '../../gateway/guard/document-bounds';
import { measureDocument } from '../../gateway/guard/measure-document';
import { refuseRepeats } from '../../gateway/guard/refuse-repeats';
import { VARIABLE_BOUNDS, refuseVariables } from '../../gateway/guard/variable-bounds';
import type { DocumentError } from '../../gateway/planning/planning-messages';
import { readDocument } from '../../gateway/planning/read-document';
import { HOSTILE_FAMILIES } from '../kit/hostile-families';

const schema = buildSchema(`
  type Query { organizations: [Organization] organization(id: ID!): Organization rooms: [Room] room(id: ID!): Room }
  type Organization { id: ID! name: String town: String motto: String rooms: [Room] }
  type Room { id: ID! name: String owner: Organization }
`);
const BOTH_LANGUAGES = /[\u4e00-\u9fff].*。? .*[a-z]{3}/;

function read(text: string, bounds = DOCUMENT_BOUNDS) {
  return readDocument(text, { schema, bounds, introspection: true });
}

describe('families of hostile operations', () => {
  test.each(Object.entries(HOSTILE_FAMILIES))('%s', (_, family) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (n) => expectVerdict(family(n))),
      { numRuns: 12 },
    );
    // Without an end: there is always a size from which on it is refused.
    expect(verdict(family(8_000))).not.toEqual([]);
  });

  function expectVerdict(operation: ReturnType<(typeof HOSTILE_FAMILIES)[string]>) {
    const errors = verdict(operation);
    for (const { code, message } of errors) {
      expect(['TOO_COMPLEX', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
      if (code === 'TOO_COMPLEX') expect(message).toMatch(BOTH_LANGUAGES);
    }
    if (errors.length > 0) return;
    const measured = measureDocument(parse(operation.query));
    expect(Math.max(...measured.map(({ fields }) => fields))).toBeLessThanOrEqual(DOCUMENT_BOUNDS.fields);
  }

  /** No errors when it may run. */
  function verdict({ query, variables }: ReturnType<(typeof HOSTILE_FAMILIES)[string]>): DocumentError[] {
    const tooMuch = refuseVariables(variables, VARIABLE_BOUNDS);
    if (tooMuch) return [{ code: 'TOO_COMPLEX', message: `${tooMuch.zh} ${tooMuch.en}` }];
    const reading = read(query);
    return 'errors' in reading ? reading.errors : [];
  }
});

describe('each bound', () => {
  const WIDE = Object.fromEntries(
    Object.keys(DOCUMENT_BOUNDS).map((bound) => [bound, 1_000_000]),
  ) as unknown as typeof DOCUMENT_BOUNDS;
  const cases: Array<[bound: keyof typeof DOCUMENT_BOUNDS, exact: number, text: string, words: RegExp]> = [
    ['characters', 16, '{ rooms { id } }', /longer than 15 characters/],
    ['tokens', 6, '{ rooms { id } }', /more than 5 tokens/],
    ['nesting', 4, '{ room(id: [[1]]) { id } }', /deeper than 3 levels/],
    [
      'definitions',
      2,
      '{ rooms { ...F } } fragment F on Room { id }',
      /more than 1 operations and fragments/,
    ],
    ['depth', 4, '{ rooms { ...F } } fragment F on Room { owner { rooms { id } } }', /deeper than 3 levels/],
    ['fields', 5, '{ rooms { ...F ...F } } fragment F on Room { id name }', /more than 4 fields/],
    [
      'rootFields',
      2,
      '{ ...Q a: rooms { id } } fragment Q on Query { rooms { id name } }',
      /more than 1 root/,
    ],
    ['aliases', 2, '{ rooms { ...F } a: rooms { id } } fragment F on Room { b: id }', /more than 1 aliases/],
    ['directives', 2, 'query($a: Boolean!) { rooms @skip(if: $a) { id @skip(if: $a) } }', /more than 1 dir/],
    ['repeats', 4, '{ rooms { id ...F } rooms { id } } fragment F on Room { id }', /more than 3 pairs/],
  ];

  test.each(cases)('%s: at the bound it is no reason, above it is refused', (bound, exact, text, words) => {
    const tooComplex = (limit: number) => {
      const reading = read(text, { ...WIDE, [bound]: limit });
      return 'errors' in reading ? reading.errors.filter(({ code }) => code === 'TOO_COMPLEX') : [];
    };
    expect(tooComplex(exact)).toEqual([]);
    const refused = tooComplex(exact - 1);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.message).toMatch(words);
    expect(refused[0]!.message).toMatch(BOTH_LANGUAGES);
  });
});

describe('measuring', () => {
  test('counts what putting the fragments in would give, for any fragments without circles', () => {
    fc.assert(fc.property(fc.array(arbitraryBody(), { minLength: 1, maxLength: 6 }), compareWithExpansion), {
      numRuns: 300,
    });
  });

  function compareWithExpansion(bodies: string[][]) {
    const document = toDocument(bodies);
    const [operation] = measureDocument(document);
    const expanded = expand(document);
    expect(operation).toMatchObject({
      fields: expanded.fields,
      depth: expanded.depth,
      aliases: expanded.aliases,
    });
  }

  test('pairs of fields at one place are those that putting the fragments in gives', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBody(), { minLength: 1, maxLength: 5 }), (bodies) => {
        const document = toDocument(bodies);
        const pairs = countPairs(document);
        expect(refuseRepeats(document, { ...DOCUMENT_BOUNDS, fields: 1e9, repeats: pairs })).toBeUndefined();
        if (pairs > 0)
          expect(
            refuseRepeats(document, { ...DOCUMENT_BOUNDS, fields: 1e9, repeats: pairs - 1 }),
          ).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('a hundred doublings are counted, not put in', () => {
    const { query } = HOSTILE_FAMILIES['spreads that double']!(100);
    expect(measureDocument(parse(query))[0]!.fields).toBe(2 ** 100 + 1);
  });
});

/** Steps of a body: `f` a field, `a` an alias, `o` an object, `s` a spread of the next fragment, `i` an inline fragment. */
function arbitraryBody() {
  return fc.array(fc.constantFrom('f', 'a', 'o', 's', 'i'), { minLength: 1, maxLength: 4 });
}

function toDocument(bodies: string[][]): DocumentNode {
  const body = (steps: string[], next: string) =>
    steps
      .map((step) => {
        if (step === 'f') return 'id';
        if (step === 'a') return 'x: id';
        if (step === 'o') return `owner { rooms { id ${next} } }`;
        return step === 's' ? next || 'name' : `... { id ${next} }`;
      })
      .join(' ');
  const fragments = bodies.map((steps, i) => {
    const next = i + 1 < bodies.length ? `...F${i + 1}` : '';
    return `fragment F${i} on Room { ${body(steps, next)} }`;
  });
  return parse(`{ rooms { ...F0 } } ${fragments.join(' ')}`);
}

function expand(document: DocumentNode) {
  const sum = { fields: 0, depth: 0, aliases: 0 };
  const walk = (set: SelectionSetNode | undefined, depth: number): void => {
    for (const it of set?.selections ?? []) {
      if (it.kind === Kind.FIELD) {
        sum.fields += 1;
        sum.depth = Math.max(sum.depth, depth + 1);
        if (it.alias) sum.aliases += 1;
        walk(it.selectionSet, depth + 1);
      } else
        walk(it.kind === Kind.INLINE_FRAGMENT ? it.selectionSet : bodyOf(document, it.name.value), depth);
    }
  };
  walk(bodyOf(document, undefined), 0);
  return sum;
}

function bodyOf({ definitions }: DocumentNode, fragment: string | undefined): SelectionSetNode {
  const found = definitions.find((it) =>
    it.kind === Kind.FRAGMENT_DEFINITION ? it.name.value === fragment : fragment === undefined,
  );
  return (found as { selectionSet: SelectionSetNode }).selectionSet;
}

/** By the place's path, over the operation and over each fragment by itself. */
function countPairs(document: DocumentNode): number {
  let pairs = 0;
  for (const definition of document.definitions) {
    const places = new Map<string, number>();
    const walk = (set: SelectionSetNode | undefined, path: string): void => {
      for (const it of set?.selections ?? []) {
        if (it.kind === Kind.FIELD) {
          const place = `${path}/${(it.alias ?? it.name).value}`;
          places.set(place, (places.get(place) ?? 0) + 1);
          walk(it.selectionSet, place);
        } else
          walk(it.kind === Kind.INLINE_FRAGMENT ? it.selectionSet : bodyOf(document, it.name.value), path);
      }
    };
    walk((definition as { selectionSet: SelectionSetNode }).selectionSet, '');
    for (const count of places.values()) pairs += (count * (count - 1)) / 2;
  }
  return pairs;
}
