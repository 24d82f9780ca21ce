// What an organization needs of others.
import { category, workArea } from './columns';
import { keyOf, type ListDeclaration } from './list';

const NEED_FIELDS = ['text', 'textEn', 'categoryId', 'workAreaId', 'headcount', 'claimBy'];

export const needs: ListDeclaration = {
  name: 'needs',
  title: { zh: '需求', en: 'Needs' },
  plural: 'needs',
  singular: 'need',
  states: 'NeedState',
  columns: [
    {
      heading: '需求内容',
      also: ['需求', '需求事项', '内容', '需求描述'],
      field: 'text',
      cell: { kind: 'text' },
      required: true,
      about: '只写事，不写人',
      example: '重阳节演出需要场地',
    },
    category,
    workArea,
    {
      heading: '人数',
      also: ['涉及人数', '受益人数'],
      field: 'headcount',
      cell: { kind: 'whole' },
      about: '整数',
      example: '80',
    },
    {
      heading: '认领期限',
      also: ['认领截止日期', '截止日期'],
      field: 'claimBy',
      cell: { kind: 'day' },
      about: '逾期无人认领可列入议题',
      example: '2027-01-31',
    },
    { heading: '英文', field: 'textEn', cell: { kind: 'text' }, about: '', example: '' },
  ],
  create: { mutation: 'createNeed', under: 'home', fields: NEED_FIELDS },
  update: { mutation: 'updateNeed', fields: NEED_FIELDS },
  keys: ({ text, claimBy }) => [keyOf(text, claimBy)],
  nameOf: ({ text }) => String(text ?? ''),
};
