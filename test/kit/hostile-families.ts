// Families of operations that are meant to hold a gateway up: each can be made as large as one likes.

export interface HostileOperation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** `n` is how often a family's step is repeated. On the little graph of test/gateway/kit. */
export type HostileFamily = (n: number) => HostileOperation;

const times = (n: number, make: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => make(i)).join(' ');
const fragment = (name: string, body: string) => `fragment ${name} on Room { ${body} }`;
const nested = (n: number, open: string, inside: string, close: string) =>
  open.repeat(n) + inside + close.repeat(n);

/** One fragment for each step, the last of which asks a field. */
const chain = (n: number, step: (next: string) => string) =>
  `${times(n, (i) => fragment(`F${i}`, step(`F${i + 1}`)))} ${fragment(`F${n}`, 'id')}`;

const deepValue = (n: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < n; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

export const HOSTILE_FAMILIES: Record<string, HostileFamily> = {
  'spreads that double': (n) => ({
    query: `{ rooms { ...F0 } } ${chain(n, (next) => `...${next} ...${next}`)}`,
  }),
  'spreads that double and lead nowhere': (n) => ({
    query: `{ ...F0 } ${times(n, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)}`,
  }),
  'a fragment of two bodies, of which one is measured': (n) => ({
    query: `{ rooms { id } } ${fragment('F', '...F0 '.repeat(n))} ${fragment('F', 'id')} ${times(190, (i) => fragment(`F${i}`, `...F${i + 1} `.repeat(i < 10 ? 2 : 1)))} ${fragment('F190', 'id')}`,
  }),
  'spreads that double under aliases': (n) => ({
    query: `{ rooms { ...F0 } } ${chain(n, (next) => `a: owner { rooms { ...${next} } } b: owner { rooms { ...${next} } }`)}`,
  }),
  'conditional spreads that double': (n) => ({
    query: `query(${times(n, (i) => `$v${i}: Boolean!`)}) { rooms { ...F0 } } ${times(n, (i) => fragment(`F${i}`, `...F${i + 1} @include(if: $v${i}) ...F${i + 1} @skip(if: $v${i})`))} ${fragment(`F${n}`, 'id')}`,
    variables: Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, i % 2 === 0])),
  }),
  'a chain of fragments': (n) => ({ query: `{ rooms { ...F0 } } ${chain(n, (next) => `...${next}`)}` }),
  'fields inside fields': (n) => ({ query: `{ rooms { ${nested(n, 'owner { rooms { ', 'id', ' } }')} } }` }),
  'fragments inside fields inside fragments': (n) => ({
    query: `{ rooms { ...F0 } } ${chain(n, (next) => `owner { rooms { ...${next} } }`)}`,
  }),
  'inline fragments inside inline fragments': (n) => ({
    query: `{ rooms { ${nested(n, '... on Room { ', 'id', ' }')} } }`,
  }),
  'one circle of fragments': (n) => ({
    query: `{ rooms { ...F0 } } ${times(n, (i) => fragment(`F${i}`, `...F${(i + 1) % n}`))}`,
  }),
  'all fragments in each other': (n) => {
    const m = Math.ceil(Math.sqrt(n * 10));
    return {
      query: `{ rooms { ...F0 } } ${times(m, (i) =>
        fragment(
          `F${i}`,
          times(m, (j) => `...F${j}`),
        ),
      )}`,
    };
  },
  'every fragment spreads all later ones': (n) => {
    const m = Math.ceil(Math.sqrt(n * 10));
    const later = (i: number) => times(m - i - 1, (j) => `...F${i + j + 1}`);
    return { query: `{ rooms { ...F0 } } ${times(m, (i) => fragment(`F${i}`, `id ${later(i)}`))}` };
  },
  'conditions side by side': (n) => ({
    query: `query(${times(n, (i) => `$v${i}: Boolean!`)}) { rooms { ${times(n, (i) => `... @include(if: $v${i}) { owner { name } }`)} } }`,
    variables: Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, i % 3 === 0])),
  }),
  'conditions inside conditions': (n) => ({
    query: `query(${times(n, (i) => `$v${i}: Boolean!`)}) { rooms { ${times(n, (i) => `... @include(if: $v${i}) { `)} owner { name } ${'}'.repeat(n)} } }`,
    variables: Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, true])),
  }),
  'aliases of a root field': (n) => ({ query: `{ ${times(n, (i) => `a${i}: rooms { id }`)} }` }),
  'aliases of a leaf': (n) => ({ query: `{ rooms { ${times(n, (i) => `a${i}: name`)} } }` }),
  'aliases of entities': (n) => ({
    query: `{ rooms { ${times(n, (i) => `a${i}: owner { name motto }`)} } }`,
  }),
  'one leaf again and again': (n) => ({ query: `{ rooms { ${'name '.repeat(n)} } }` }),
  'one object again and again': (n) => ({ query: `{ rooms { ${'owner { name } '.repeat(n)} } }` }),
  'a deep object again and again': (n) => ({
    query: `{ rooms { ${'owner { rooms { owner { rooms { id } } } } '.repeat(n)} } }`,
  }),
  'fields in conflict': (n) => ({ query: `{ rooms { ${times(n, (i) => (i % 2 ? 'x: id' : 'x: name'))} } }` }),
  'arguments in conflict': (n) => ({ query: `{ ${times(n, (i) => `x: room(id: "${i}") { id }`)} }` }),
  'fragments that say the same': (n) => ({
    query: `{ rooms { ${times(n, (i) => `...F${i}`)} } } ${times(n, (i) => fragment(`F${i}`, 'id name owner { id name }'))}`,
  }),
  'fragments in conflict below': (n) => ({
    query: `{ rooms { ${times(n, (i) => `...F${i}`)} } } ${times(n, (i) => fragment(`F${i}`, `owner { x: ${i % 2 ? 'id' : 'name'} rooms { id } }`))}`,
  }),
  'fragments that nobody uses': (n) => ({
    query: `{ rooms { id } } ${times(n, (i) => fragment(`F${i}`, 'id'))}`,
  }),
  'operations by the hundred': (n) => ({
    query: `${times(n, (i) => `query Q${i} { rooms { ...F } }`)} ${fragment('F', 'id')}`,
    operationName: 'Q0',
  }),
  'directives on a field': (n) => ({ query: `{ rooms { name ${'@include(if: true) '.repeat(n)} } }` }),
  'directives on fields': (n) => ({ query: `{ rooms { ${times(n, () => 'name @skip(if: false)')} } }` }),
  'unknown directives': (n) => ({ query: `{ rooms { name ${times(n, (i) => `@d${i}`)} } }` }),
  'unknown fields': (n) => ({ query: `{ rooms { ${times(n, (i) => `nam${i}`)} } }` }),
  'unknown arguments': (n) => ({ query: `{ room(${times(n, (i) => `id${i}: 1`)}) { id } }` }),
  'a long list as an argument': (n) => ({ query: `{ room(id: [${times(n, (i) => `"${i}"`)}]) { id } }` }),
  'lists in lists as an argument': (n) => ({ query: `{ room(id: ${nested(n, '[', '1', ']')}) { id } }` }),
  'objects in objects as an argument': (n) => ({
    query: `{ room(id: ${nested(n, '{ a: ', '1', ' }')}) { id } }`,
  }),
  'many variables': (n) => ({ query: `query(${times(n, (i) => `$v${i}: ID`)}) { rooms { id } }` }),
  'variables of deep types': (n) => ({ query: `query($v: ${nested(n, '[', 'ID', ']')}) { rooms { id } }` }),
  'many values in variables': (n) => ({
    query: 'query($id: ID!) { room(id: $id) { id } }',
    variables: { id: 'r1', more: Array.from({ length: n * 10 }, (_, i) => i) },
  }),
  'deep values in variables': (n) => ({
    query: 'query($id: ID!) { room(id: $id) { id } }',
    // Deeper, and a client's own JSON.stringify would give up.
    variables: { id: deepValue(Math.min(n, 2_000)) },
  }),
  'many names in variables': (n) => ({
    query: '{ rooms { id } }',
    variables: Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, i])),
  }),
  'a long name': (n) => ({ query: `{ ${'a'.repeat(n * 10)} }` }),
  'a long text': (n) => ({ query: `{ room(id: "${'x'.repeat(n * 10)}") { id } }` }),
  'a block text of many lines': (n) => ({ query: `{ room(id: """${'\n x'.repeat(n * 4)}""") { id } }` }),
  escapes: (n) => ({ query: `{ room(id: "${'\\u{1F600}'.repeat(n)}") { id } }` }),
  comments: (n) => ({ query: `{ rooms { id } } ${'# xxxxxxxx\n'.repeat(n)}` }),
  'brackets that never close': (n) => ({ query: '{ rooms '.repeat(n) }),
  'signs without sense': (n) => ({ query: '!$&()...:=@[]{|}'.repeat(n) }),
  'introspection inside introspection': (n) => ({
    query: `{ __schema { types { ${nested(n, 'fields { type { ', 'name', ' } }')} } } }`,
  }),
  'introspection again and again': (n) => ({
    query: `{ ${times(n, (i) => `s${i}: __schema { types { name fields { name } } }`)} }`,
  }),
  'a planner that must choose': (n) => ({
    query: `{ rooms { ${times(n, (i) => `a${i}: owner { name town motto rooms { owner { name town motto } } }`)} } }`,
  }),
};
