// The made-up organizations as the directory lists them.
import { Organization } from '../../directory/organization/organization';
import { invented, STREET, type Row } from '../rows';
import { FICTIONAL, type FictionalOrganization } from './organizations';

export function inventedDirectoryRows(today: string): Row[] {
  return FICTIONAL.map((organization) => organizationRow(organization, today));
}

/** Kinds that the list names in another way. */
const KIND: Record<string, string> = { UNIT_PARTY_BRANCH: 'UNIT_PARTY_ORGANIZATION' };

function organizationRow({ home, name, nameEn, kind, parent }: FictionalOrganization, today: string): Row {
  const stands = { masked: false, unnamed: false, reconstructed: false, statedResidentsIsMinimum: false };
  return invented(Organization, STREET, home, today, {
    id: home,
    name,
    nameEn,
    kind: KIND[kind] ?? kind,
    parentId: parent ?? null,
    fictional: true,
    ...stands,
  });
}
