// An honour that was awarded to an organization.
import { DayOf, Flag, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Organization } from '../organization/organization';
import { Record } from '../source-document/source-document';

@Noun({
  contract: directory,
  kind: 'honour',
  singular: 'honour',
  plural: 'honours',
  description: '荣誉：授予一个单位的称号、奖项。 An honour that was awarded to an organization.',
  order: 'awardedOn',
})
export class Honour extends Record {
  @Text('称号。 Title of the honour.', { required: true, max: 300 })
  title!: string;

  @Text('英文称号。 Title in English.', { max: 300 })
  titleEn!: string | null;

  @Local(() => Organization, '获得荣誉的单位。 The organization that was honoured.', {
    required: true,
    inverse: { field: 'honours', description: '本单位获得的荣誉。 Honours of this organization.' },
  })
  organizationId!: string;

  @Local(
    () => Organization,
    '授予单位；未写明为空。 The organization that awarded it; null when not stated.',
    {
      inverse: {
        field: 'awardedHonours',
        description: '本单位授予的荣誉。 Honours that this organization awarded.',
      },
    },
  )
  issuerId!: string | null;

  @DayOf('授予日期；来源没有完整日期时为空。 Awarded on; null where the source gives no full day.', {
    filter: true,
    order: true,
  })
  awardedOn!: string | null;

  @Text('来源所述时间，照录。 The time as the source words it.', { max: 100 })
  periodText!: string | null;

  @Flag('时间在来源中被遮盖。 The time is masked in the source.', { required: true })
  masked!: boolean;
}
