import { AdministrativeDivision } from '../../../subgraphs/directory/administrative-division/administrative-division';
import { directoryContract } from '../../../subgraphs/directory/nouns';
import { Organization } from '../../../subgraphs/directory/organization/organization';
import { PolicyDocument } from '../../../subgraphs/directory/policy-document/policy-document';
import { PolicyDocumentCopy } from '../../../subgraphs/directory/policy-document/policy-document-copy';
import { DataQualityNote } from '../../../subgraphs/directory/source-document/data-quality-note';
import { SourceDocument } from '../../../subgraphs/directory/source-document/source-document';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { specOf, type Class } from '../../../subgraphs/kit/noun/spec';
import { openContract, type OpenContract } from '../../kit/open-contract';
import { testDatabases } from '../../kit/test-databases';

const NOW = new Date('2026-11-23T01:00:00Z');
const ULID = '0'.repeat(26);

function idOf(noun: Class): string {
  return `street.${specOf(noun).kind}.${ULID}`;
}

function row(noun: Class, values: object): LoadableRow {
  return {
    noun,
    values: { provenance: 'STATED', updatedAt: NOW.toISOString(), id: idOf(noun), home: 'street', ...values },
  };
}

function organization(id: string, values: object = {}): LoadableRow {
  const flags = {
    fictional: true,
    masked: false,
    unnamed: false,
    reconstructed: false,
    statedResidentsIsMinimum: false,
  };
  return row(Organization, { ...flags, id, home: id, name: id, kind: 'COMMUNITY', ...values });
}

describe.each(testDatabases())('on $name', (testDatabase) => {
  let opened: OpenContract;
  beforeAll(async () => {
    opened = await openContract(directoryContract, testDatabase, NOW);
    await opened.load([
      row(SourceDocument, { title: '示例文件', fileKey: '000.txt' }),
      row(DataQualityNote, { documentId: idOf(SourceDocument), text: '原文矛盾' }),
      organization('street', { kind: 'STREET' }),
      organization('community', {
        parentId: 'street',
        sourceDocumentId: idOf(SourceDocument),
        sourceParagraph: 7,
      }),
      row(PolicyDocument, { title: '意见', kind: 'OPINION', issuerId: 'street' }),
      row(PolicyDocumentCopy, { documentId: idOf(PolicyDocument), organizationId: 'community' }),
      row(AdministrativeDivision, {
        code: '330000',
        codeSystem: 'GB_T_2260',
        name: '示例',
        validFrom: '2020-01-01',
        validTo: '2020-12-31',
      }),
    ]);
  });
  afterAll(() => opened.close());

  test('bodies, documents and the doubts about a source are reached from an organization', async () => {
    const data = await opened.ask(`{
      organization(id: "street") {
        bodies { edges { node { id parent { name } source { paragraph document { title dataQualityNotes { edges { node { text } } } } } } } }
        issuedDocuments { edges { node { copiesTo { edges { node { organization { name } } } } } } }
      }
    }`);
    const source = {
      paragraph: 7,
      document: { title: '示例文件', dataQualityNotes: { edges: [{ node: { text: '原文矛盾' } }] } },
    };
    expect(data).toEqual({
      organization: {
        bodies: { edges: [{ node: { id: 'community', parent: { name: 'street' }, source } }] },
        issuedDocuments: {
          edges: [{ node: { copiesTo: { edges: [{ node: { organization: { name: 'community' } } }] } } }],
        },
      },
    });
  });

  test.each([
    ['2019-12-31', 0],
    ['2020-01-01', 1],
    ['2020-12-31', 1],
    ['2021-01-01', 0],
  ])('division codes valid on %s: %i', async (day, count) => {
    const data = await opened.ask(
      'query ($day: Day) { administrativeDivisions(filter: { validOn: $day }) { totalCount } }',
      { day },
    );
    expect(data).toEqual({ administrativeDivisions: { totalCount: count } });
  });

  test('an organization with a wrong credit code is not stored', async () => {
    await expect(
      opened.load([organization('wrong', { unifiedSocialCreditCode: '91350100M000100Y44' })]),
    ).rejects.toThrow(/unified social credit code/);
    await expect(
      opened.load([organization('right', { unifiedSocialCreditCode: '91350100M000100Y43' })]),
    ).resolves.toMatchObject({ inserted: 1 });
    await expect(opened.load([organization('right', { unifiedSocialCreditCode: '1' })])).rejects.toThrow(
      /unified social credit code/,
    );
  });
});
