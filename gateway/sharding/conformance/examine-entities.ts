// The law of `_entities`: N representations in, N answers out, by position; null for what is unknown or another's.
import { homeOf, parseId } from '../../../schema/id';
import type { Examination } from './examination';
import type { Row } from './read-list';
import type { ScatteredList } from './scattered-lists';

const UNKNOWN = '00000000000000000000000000';

export async function examineEntities(
  on: Examination,
  { field, typeName }: ScatteredList,
  rows: Row[],
): Promise<void> {
  const known = rows.slice(0, 3).map(({ id }) => id);
  if (known.length === 0) return;
  const [first] = known as [string];
  const unknown = `${homeOf(first)}.${parseId(first)!.kind}.${UNKNOWN}`;
  const foreign = `nobody-here.${parseId(first)!.kind}.${UNKNOWN}`;
  const ids = [...known, unknown, first, foreign, 'NOT AN ID', ...known];
  const query = `query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${typeName} { id } } }`;
  const { data, codes } = await on.ask(query, {
    representations: ids.map((id) => ({ __typename: typeName, id })),
  });
  const answers = (data?._entities ?? []) as ({ id?: string } | null)[];
  on.expect(
    'entities',
    field,
    answers.length === ids.length,
    `${ids.length} representations of ${typeName} gave ${answers.length} answers`,
  );
  ids.forEach((id, i) => {
    const expected = known.includes(id) ? id : null;
    on.expect(
      'entities',
      field,
      (answers[i]?.id ?? null) === expected,
      `at position ${i} ${typeName} ${id} must be ${expected ?? 'null'}; got ${answers[i]?.id ?? 'null'}`,
    );
  });
  on.expect(
    'refusals',
    field,
    codes.includes('BAD_ID'),
    `a malformed id in _entities must be refused at its own position with BAD_ID; got ${codes.join(', ') || 'no error'}`,
  );
}
