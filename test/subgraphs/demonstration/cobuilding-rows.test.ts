// Every fact of the cobuilding lists is a row with its source, all its figures and texts, and no figure of its own.
import json from '../../../subgraphs/demonstration/source-facts.json';
import { cobuildingContract } from '../../../subgraphs/cobuilding/nouns';
import { demonstrationRows, rowsOf } from '../../../subgraphs/demonstration/demonstration-rows';
import { documentId, type Row } from '../../../subgraphs/demonstration/rows';
import { statedCobuildingRows } from '../../../subgraphs/demonstration/stated/cobuilding-rows';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { specOf } from '../../../subgraphs/kit/noun/spec';
import { openContract } from '../../kit/open-contract';
import { testDatabases } from '../../kit/test-databases';

const TODAY = '2026-11-23';
const LISTS = {
  agreements: 'CoBuildingAgreement',
  agreementTasks: 'AgreementTask',
  pairings: 'OrganizationPairing',
  commitments: 'Pledge',
  serviceStations: 'ServiceStation',
  jointProjects: 'JointProject',
  activities: 'JointActivity',
  indicators: 'Indicator',
  offices: 'Office',
} as const;

type Json = Record<string, unknown> & { id: string; source: { document: string; paragraph: number } };

const listed = (list: keyof typeof LISTS) => json[list] as unknown as Json[];
const facts = Object.keys(LISTS).flatMap((list) =>
  listed(list as keyof typeof LISTS).map((fact) => [fact.id, fact] as const),
);
const rows = statedCobuildingRows();
const rowsOfFact = (id: string) =>
  rows.filter(({ values }) => values.sourceKey === id || String(values.sourceKey).startsWith(`${id}/`));
const rowOf = (noun: string, id: string) =>
  rows.find((row) => specOf(row.noun).name === noun && row.values.sourceKey === id)!.values;

/** All values inside a fact, at any depth, less those that say where it comes from or refer to another. */
function leaves(value: unknown, member = ''): unknown[] {
  if (/^(id|source|.*Ids?|period\.recurrence|unifiedSocialCreditCode|personRecorded)$/.test(member))
    return [];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([name, each]) => leaves(each, name));
  return [value];
}

const numbersIn = (value: unknown) =>
  leaves(value).filter((leaf): leaf is number => typeof leaf === 'number');

/** All figures of a row: numbers as they are, money in yuan. */
function figuresOf({ noun, values }: Row): number[] {
  return specOf(noun).columns.flatMap(({ property, kind }) => {
    if (property === 'sourceParagraph' || property === 'recurrenceWeekday') return [];
    const value = values[property] as { fen: string | null } | number | null | undefined;
    if (kind === 'money')
      return (value as { fen: string | null }).fen === null
        ? []
        : [Number((value as { fen: string }).fen) / 100];
    return typeof value === 'number' ? [value] : [];
  });
}

const textsOf = ({ values }: Row) => Object.values(values).filter((value) => typeof value === 'string');

