// What the sources state of organizations, honours and the documents that co-building rests on.
import { Honour } from '../../directory/honour/honour';
import { IndicatorDefinition } from '../../directory/indicator-definition/indicator-definition';
import { Organization } from '../../directory/organization/organization';
import { PolicyDocument } from '../../directory/policy-document/policy-document';
import { PolicyDocumentCopy } from '../../directory/policy-document/policy-document-copy';
import { UnitGroup } from '../../directory/unit-group/unit-group';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, rowId, stated, STREET, UNIT_GROUPS, type Row } from '../rows';
import { codeListRows } from './code-list-rows';
import { partOf } from './doubts';
import { sharedDefinitions } from './indicator-definitions';
import { sourceDocumentRows } from './source-document-rows';

/** The street keeps the whole directory, so every row has its home; a home that moves leaves its entry here. */
export function statedDirectoryRows(): Row[] {
  return [
    ...sourceDocumentRows(),
    ...facts('organisations').map((fact) =>
      UNIT_GROUPS.includes(fact.id) ? unitGroupRow(fact) : organizationRow(fact),
    ),
    ...codeListRows(),
    ...sharedDefinitions().map(definitionRow),
    ...facts('documents').flatMap(policyDocumentRows),
    ...facts('honours').map(honourRow),
  ];
}

/** Kinds that the facts name in another way. */
const KIND_OF_TYPE: Record<string, string> = {
  MASS_ORGANISATION: 'MASS_ORGANIZATION',
  COMMUNITY_GENERAL_BRANCH: 'COMMUNITY_GENERAL_PARTY_BRANCH',
};

function organizationRow(fact: Fact): Row {
  const type = String(fact.type);
  return stated(Organization, STREET, fact, {
    id: homeOfKey(fact.id)!,
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    alias: text(fact, 'alias'),
    kind: KIND_OF_TYPE[type] ?? type,
    parentId: homeOfKey(fact.parentId),
    fictional: false,
    masked: fact.masked === true,
    unnamed: fact.unnamed === true,
    reconstructed: fact.reconstructed === true,
    statedAreaKm2: figure(fact, 'statedAreaKm2'),
    statedLandAreaM2: figure(fact, 'statedLandAreaM2'),
    statedFloorAreaM2: figure(fact, 'statedFloorAreaM2'),
    statedHouseholds: figure(fact, 'statedHouseholds'),
    statedResidents: figure(fact, 'statedResidents') ?? figure(fact, 'statedResidentsAtLeast'),
    statedResidentsIsMinimum: fact.statedResidentsAtLeast != null,
    statedPartyMembers: figure(fact, 'statedPartyMembers'),
    statedPartyGroups: figure(fact, 'statedPartyGroups'),
  });
}

function unitGroupRow(fact: Fact): Row {
  return stated(UnitGroup, STREET, fact, {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    statedUnitCount: figure(fact, 'statedUnitCount'),
    masked: fact.masked === true,
  });
}

function definitionRow(indicators: Fact[]): Row {
  const [first] = indicators as [Fact];
  const words = indicators.map((fact) => `“${text(fact, 'name')}”`).join('、');
  return stated(
    IndicatorDefinition,
    STREET,
    { ...first, note: `各来源用词为${words}，口径均未说明；不可相加。` },
    {
      name: text(first, 'name'),
      nameEn: text(first, 'nameEn'),
      unitOfMeasure: text(first, 'unit'),
      core: first.graphClass === 'core',
    },
  );
}

const POLICY_DOCUMENTS: Record<string, { kind: string; titleEn: string }> = {
  'doc.keqiao': {
    kind: 'OPINION',
    titleEn: 'Opinion on further strengthening Party building in communities',
  },
  'doc.dg.charter': {
    kind: 'CHARTER_AND_RULES',
    titleEn: 'Community charter, rules for volunteer service, rules for open community affairs, and others',
  },
};

function policyDocumentRows(fact: Fact): Row[] {
  const document = stated(PolicyDocument, STREET, fact, {
    title: text(fact, 'title'),
    documentNumber: text(fact, 'documentNumber'),
    signedOn: text(fact, 'signedOn'),
    issuedOn: text(fact, 'issuedOn'),
    issuerId: homeOfKey(fact.issuerOrganisationId),
    ...POLICY_DOCUMENTS[fact.id],
  });
  const receivers = (fact.copiesTo ?? []) as string[];
  const copies = receivers.map((key) =>
    stated(PolicyDocumentCopy, STREET, partOf(fact, key), {
      documentId: policyDocumentId(fact.id),
      organizationId: homeOfKey(key),
    }),
  );
  return [document, ...copies];
}

function policyDocumentId(key: string): string {
  return rowId(STREET, 'policy-document', key);
}

function honourRow(fact: Fact): Row {
  return stated(Honour, STREET, fact, {
    title: text(fact, 'title'),
    organizationId: homeOfKey(fact.organisationId),
    issuerId: homeOfKey(fact.issuerOrganisationId),
    awardedOn: text(fact, 'awardedOn'),
    periodText: text(fact, 'periodText'),
    masked: fact.masked === true,
  });
}
