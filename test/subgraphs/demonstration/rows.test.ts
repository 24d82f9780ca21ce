// Every row of the demonstration is whole: its id, its home, its columns, what it refers to, and where it comes from.
import { getMetadataArgsStorage } from 'typeorm';
import { parseId } from '../../../schema/id';
import json from '../../../subgraphs/demonstration/source-facts.json';
import { demonstrationRows, rowsOf } from '../../../subgraphs/demonstration/demonstration-rows';
import { FICTIONAL } from '../../../subgraphs/demonstration/invented/organizations';
import { PROGRAMS } from '../../../subgraphs/demonstration/prepare-databases';
import { documentId, homeOfKey, UNIT_GROUPS, type Row } from '../../../subgraphs/demonstration/rows';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { addDays, isDay, toStoredTime } from '../../../subgraphs/kit/clock';
import { loadRows } from '../../../subgraphs/kit/database/load-rows';
import { referencesIn } from '../../../subgraphs/kit/noun/references';
import { specOf, type Class, type ColumnSpec } from '../../../subgraphs/kit/noun/spec';
import { openProgramDatabase } from '../../../subgraphs/kit/start-shard';
import { testDatabases } from '../../kit/test-databases';

const TODAY = '2026-11-23';
const rows = demonstrationRows(TODAY);
const byId = new Map(rows.map((row) => [row.values.id, row]));
const nameOf = ({ noun }: Row) => specOf(noun).name;
const named = (name: string) => rows.filter((row) => nameOf(row) === name);

/** References that lead nowhere on purpose: none. */
const OPEN: string[] = [];

describe('Ids and homes', () => {
  test('ids are unique and well formed; an organization’s is its home, another’s bears its home and kind', () => {
    expect(byId.size).toBe(rows.length);
    const wrong = rows.filter((row) => {
      const parsed = parseId(row.values.id);
      if (nameOf(row) === 'Organization') return !parsed || parsed.kind !== undefined;
      return parsed?.home !== row.values.home || parsed.kind !== specOf(row.noun).kind;
    });
    expect(wrong.map(({ values }) => values.id)).toEqual([]);
  });

  test('each home is on one shard, whose program speaks the contract of its rows', () => {
    const wrong = rows.filter(({ noun, values }) => {
      const shards = SHARDS.filter(({ homes }) => homes.includes(values.home));
      return (
        shards.length !== 1 ||
        !PROGRAMS[shards[0]!.program].contracts.some(({ nouns }) => nouns.includes(noun))
      );
    });
    expect(wrong.map(({ values }) => values.id)).toEqual([]);
  });

  test('the directory has an entry for each home, and no other', () => {
    const homes = SHARDS.flatMap((shard) => shard.homes);
    expect(
      named('Organization')
        .map(({ values }) => values.id)
        .sort(),
    ).toEqual([...homes].sort());
  });
});

