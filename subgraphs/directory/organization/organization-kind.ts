// The kinds of organization that co-build.
import { createChoice } from '../../kit/noun/choice';

export const OrganizationKind = createChoice('OrganizationKind', '单位的类型。 Kind of an organization.', {
  STREET: '街道。 A subdistrict.',
  STREET_PARTY_WORKING_COMMITTEE: '街道党工委。 Party working committee of a subdistrict.',
  STREET_OFFICE: '街道办事处及其办公机构。 Subdistrict office or one of its general offices.',
  COMMUNITY: '社区。 A community.',
  COMMUNITY_PARTY_BRANCH: '社区党支部。 Party branch of a community.',
  COMMUNITY_GENERAL_PARTY_BRANCH: '社区党总支。 General Party branch of a community.',
  RESIDENTS_COMMITTEE: '社区居民委员会。 Residents’ committee of a community.',
  MASS_ORGANIZATION: '群团组织（妇联等）。 A mass organization, such as a women’s federation.',
  OWNERS_BODY: '业主组织（业委会、筹备组）。 A body of owners.',
  JOINT_BODY: '联合议事机构（领导小组等）。 A joint body, such as a leading group.',
  UNIT_PARTY_ORGANIZATION: '驻区单位的党组织。 Party organization of a stationed organization.',
  PARTY_COMMITTEE_DEPARTMENT: '上级党委部门。 A department of a higher Party committee.',
  PARTY_SCHOOL: '党校。 A Party school.',
  GOVERNMENT_DEPARTMENT: '政府部门及其派出机构。 A government department or its local office.',
  SCHOOL: '学校。 A school.',
  BANK_BRANCH: '银行网点。 A branch of a bank.',
  HEALTH_INSTITUTION: '医疗卫生机构。 A health institution.',
  PROPERTY_COMPANY: '物业公司。 A property management company.',
  ENTERPRISE: '其他企业。 Another enterprise.',
  SERVICE_PROVIDER: '服务机构。 A provider of services.',
  SOCIAL_ORGANIZATION: '社会组织。 A social organization.',
  EXTERNAL_PARTNER: '区外的合作方。 A partner from outside the area.',
});
