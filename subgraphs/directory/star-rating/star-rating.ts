// A star rating of an organization for a year (评星晋级).
import { DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Organization } from '../organization/organization';
import { Record } from '../source-document/source-document';

@Noun({
  contract: directory,
  kind: 'star-rating',
  singular: 'starRating',
  plural: 'starRatings',
  description:
    '星级评定：一个组织在一个年度评得的星级；只评组织，不评个人和家庭。 A star rating of an organization for a year; never of a person or a household.',
  order: 'year',
})
export class StarRating extends Record {
  @Local(() => Organization, '被评的组织。 The organization that is rated.', {
    required: true,
    inverse: { field: 'starRatings', description: '本单位的星级。 Star ratings of this organization.' },
  })
  organizationId!: string;

  @Local(() => Organization, '评定单位；未写明为空。 The organization that rated it; null when not stated.', {
    inverse: {
      field: 'givenStarRatings',
      description: '本单位评出的星级。 Star ratings that this organization gave.',
    },
  })
  issuerId!: string | null;

  @Whole('星级，1 到 5；来源未给出为空。 Stars, 1 to 5; null when the source gives none.', {
    filter: true,
    order: true,
    dimension: true,
  })
  stars!: number | null;

  @Whole('年度；来源未给出为空。 The year; null when the source gives none.', {
    filter: true,
    order: true,
    dimension: true,
  })
  year!: number | null;

  @Text('评定标准。 The standard of the rating.', { max: 1000 })
  standard!: string | null;

  @DayOf('评定日期。 Day of the rating.')
  ratedOn!: string | null;
}
