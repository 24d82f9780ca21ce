// Co-building agreements, with their signatories.
import { conference, day } from './columns';
import { keyOf, type FollowingStep, type GraphRow, type ListDeclaration, type Values } from './list';

const AGREEMENT_FIELDS = [
  'title',
  'titleEn',
  'kind',
  'effectiveFrom',
  'effectiveTo',
  'purpose',
  'conferenceId',
  'renewsAgreementId',
];

export const agreements: ListDeclaration = {
  name: 'agreements',
  title: { zh: '共建协议', en: 'Co-building agreements' },
  plural: 'coBuildingAgreements',
  singular: 'coBuildingAgreement',
  states: 'AgreementState',
  columns: [
    {
      heading: '协议名称',
      also: ['名称', '协议'],
      field: 'title',
      cell: { kind: 'text' },
      required: true,
      about: '同名续签的以生效日期区别',
      example: '示例社区与示例小学共驻共建协议',
    },
    {
      heading: '协议类型',
      also: ['类型'],
      field: 'kind',
      cell: { kind: 'choice', of: 'AgreementKind' },
      required: true,
      about: '',
      example: '共驻共建协议',
    },
    {
      heading: '签约单位',
      also: ['签约方', '共建单位', '签约各方'],
      field: 'signatoryIds',
      path: 'signatories.edges.node.organization.id',
      select: 'signatories(first: 500) { edges { node { organization { id } } } }',
      cell: { kind: 'references', to: 'organizations' },
      about: '名录中的单位，几家用顿号分开',
      example: '示例社区、示例小学',
    },
    day('生效日期', 'effectiveFrom', '', ['开始日期', '签订日期']),
    day('到期日期', 'effectiveTo', '', ['结束日期', '截止日期']),
    {
      heading: '目的',
      also: ['共建目的', '协议内容'],
      field: 'purpose',
      cell: { kind: 'text' },
      about: '',
      example: '开放操场',
    },
    conference,
    {
      heading: '续签的协议',
      field: 'renewsAgreementId',
      path: 'renewsAgreement.id',
      cell: { kind: 'reference', to: 'agreements' },
      about: '续签时写原协议的名称',
      example: '',
    },
    { heading: '英文名称', field: 'titleEn', cell: { kind: 'text' }, about: '', example: '' },
  ],
  create: { mutation: 'createCoBuildingAgreement', under: 'home', fields: AGREEMENT_FIELDS },
  update: { mutation: 'updateCoBuildingAgreement', fields: AGREEMENT_FIELDS },
  keys: ({ title, effectiveFrom }) => [keyOf(title, effectiveFrom)],
  nameOf: ({ title }) => String(title ?? ''),
  follow: addSignatories,
  feeds: 'agreements',
};

/** Those that the agreement does not have yet. */
function addSignatories(
  { signatoryIds = [] }: Values,
  { id, existing }: { id: string; existing?: { row: GraphRow; values: Values } },
): FollowingStep[] {
  const there = new Set((existing?.values.signatoryIds ?? []) as string[]);
  return (signatoryIds as string[])
    .filter((organizationId) => !there.has(organizationId))
    .map((organizationId) => ({
      mutation: 'addAgreementSignatory',
      payload: 'agreementSignatory',
      input: { agreementId: id, organizationId },
      field: 'signatoryIds',
      about: { zh: `签约方 ${organizationId}`, en: `signatory ${organizationId}` },
    }));
}
