// Reading drafts of another: by id, in lists, counts and groups. Nothing says that they are there.
import { isAbsent, type Told } from '../attempt';
import type { GroundAttempt } from '../attempt-ground';
import { OTHER, OWNER } from '../organizations';
import { askedBy, type Operation } from './asked-by';

const DRAFT = 'filter: { state: [DRAFT] }';

const DRAFTS: Operation[] = [
  ['a need by id', ({ need }) => `{ need(id: "${need}") { text } }`, isAbsent],
  ['a need among several', ({ need }) => `{ needById(ids: ["${need}"]) { text } }`, isAbsent],
  ['a resource', ({ resource }) => `{ sharedResource(id: "${resource}") { name } }`, isAbsent],
  ['a plan', ({ plan }) => `{ annualPlan(id: "${plan}") { title } }`, isAbsent],
  ['an agreement', ({ agreement }) => `{ coBuildingAgreement(id: "${agreement}") { title } }`, isAbsent],
  [
    'needs in a list',
    `{ needs(${DRAFT}) { totalCount edges { node { text } } pageInfo { hasNextPage } } }`,
    isAbsent,
  ],
  [
    'agreements in a list',
    `{ coBuildingAgreements(${DRAFT}) { totalCount edges { node { title } } } }`,
    isAbsent,
  ],
  [
    'needs of an organization',
    `{ organization(id: "${OWNER}") { needs(${DRAFT}) { totalCount edges { node { text } } } } }`,
    isAbsent,
  ],
  ['a count of needs', `{ needSummary(${DRAFT}) { count } }`, isAbsent],
  ['a count of agreements', `{ coBuildingAgreementSummary(${DRAFT}) { count } }`, isAbsent],
  ['needs in groups', '{ needSummary(groupBy: [STATE]) { groups { key count } } }', hasNoDraftGroup],
  [
    'signatories',
    '{ agreementSignatories(filter: { agreementState: [DRAFT] }) { totalCount edges { node { id } } } }',
    isAbsent,
  ],
];

/** Other groups are there. */
function hasNoDraftGroup({ data, codes }: Told): boolean {
  const keys = ((data?.needSummary?.groups ?? []) as { key: string }[]).map(({ key }) => key).join();
  return codes.length === 0 && keys.includes('PUBLISHED') && !keys.includes('DRAFT');
}

export const draftsForNobody: GroundAttempt[] = DRAFTS.map(askedBy(null));
export const draftsForAnother: GroundAttempt[] = DRAFTS.map(askedBy(OTHER));
export const draftsForAService: GroundAttempt[] = DRAFTS.map(askedBy(OTHER, { kind: 'service' }));
