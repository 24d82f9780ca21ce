// Random selections of the library contract: nested, aliased, in fragments, with conditions.
import fc from 'fast-check';

const ARGS = 'filter: $filter, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before';
const PAGE = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const COVERAGE = 'coverage { complete asOf asked answered missing { home reason } }';

/** `some` of these, at least one, in any order, each maybe behind a condition. */
const some = (...fields: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.shuffledSubarray(fields, { minLength: 1, maxLength: Math.min(4, fields.length) }),
      fc.array(fc.constantFrom('', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)'), {
        minLength: 4,
        maxLength: 4,
      }),
    )
    .chain(([chosen, conditions]) =>
      fc
        .tuple(...chosen)
        .map((texts) =>
          [
            '__typename',
            ...texts.map((text, i) => (conditions[i] ? `... ${conditions[i]} { ${text} }` : text)),
          ].join(' '),
        ),
    );

const text = (value: string) => fc.constant(value);
const nested = (head: string, inner: fc.Arbitrary<string>) => inner.map((fields) => `${head} { ${fields} }`);

/** Made once per depth: selections contain each other. */
function byDepth(make: (depth: number) => fc.Arbitrary<string>): (depth: number) => fc.Arbitrary<string> {
  const made = new Map<number, fc.Arbitrary<string>>();
  return (depth) => {
    const known = made.get(depth) ?? make(depth);
    made.set(depth, known);
    return known;
  };
}

const bookFields = byDepth((depth) => {
  const plain = [
    text('id'),
    text('title'),
    text('rank'),
    text('t: title'),
    text('price'),
    text('shout(times: 2)'),
    text('b: id'),
  ];
  if (depth === 0) return some(...plain);
  return some(
    ...plain,
    nested('wantedBy', organizationFields(depth - 1)),
    nested('reader', readerFields(depth - 1)),
    nested('owner', readerFields(depth - 1)),
    nested('again: reader', readerFields(depth - 1)),
    nested('sequel', bookFields(depth - 1)),
    nested('topic', topicFields(depth - 1)),
    nested('readers', readerFields(depth - 1)),
    fc
      .tuple(bookFields(depth - 1), readerFields(depth - 1), organizationFields(depth - 1))
      .map(
        ([b, r, o]) =>
          `subject { ... on Book { sb: sequel { ${b} } } ... on Reader { ${r} } ... on Organization { so: id x: books(first: 1) { edges { node { ${b} } } } ${o} } }`,
      ),
  );
});

const readerFields = byDepth((depth) => {
  const plain = [text('id'), text('name'), text('n: name')];
  if (depth === 0) return some(...plain);
  return some(
    ...plain,
    nested('favourite', bookFields(depth - 1)),
    nested('library', organizationFields(depth - 1)),
    nested(`books(${ARGS})`, connectionFields(depth - 1)),
  );
});

const organizationFields = byDepth((depth) => {
  const plain = [text('id'), text('o: id')];
  if (depth === 0) return some(...plain);
  return some(
    ...plain,
    nested(`books(${ARGS})`, connectionFields(depth - 1)),
    nested(`wantedBooks(homes: $homes, ${ARGS})`, connectionFields(depth - 1)),
    nested(
      'two: wantedBooks(homes: $homes, first: 2, orderBy: { field: RANK, direction: DESC })',
      connectionFields(depth - 1),
    ),
    nested('wantedSummary(homes: $homes, groupBy: "wantedBy")', summaryFields(depth - 1)),
    nested('wantedReaders(homes: $homes)', readerFields(depth - 1)),
  );
});

const topicFields = byDepth((depth) => {
  if (depth === 0) return some(text('id'), text('ti: id'));
  return some(
    text('id'),
    nested(`books(homes: $homes, ${ARGS})`, connectionFields(depth - 1)),
    nested('summary(homes: $homes, groupBy: "wantedBy")', summaryFields(depth - 1)),
    nested('ownBooks(first: 3)', connectionFields(depth - 1)),
  );
});

const connectionFields = byDepth((depth) => {
  return some(
    text('totalCount'),
    text(PAGE),
    text('pageInfo { n: hasNextPage }'),
    text('pageInfo { hasPreviousPage }'),
    text(COVERAGE),
    nested('edges', some(text('cursor'), nested('node', bookFields(depth)))),
    nested('more: edges', some(nested('node', bookFields(depth)), nested('other: node', bookFields(0)))),
  );
});

const summaryFields = byDepth((depth) => {
  const group = some(
    text('key'),
    text('count'),
    text('money { fen maskedCount }'),
    nested('wantedBy', organizationFields(depth)),
  );
  return some(
    text('count'),
    text('money { fen maskedCount f: fen }'),
    text('lowest highest'),
    text('anyLent allLent'),
    text(COVERAGE),
    nested('groups', group),
  );
});

/** An operation over variables that `listQuestion` and ids fill. */
export const operation: fc.Arbitrary<string> = fc.integer({ min: 0, max: 3 }).chain((depth) =>
  some(
    nested(`books(homes: $homes, ${ARGS})`, connectionFields(depth)),
    nested('all: books(homes: $homes, orderBy: { field: RANK })', connectionFields(depth)),
    nested('bookSummary(homes: $homes, filter: $filter, groupBy: "wantedBy")', summaryFields(depth)),
    nested('readers(homes: $homes, prefix: "")', readerFields(depth)),
    nested('booksById(ids: $ids)', bookFields(depth)),
    nested('book(id: $id)', bookFields(depth)),
    fc
      .tuple(organizationFields(depth), bookFields(depth), readerFields(depth), topicFields(depth))
      .map(
        ([o, b, r, t]) =>
          `_entities(representations: $representations) { __typename ... on Organization { ${o} } ... on Book { bk: sequel { ${b} } ... on Book { bt: title } } ... on Reader { ${r} lib: library { ${o} } } ... on Topic { ${t} } }`,
      ),
  ).map(
    (fields) =>
      `query($homes: [ID!], $filter: BookFilter, $orderBy: BookOrder, $first: Int, $last: Int, $after: String, $before: String, $ids: [ID!]!, $id: ID!, $representations: [_Any!]!, $yes: Boolean!, $no: Boolean!) { use: books(homes: [], ${ARGS}) { __typename } h: bookSummary(homes: $homes) { __typename } i: booksById(ids: $ids) { id } i1: book(id: $id) { id } e: _entities(representations: $representations) { __typename } c: __typename @include(if: $yes) @skip(if: $no) ${fields} }`,
  ),
);