describe('Columns', () => {
  const lengths = new Map(
    getMetadataArgsStorage().columns.map(({ target, propertyName, options }) => [
      `${(target as Class).name}.${propertyName}`,
      Number(options.length),
    ]),
  );
  const always = ['id', 'home', 'sourceDocumentId', 'sourceParagraph'];

  test('no row says what its noun has no column for', () => {
    const unknown = rows.flatMap(({ noun, values }) => {
      const known = [...always, ...specOf(noun).columns.map(({ property }) => property)];
      return Object.keys(values)
        .filter((property) => !known.includes(property))
        .map((property) => `${specOf(noun).name}.${property}`);
    });
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('every value is of its column’s kind, and what is required is there', () => {
    const faults = rows.flatMap(({ noun, values }) =>
      specOf(noun).columns.map((column) => faultOf(noun, column, values[column.property])),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  function faultOf(noun: Class, column: ColumnSpec, value: unknown): string | null {
    const place = `${noun.name}.${column.property}: ${JSON.stringify(value)}`;
    if (value == null) return column.required ? `${place} is required` : null;
    const max = lengths.get(`${noun.name}.${column.property}`);
    if (max && typeof value === 'string' && [...value].length > max) return `${place} is longer than ${max}`;
    return isOfKind(column, value) ? null : `${place} is not of the kind ${column.kind}`;
  }

  function isOfKind({ kind, type, property }: ColumnSpec, value: unknown): boolean {
    switch (kind) {
      case 'enum':
        return Object.values(type()).includes(value);
      case 'day':
        return isDay(String(value));
      case 'time':
        return toStoredTime(String(value)) === value;
      case 'int':
        return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
      case 'decimal':
        return Number.isFinite(value);
      case 'flag':
        return typeof value === 'boolean';
      case 'json':
        return Array.isArray(value) && value.every((each) => typeof each === 'string');
      case 'money': {
        const { fen, masked, unstated } = value as { fen: string | null; masked: boolean; unstated: boolean };
        return (
          (fen === null || /^-?\d+$/.test(fen)) &&
          typeof masked === 'boolean' &&
          typeof unstated === 'boolean' &&
          !(masked && fen !== null)
        );
      }
      case 'reference':
        return property === 'home' ? parseId(value)?.kind === undefined : parseId(value) !== null;
      case 'text':
        return typeof value === 'string' && value.trim() !== '';
    }
  }
});

describe('References', () => {
  test('each leads to a row of the right noun, and a local one stays at home', () => {
    const wrong = rows.flatMap((row) =>
      referencesOf(row)
        .filter(({ id, type }) => !OPEN.includes(id) && (!byId.has(id) || nameOf(byId.get(id)!) !== type))
        .map(({ id, type }) => `${row.values.id} → ${type} ${id}`),
    );
    expect(wrong).toEqual([]);
    const strayed = rows
      .filter(({ noun }) => specOf(noun).contract.sharded)
      .flatMap((row) =>
        localsOf(row)
          .filter((id) => parseId(id)!.home !== row.values.home)
          .map((id) => `${row.values.id} → ${id}`),
      );
    expect(strayed).toEqual([]);
  });

  /** Those of columns, the owner, and the source document. */
  function referencesOf({ noun, values }: Row): { type: string; id: string }[] {
    const columns = specOf(noun).columns.filter(
      ({ kind, property }) => kind === 'reference' && values[property] != null,
    );
    const references = columns.map(({ type, property }) => ({
      type: (type() as Class).name,
      id: String(values[property]),
    }));
    return values.sourceDocumentId == null
      ? references
      : [...references, { type: 'SourceDocument', id: String(values.sourceDocumentId) }];
  }

  function localsOf({ noun, values }: Row): string[] {
    const classes: Class[] = [];
    for (let each: Class | null = noun; each?.prototype; each = Object.getPrototypeOf(each) as Class | null)
      classes.push(each);
    return classes
      .flatMap(referencesIn)
      .filter(({ foreign, column }) => !foreign && values[column.property] != null)
      .map(({ column }) => String(values[column.property]));
  }
});

interface Stated {
  id: string;
  source: { document: string; paragraph: number };
}

describe('What the sources state', () => {
  const lists = {
    Honour: json.honours,
    PolicyDocument: json.documents,
    JointConference: json.jointConferences,
  } as unknown as Record<string, Stated[]>;
  const isGroup = ({ id }: Stated) => UNIT_GROUPS.includes(id);
  const organizations = json.organisations as unknown as Stated[];
  const all = {
    ...lists,
    Organization: organizations.filter((fact) => !isGroup(fact)),
    UnitGroup: organizations.filter(isGroup),
  };

  test.each(Object.entries(all))('each %s is there once, with its document and paragraph', (name, stated) => {
    for (const { id, source } of stated) {
      const found = named(name)
        .filter(({ values }) => values.sourceKey === id)
        .map(({ values }) => values);
      expect(found).toEqual([
        expect.objectContaining({
          provenance: 'STATED',
          sourceDocumentId: documentId(source.document),
          sourceParagraph: source.paragraph,
        }),
      ]);
    }
    expect(named(name).filter(({ values }) => values.provenance === 'STATED')).toHaveLength(stated.length);
  });

  test('an organization says what its fact says', () => {
    for (const fact of json.organisations.filter(({ id }) => !UNIT_GROUPS.includes(id)) as Record<
      string,
      unknown
    >[]) {
      const { values } = byId.get(homeOfKey(fact.id)!)!;
      const residents = fact.statedResidents ?? fact.statedResidentsAtLeast ?? null;
      expect(values).toMatchObject({
        name: fact.name,
        nameEn: fact.nameEn,
        alias: fact.alias ?? null,
        parentId: homeOfKey(fact.parentId),
        note: fact.note ?? null,
        statedResidents: residents,
        fictional: false,
      });
      expect([values.masked, values.unnamed, values.reconstructed]).toEqual([
        fact.masked === true,
        fact.unnamed === true,
        fact.reconstructed === true,
      ]);
      expect([values.statedAreaKm2, values.statedHouseholds, values.statedPartyMembers]).toEqual([
        fact.statedAreaKm2 ?? null,
        fact.statedHouseholds ?? null,
        fact.statedPartyMembers ?? null,
      ]);
      expect(values.statedResidentsIsMinimum).toBe(fact.statedResidentsAtLeast !== undefined);
    }
  });

  test('a conference has the lead and the members of its fact; unnamed ones are a group', () => {
    for (const fact of json.jointConferences) {
      const conference = named('JointConference').find(({ values }) => values.sourceKey === fact.id)!.values;
      expect(conference).toMatchObject({
        leadId: homeOfKey(fact.leadOrganisationId),
        statedMemberCount: fact.statedMemberCount,
        ownerStated: fact.leadOrganisationId !== null,
        home: homeOfKey(fact.leadOrganisationId) ?? 'demo-street',
      });
      const members = named('ConferenceMembership')
        .filter(({ values }) => values.conferenceId === conference.id)
        .map(({ values }) => values.organizationId ?? byId.get(String(values.unitGroupId))!.values.sourceKey);
      expect(members).toEqual(fact.memberOrganisationIds.map((key) => homeOfKey(key) ?? key));
    }
  });

  test('all five documents and all twelve doubts about them', () => {
    expect(named('SourceDocument').map(({ values }) => [values.id, values.title])).toEqual(
      Object.entries(json.meta.documents).map(([file, title]) => [documentId(file), title]),
    );
    expect(
      named('DataQualityNote').map(({ values }) => [values.sourceKey, values.documentId, values.text]),
    ).toEqual(json.dataQuality.map(({ id, file, issue }) => [id, documentId(file), issue]));
    expect(named('DataQualityNote').every(({ values }) => values.textEn)).toBe(true);
  });

  test('a stated row has its document; a made-up one has none, and each made-up organization is marked', () => {
    expect(
      rows
        .filter(({ values }) => (values.provenance === 'STATED') !== (values.sourceDocumentId != null))
        .map(({ values }) => values.id),
    ).toEqual([]);
    expect(
      named('Organization')
        .filter(({ values }) => values.fictional)
        .map(({ values }) => values.id),
    ).toEqual(FICTIONAL.map(({ home }) => home));
  });

  test('no code is invented, and nothing that stays out has come in', () => {
    expect(named('AdministrativeDivision')).toEqual([]);
    expect(named('StarRating')).toEqual([]);
    expect(
      named('Organization').filter(
        ({ values }) => values.unifiedSocialCreditCode != null || values.divisionId != null,
      ),
    ).toEqual([]);
    const out = json.mechanisms.filter(({ graphClass }) => graphClass === 'out').map(({ id }) => id);
    expect(out).toHaveLength(18);
    expect(rows.filter(({ values }) => out.includes(String(values.sourceKey).split('/')[0]!))).toEqual([]);
    const texts = rows.flatMap(({ values }) =>
      Object.values(values).filter((value): value is string => typeof value === 'string'),
    );
    expect(json.excluded.filter(({ what }) => texts.some((text) => text.includes(what)))).toEqual([]);
  });
});

describe.each(testDatabases())('On $name', (testDatabase) => {
  test.each(SHARDS)(
    'the rows of $name load, a second time changes nothing, and the next day adds nothing',
    async (shard) => {
      const { url, drop } = await testDatabase.create();
      const database = await openProgramDatabase(PROGRAMS[shard.program], url);
      const load = (today: string) =>
        loadRows(database, rowsOf(shard, demonstrationRows(today)), shard.homes, '2026-11-23T01:00:00.000Z');
      const total = rowsOf(shard, rows).length;
      expect(await load(TODAY)).toEqual({ inserted: total, updated: 0, unchanged: 0 });
      expect(await load(TODAY)).toEqual({ inserted: 0, updated: 0, unchanged: total });
      expect(await load(addDays(TODAY, 1))).toMatchObject({ inserted: 0 });
      await database.destroy();
      await drop();
    },
  );
});