describe('Stated facts', () => {
  it.each(Object.entries(LISTS))('has one row of its noun for each of the %s', (list, noun) => {
    const keys = rows.filter((row) => specOf(row.noun).name === noun).map(({ values }) => values.sourceKey);
    expect(keys.sort()).toEqual(
      listed(list as keyof typeof LISTS)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(facts)('%s keeps its source on every row', (id, { source }) => {
    for (const { values } of rowsOfFact(id)) {
      expect(values).toMatchObject({
        provenance: 'STATED',
        sourceDocumentId: documentId(source.document),
        sourceParagraph: source.paragraph,
      });
    }
  });

  it.each(facts)('%s states all its figures, and its rows state no other', (id, fact) => {
    expect(new Set(rowsOfFact(id).flatMap(figuresOf))).toEqual(new Set(numbersIn(fact)));
  });

  it.each(facts)('%s keeps all its texts', (id, fact) => {
    const said = rowsOfFact(id).flatMap(textsOf);
    const translated = new Set(['>=', '<', '~', 'WEEKLY_TUESDAY', 'core', 'secondary']);
    const words = leaves(fact).filter(
      (leaf): leaf is string => typeof leaf === 'string' && !translated.has(leaf),
    );
    for (const word of words)
      expect(said.some((text) => text === word || (word === fact.note && text.startsWith(word)))).toBe(true);
  });

  it('shows every mask as a mask, and never a figure behind it', () => {
    const masks = facts.reduce(
      (sum, [, fact]) => sum + JSON.stringify(fact).split(/"(?:m|savedM)asked": ?true/).length - 1,
      0,
    );
    // proj.drain is masked as a whole and in its contribution; the number of seats is one more row.
    const shown = rows.reduce(
      (sum, { values }) => sum + JSON.stringify(values).split(/"(?:quantityM|m)asked":true/).length - 1,
      0,
    );
    expect(shown).toBe(masks + 1);
    expect(
      rows.filter(({ values }) => values.masked === true && (values.value ?? values.statedCount) != null),
    ).toEqual([]);
  });

  it('tells lower bounds, estimates and approximations from plain figures', () => {
    expect(rowOf('JointActivity', 'act.ml.policy')).toMatchObject({
      statedParticipationCount: 3000,
      statedParticipationCountIsMinimum: true,
      statedHeadcount: null,
    });
    expect(rowOf('JointActivity', 'act.ml.check')).toMatchObject({
      statedHeadcount: 892,
      statedHeadcountIsMinimum: false,
      statedCommunities: 10,
    });
    expect(rowOf('JointActivity', 'act.ml.hundred')).toMatchObject({
      statedHouseholds: 100,
      statedHouseholdsIsMinimum: true,
      statedHeadcountIsMinimum: true,
    });
    expect(rowOf('JointProject', 'proj.yl.wall')).toMatchObject({ quantity: 120, quantityIsMinimum: true });
    expect(rowOf('JointProject', 'proj.kq.renewal')).toMatchObject({
      planned: { fen: '2000000000' },
      plannedIsEstimate: true,
      invested: { fen: null },
    });
    const comparators = listed('indicators').map(({ id, comparator }) => [
      rowOf('Indicator', id).comparator,
      comparator ?? null,
    ]);
    expect(new Set(comparators.map((pair) => pair.join()))).toEqual(
      new Set(['AT_LEAST,>=', 'LESS_THAN,<', 'ABOUT,~', ',']),
    );
  });

  it('gives no state to what has no dates, and no owner to what has none', () => {
    const states = rows.filter(({ values }) => 'state' in values).map(({ values }) => values.state);
    expect(new Set(states)).toEqual(new Set([null]));
    const unowned = rows.filter(({ values }) => values.ownerStated === false);
    expect(new Set(unowned.map(({ values }) => values.home))).toEqual(new Set(['demo-street']));
    expect(unowned).toHaveLength(
      facts.filter(([, fact]) =>
        ['leadOrganisationId', 'ownerOrganisationId', 'organisationId'].some(
          (member) => fact[member] === null,
        ),
      ).length,
    );
  });

  it('keeps the goods of the charity shop as a quantity, and says whose count it is', () => {
    const goods = rowOf('GoodsDonation', 'ind.ml.goods/goods');
    expect(goods).toMatchObject({
      quantity: 836,
      unitOfMeasure: '件',
      note: expect.stringContaining('发放'),
    });
    expect(goods.donorId ?? null).toBeNull();
  });
});

describe('Rows of the contract cobuilding', () => {
  const all = demonstrationRows(TODAY);
  const mine = all.filter(({ noun }) => cobuildingContract.nouns.includes(noun));
  const ids = new Set(all.map(({ values }) => values.id));
  const organizations = new Set(SHARDS.flatMap(({ homes }) => homes));

  it('lives with homes whose shards speak it', () => {
    const speaking = new Set(
      SHARDS.filter(({ program }) => program !== 'unit').flatMap(({ homes }) => homes),
    );
    expect(mine.filter(({ values }) => !speaking.has(values.home)).map(({ values }) => values.id)).toEqual(
      [],
    );
  });

  it('refers to rows and organizations that exist', () => {
    const dangling = mine.flatMap(({ noun, values }) =>
      specOf(noun)
        .columns.filter(({ kind, property }) => kind === 'reference' && values[property] != null)
        .map(({ property }) => `${property} ${String(values[property])}`)
        .filter(
          (reference) => !ids.has(reference.split(' ')[1]!) && !organizations.has(reference.split(' ')[1]!),
        ),
    );
    expect(dangling).toEqual([]);
  });

  it('points at needs that point back, and needs at projects that exist', () => {
    const needs = all.filter(({ noun, values }) => specOf(noun).name === 'Need' && values.projectId);
    expect(needs).toHaveLength(8);
    for (const { values } of needs)
      expect(all.find(({ values: { id } }) => id === values.projectId)?.values.needId).toBe(values.id);
  });
});

describe.each(testDatabases())('Rows of the contract cobuilding on $name', (testDatabase) => {
  it('load, and loading them again changes nothing', async () => {
    const shard = await openContract(cobuildingContract, testDatabase, new Date(`${TODAY}T04:00:00Z`));
    const mine = SHARDS.flatMap((each) => rowsOf(each, demonstrationRows(TODAY))).filter(({ noun }) =>
      cobuildingContract.nouns.includes(noun),
    );
    expect(await shard.load(mine)).toEqual({ inserted: mine.length, updated: 0, unchanged: 0 });
    expect(await shard.load(mine)).toEqual({ inserted: 0, updated: 0, unchanged: mine.length });
    await shard.close();
  });

  it('never add a whole and its parts: 47.15万 with 25.55万 that no part explains', async () => {
    const shard = await openContract(cobuildingContract, testDatabase, new Date(`${TODAY}T04:00:00Z`));
    await shard.load(statedCobuildingRows());
    const { jointProjects, contributionSummary } = await shard.ask(`{
      jointProjects(filter: { sourceKey: ["proj.yl.package"] }) {
        edges { node { invested { fen } unexplainedByParts { fen } parts { totalCount edges { node { invested { fen } } } } } }
      }
      contributionSummary(filter: { kind: [MONEY] }, groupBy: [OWNER]) { groups { owner { id } delivered { knownFen } withinWhole { knownFen } } }
    }`);
    const { parts, ...whole } = (jointProjects as { edges: { node: Record<string, never> }[] }).edges[0]!
      .node;
    expect(whole).toEqual({ invested: { fen: '47150000' }, unexplainedByParts: { fen: '25550000' } });
    const known = (parts as { edges: { node: { invested: { fen: string | null } } }[] }).edges
      .map(({ node }) => node.invested.fen)
      .filter(Boolean);
    expect(known.sort()).toEqual(['6000000', '6600000', '9000000']);
    expect((contributionSummary as { groups: object[] }).groups).toContainEqual({
      owner: { id: 'yili-rc' },
      delivered: { knownFen: '47150000' },
      withinWhole: { knownFen: '21600000' },
    });
    await shard.close();
  });
});
