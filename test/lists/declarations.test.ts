// The lists are held to the graph: what they give, mutations take; what they name, exists; what they say, the README says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { Cell } from '../../gateway/lists/cells/cell';
import { choicesOf } from '../../gateway/lists/cells/choice-words';
import { KINDS } from '../../gateway/lists/export/write-template';
import { selectionOf } from '../../gateway/lists/graph/value-of';
import { findHeadings } from '../../gateway/lists/import/find-headings';
import { LISTS } from '../../gateway/lists/lists/all-lists';
import { SOURCES } from '../../gateway/lists/lists/sources';
import { Supergraph } from '@apollo/federation-internals';
import { toPlannable } from '../../gateway/access/to-plannable';
import { composeSupergraph } from '../../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { projectRoot } from '../../subgraphs/kit/contract-files';

const composition = composeSupergraph(readContractFiles());
if (!composition.ok) throw new Error(composition.faults.join('\n'));
const schema: GraphQLSchema = Supergraph.build(toPlannable(composition.supergraphSdl))
  .apiSchema()
  .toGraphQLJSSchema();
/** What each kind of cell is in the graph. */
const TYPES: Record<Cell['kind'], string[]> = {
  text: ['String'],
  whole: ['Int'],
  money: ['Fen'],
  flag: ['Boolean'],
  day: ['Day'],
  time: ['DateTime'],
  words: ['String'],
  choice: [],
  reference: ['ID'],
  references: ['ID'],
};

function inputOf(mutation: string) {
  const argument = schema.getMutationType()!.getFields()[mutation]?.args[0];
  const type = argument && getNamedType(argument.type);
  if (!isInputObjectType(type)) throw new Error(`there is no mutation ${mutation}`);
  return type.getFields();
}

describe.each(LISTS.map((list) => [list.name, list] as const))('%s', (_name, list) => {
  test('every field that it gives is one of the mutation, of the same kind', () => {
    for (const { mutation, fields } of [list.create, ...(list.update ? [list.update] : [])])
      for (const field of fields) {
        const column = list.columns.find((each) => each.field === field)!;
        const type = inputOf(mutation)[field]!.type;
        const { cell } = column;
        expect([field, getNamedType(type).name]).toEqual([
          field,
          cell.kind === 'choice' ? cell.of : TYPES[cell.kind][0],
        ]);
        if (isNonNullType(type) && mutation === list.create.mutation)
          expect([field, column.required]).toEqual([field, true]);
      }
  });

  test('its rows can be asked for as it asks for them', () => {
    const filter = list.filter ? `(filter: ${list.filter})` : '';
    const query = `{ ${list.plural}${filter} { edges { node { id ${selectionOf(list)} } } } }`;
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    const payload = getNamedType(schema.getMutationType()!.getFields()[list.create.mutation]!.type);
    expect(isObjectType(payload) && Object.keys(payload.getFields())).toContain(list.singular);
  });

  test('its choices, its states and the names that it uses exist; no two choices are called alike', () => {
    for (const { cell } of list.columns) {
      if (cell.kind === 'reference' || cell.kind === 'references')
        expect(Object.keys(SOURCES)).toContain(cell.to);
      if (cell.kind !== 'choice') continue;
      expect(isEnumType(schema.getType(cell.of))).toBe(true);
      const words = choicesOf(schema, cell.of).map(({ zh }) => zh);
      expect(new Set(words).size).toBe(words.length);
    }
    if (list.states) expect(isEnumType(schema.getType(list.states))).toBe(true);
    if (list.feeds) expect(Object.keys(SOURCES)).toContain(list.feeds);
  });

  test('each heading, and each other word for it, means its own column', () => {
    const own = new Set(list.columns.map(({ heading }) => heading));
    for (const column of list.columns)
      for (const word of [column.heading, ...(column.also ?? []).filter((also) => !own.has(also))]) {
        const others = list.columns
          .filter((each) => each !== column && !each.also?.includes(word))
          .slice(0, 2);
        const texts = [word, ...others.map(({ heading }) => heading)];
        const row = { number: 1, cells: new Map(texts.map((text, at) => [at, { text }])) };
        const found = findHeadings(list, { name: '', rows: [row] })!.columns.find(({ at }) => at === 0);
        expect([word, found?.column.heading]).toEqual([word, column.heading]);
      }
  });
});

test('names are asked for in the words of the graph', () => {
  for (const { plural, select } of Object.values(SOURCES))
    expect(validate(schema, parse(`{ ${plural} { edges { node { id ${select} } } } }`))).toEqual([]);
});

/** One line a list: its headings, with a star where a new row must have them. */
function tableLines(): string[] {
  return LISTS.map(({ name, title, columns }) => {
    const own = columns.filter(({ field }) => field !== 'confirmNoPersonalData');
    const headings = own.map(({ heading, required }) => `${heading}${required ? '*' : ''}`);
    return `| \`${name}\` ${title.zh} | ${headings.join('、')} |`;
  });
}

test('the README tells the headings of every list', () => {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const missing = tableLines().filter((line) => !readme.includes(line));
  expect(missing).toEqual([]);
});

test('every kind of cell is explained', () => {
  expect(Object.keys(KINDS).sort()).toEqual(Object.keys(TYPES).sort());
});
