// Every core mechanism of the sources has its place in the graph, and what stays out has none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import facts from '../../subgraphs/demonstration/source-facts.json';
import { projectRoot } from '../../subgraphs/kit/contract-files';

interface Place {
  id: string;
  name: string;
  nameEn: string;
  type: string;
  root: string;
  sourceKey: string;
}

interface Source {
  document: string;
  paragraph: number;
}

const PLACES: Place[] = readFileSync(join(projectRoot(), 'schema', 'mechanisms.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| M'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id, name, nameEn, type, root, sourceKey]) => ({
    id: id!,
    name: name!,
    nameEn: nameEn!,
    type: type!,
    root: root!,
    sourceKey: sourceKey!,
  }));

const idsOf = (graphClass: string) =>
  facts.mechanisms.filter((mechanism) => mechanism.graphClass === graphClass).map(({ id }) => id);

/** What the facts state, by id. A key `<fact>/<part>` is a part of what that fact states. */
const SOURCES = new Map<string, Source>(
  [
    facts.organisations,
    facts.offices,
    facts.jointConferences,
    facts.agreements,
    facts.agreementTasks,
    facts.pairings,
    facts.commitments,
    facts.resources,
    facts.serviceStations,
    facts.needs,
    facts.jointProjects,
    facts.activities,
    facts.indicators,
  ]
    .flatMap((list) => list as { id: string; source: Source }[])
    .map(({ id, source }) => [id, source] as const)
    .concat(facts.mechanisms.map(({ id, sources }) => [id, sources[0] as Source] as const)),
);

describe('the table', () => {
  test('has all 34 core mechanisms and no other', () => {
    expect(idsOf('core')).toHaveLength(34);
    expect([...new Set(PLACES.map(({ id }) => id))]).toEqual(idsOf('core'));
  });

  test('calls them as the sources do', () => {
    const byId = new Map(facts.mechanisms.map((mechanism) => [mechanism.id, mechanism]));
    for (const { id, name, nameEn } of PLACES)
      expect({ name: name.replace('（', '(').replace('）', ')'), nameEn }).toEqual({
        name: byId.get(id)!.name,
        nameEn: byId.get(id)!.nameEn,
      });
  });
});

describe('the graph', () => {
  let demonstration: RunningDemonstration;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many types
  let answers: Record<string, any>;

  beforeAll(async () => {
    demonstration = await runDemonstration();
    const fields = PLACES.map(
      ({ root, sourceKey }, i) =>
        `place${i}: ${root}(filter: { sourceKey: ["${sourceKey}"] }) { totalCount edges { node { __typename provenance sourceKey source { paragraph document { fileKey } } } } }`,
    );
    const { data, errors } = await demonstration.ask(`{ ${fields.join(' ')} }`);
    expect(errors).toBeUndefined();
    answers = data;
  });

  afterAll(() => demonstration?.stop());

  test.each(PLACES.map((place, i) => ({ ...place, i })))(
    '$id $name: $type $sourceKey',
    ({ i, type, sourceKey }) => {
      const { document, paragraph } = SOURCES.get(sourceKey.split('/')[0]!)!;
      const node = {
        __typename: type,
        provenance: 'STATED',
        sourceKey,
        source: { paragraph, document: { fileKey: document } },
      };
      expect(answers[`place${i}`]).toEqual({ totalCount: 1, edges: [{ node }] });
    },
  );

  test('no row of any core mechanism’s list is about one that stays out', () => {
    const out = idsOf('out');
    expect(out).toHaveLength(18);
    for (const { id, sourceKey } of PLACES)
      expect(out.filter((each) => id === each || sourceKey.startsWith(`${each}/`))).toEqual([]);
  });
});

describe('what stays out', () => {
  const contracts = ['directory', 'conference', 'cobuilding', 'sharing'];
  const sdl = contracts.map((name) => readFileSync(join(projectRoot(), 'schema', `${name}.graphql`), 'utf8'));

  /** What the 18 are about: rosters and files of persons, cases, surveillance, personnel. */
  const OUT =
    /roster|talent|beneficiarycard|jobless|unemploy|homevisit|homeservice|sixservices|rehabilit|disab|diary|householdrat|familyrat|residentfile|dossier|mediat|dispute|informant|intelligence|patrol|inmate|camera|surveil|vehicle|whereabouts|personnel|appraisal|partymembership|personname|fullname|idnumber|mobile|birth|resident$/i;

  test('no type or field is named after it', () => {
    const names = sdl.flatMap((text) =>
      Object.values(buildASTSchema(parse(text), { assumeValidSDL: true }).getTypeMap()).flatMap(namesIn),
    );
    expect(names.length).toBeGreaterThan(1_000);
    expect(names.filter((name) => OUT.test(name))).toEqual([]);
  });

  test('no description speaks its name', () => {
    const spoken = facts.mechanisms
      .filter(({ graphClass }) => graphClass === 'out')
      .flatMap(({ name }) => name.replace(/\(.*\)/, '').split('、'));
    expect(spoken.filter((name) => name.length > 2 && sdl.some((text) => text.includes(name)))).toEqual([]);
  });
});

function namesIn(type: GraphQLNamedType): string[] {
  // What is refused has to be called by its name.
  if (type.name.startsWith('__') || type.name === 'PersonalDataKind') return [];
  if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name.replaceAll('_', ''))];
  if (isObjectType(type) || isInputObjectType(type) || isInterfaceType(type))
    return [type.name, ...Object.keys(type.getFields())];
  return [type.name];
}
