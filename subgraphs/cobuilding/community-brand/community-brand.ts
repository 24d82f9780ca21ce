// What a community is known for: its brand of co-building, under which projects and activities run.
import { Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { cobuilding, Record } from '../contract';

@Noun({
  contract: cobuilding,
  kind: 'community-brand',
  singular: 'communityBrand',
  plural: 'communityBrands',
  description: '社区品牌（一区一品）。 The brand of a community: one community, one brand.',
  order: 'name',
  owned: { field: 'communityBrands', description: '本社区的品牌。 Brands of this community.' },
})
export class CommunityBrand extends Record {
  @Text('名称。 Name.', { required: true, max: 100, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 100 })
  nameEn!: string | null;

  @Text('简介。 What it is about.')
  text!: string | null;

  @Whole('始于年度。 Since which year.')
  sinceYear!: number | null;
}
