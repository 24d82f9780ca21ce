// The office through which an organization is reached. An office, never a person.
import { DayOf, Flag, Text } from '../../kit/noun/columns';
import { condition } from '../../kit/sql/condition';
import { Noun } from '../../kit/noun';
import { Record, sharing } from '../contract';

@Noun({
  contract: sharing,
  kind: 'liaison-office',
  singular: 'liaisonOffice',
  plural: 'liaisonOffices',
  description: '联络岗位：单位之间的固定联系点；只记岗位，不记姓名。 The office through which an organization is reached; an office, never a name.',
  order: 'title',
  owned: { field: 'liaisonOffices', description: '本单位的联络岗位。 Liaison offices of this organization.' },
  terms: {
    valid: {
      type: () => Boolean,
      description: '今天有效：未过有效期。 Valid today: not past its last day.',
      where: (valid: boolean, alias, { today }) =>
        valid
          ? condition(`(${alias}.validUntil IS NULL OR ${alias}.validUntil >= ?)`, today)
          : condition(`(${alias}.validUntil IS NOT NULL AND ${alias}.validUntil < ?)`, today),
    },
  },
})
export class LiaisonOffice extends Record {
  @Text('岗位名称。 Title of the office.', { required: true, max: 100, order: true })
  title!: string;

  @Text('办公电话。 Office telephone.', { max: 40, readers: 'members' })
  officePhone!: string | null;

  @Flag('专职。 Full time.', { required: true })
  fullTime!: boolean;

  @DayOf('报送日期。 Reported on.', { filter: true, order: true })
  reportedOn!: string | null;

  @DayOf('有效期至；空为长期。 Valid until; null without end.', { filter: true, order: true })
  validUntil!: string | null;
}
