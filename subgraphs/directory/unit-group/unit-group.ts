// A group of units that a source counts but does not name. It is no organization: it owns, votes and attends nothing.
import { Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';

@Noun({
  contract: directory,
  kind: 'unit-group',
  singular: 'unitGroup',
  plural: 'unitGroups',
  description:
    '未列名的一组单位：来源只说有多少家；不作为单位，不表决、不出席。 A group of unnamed units: the source only says how many; never an organization, a voter or an attendee.',
  order: 'name',
})
export class UnitGroup extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Whole('来源所述家数；未给出或被遮盖为空。 Number of units as stated; null when not given or masked.')
  statedUnitCount!: number | null;

  @Flag('家数在来源中被遮盖。 The number is masked in the source.', { required: true })
  masked!: boolean;
}
