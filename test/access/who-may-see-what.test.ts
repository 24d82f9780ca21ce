// The README's table of who may see what, held to the nouns and to the contracts: each walks the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessRules } from '../../gateway/access/access-rules';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { PROGRAMS } from '../../subgraphs/demonstration/prepare-databases';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import type { Drafts } from '../../subgraphs/kit/identity/readers';
import { referencesIn } from '../../subgraphs/kit/noun/references';
import { specOf, type NounSpec } from '../../subgraphs/kit/noun/spec';
import { buildASTSchema, isObjectType, parse } from 'graphql';

const nouns = (): NounSpec[] => {
  const contracts = Object.values(PROGRAMS).flatMap(({ contracts: all }) => all);
  return [...new Set(contracts.flatMap((contract) => contract.nouns))].map(specOf);
};

/** Of what is kept beside the nouns, and is none itself. */
const BESIDE_NOUNS = ['members WorkflowStep.confirmedNoPersonalData', 'owner Query.outbox'];

/** `<who> <what>`, of all that is not public. */
function declared(): string[] {
  const ofNouns = nouns().flatMap((spec) => {
    const { name, columns, readers } = spec;
    const drafts = draftsOf(spec);
    return [
      ...(readers.rows ? [`${readers.rows} ${name}`] : []),
      ...(readers.steps ? [`${readers.steps} ${name}.steps`] : []),
      ...(drafts?.states ?? []).map((state) => `${drafts!.readers} ${name} ${state}`),
      ...columns.flatMap((column) => (column.readers ? [`${column.readers} ${name}.${column.field}`] : [])),
    ];
  });
  return [...ofNouns, ...BESIDE_NOUNS];
}

/** A part is as closed as the row that it is a part of. */
function draftsOf({ readers: { drafts, partOf } }: NounSpec): Drafts | undefined {
  return drafts ?? (partOf && draftsOf(partOf.whole()));
}

function told(): string[] {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const rows = readme.split('## Who may see what')[1]!.split('\n\n')[2]!.split('\n').slice(2);
  return rows.flatMap((row) => {
    const [, what = '', who = ''] = row.split('|').map((cell) => cell.trim());
    const reader = /^(?:members|parties|owner)/.exec(who)?.[0];
    const state = /in state ([A-Z_]+)/.exec(what)?.[1];
    const names = [...what.matchAll(/`([A-Za-z.]+)`/g)].map(([, name]) => name!);
    return reader ? names.map((name) => `${reader} ${name}${state ? ` ${state}` : ''}`) : [];
  });
}

test('the table says what the nouns declare, and nothing else', () => {
  expect(told().sort()).toEqual(declared().sort());
  expect(declared().length).toBeGreaterThan(5);
});

test('every field of every type of the contracts is public, or asks what its noun declares', () => {
  const closed = new Set(
    declared()
      .filter((each) => !/ [A-Z_]+$/.test(each))
      .map((each) => each.split(' ')[1]!),
  );
  const specs = new Map(nouns().map((spec) => [spec.name, spec]));
  let walked = 0;
  const wrong: string[] = [];
  for (const { name, sdl } of readContractFiles()) {
    const rules = readAccessRules(sdl);
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      if (type.name.startsWith('_')) continue;
      for (const field of Object.values(type.getFields())) {
        const asked = rules.of(type.name, field.name);
        const returned = String(field.type).replace(/[[\]!]/g, '');
        const ofClosed = [type.name, returned].some((each) =>
          closed.has(each.replace(/(?:Connection|Summary)$/, '')),
        );
        const isClosed = ofClosed || closed.has(`${type.name}.${field.name}`) || type.name === 'Mutation';
        // An edge and a group hang on their connection and their summary, which are closed.
        if (/(?:Edge|SummaryGroup)$/.test(type.name) && !isClosed) continue;
        if (asked.join() !== (isClosed ? 'authenticated' : ''))
          wrong.push(`${name}: ${type.name}.${field.name} asks ${asked.join()}`);
        walked += 1;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(walked).toBeGreaterThan(500);
  expect(specs.size).toBeGreaterThan(20);
});

test('what is not for all to read can be filtered, ordered, grouped and added up by nobody', () => {
  const closed = nouns().flatMap(({ columns }) => columns.filter(({ readers }) => readers));
  expect(closed.length).toBeGreaterThan(3);
  for (const { filter, order, dimension, sum } of closed)
    expect([filter, order, dimension, sum]).toEqual([false, false, false, false]);
});

/** Made only under a row that is no draft, and no row becomes one again: said by their machines. */
const NEVER_UNDER_A_DRAFT = ['Booking', 'NeedClaim'];

test('what is made under a row that may be a draft is as closed as the draft', () => {
  const open = nouns().filter(({ target, readers }) =>
    referencesIn(target).some(
      ({ column, foreign, target: whole }) =>
        column.required &&
        !foreign &&
        column.property !== readers.partOf?.column &&
        draftsOf(specOf(whole())),
    ),
  );
  expect(open.map(({ name }) => name).sort()).toEqual(NEVER_UNDER_A_DRAFT);
});
