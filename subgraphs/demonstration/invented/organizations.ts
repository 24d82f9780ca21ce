// The organizations that the demonstration makes up. Whatever looks bad in it happens to these and to no real one.

export interface FictionalOrganization {
  home: string;
  name: string;
  nameEn: string;
  kind: string;
  parent?: string;
}

export const FICTIONAL: FictionalOrganization[] = [
  { home: 'demo-street', name: '示例街道党工委', nameEn: 'Demonstration Subdistrict Party Working Committee', kind: 'STREET_PARTY_WORKING_COMMITTEE' },
  { home: 'demo-community', name: '示例社区', nameEn: 'Demonstration Community', kind: 'COMMUNITY', parent: 'demo-street' },
  { home: 'demo-community-branch', name: '示例社区党支部', nameEn: 'Demonstration Community Party Branch', kind: 'COMMUNITY_PARTY_BRANCH', parent: 'demo-community' },
  { home: 'demo-school', name: '示例小学', nameEn: 'Demonstration Primary School', kind: 'SCHOOL' },
  { home: 'demo-school-branch', name: '示例小学党支部', nameEn: 'Demonstration Primary School Party Branch', kind: 'UNIT_PARTY_BRANCH', parent: 'demo-school' },
  { home: 'demo-bank', name: '示例银行支行', nameEn: 'Demonstration Bank Sub-branch', kind: 'BANK_BRANCH' },
  { home: 'demo-bank-branch', name: '示例银行支行党支部', nameEn: 'Demonstration Bank Party Branch', kind: 'UNIT_PARTY_BRANCH', parent: 'demo-bank' },
  { home: 'demo-property', name: '示例物业公司', nameEn: 'Demonstration Property Company', kind: 'PROPERTY_COMPANY' },
];

/** Only these may ever be late: an open task of a real organization has no due day, however long the program runs. */
export function mayBeLate(home: string): boolean {
  return FICTIONAL.some((organization) => organization.home === home);
}
