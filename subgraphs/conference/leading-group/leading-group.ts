// A leading group: a body of several organizations that steers one matter.
import { DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { conference, Organization, Record } from '../contract';
import { JointConference } from '../joint-conference/joint-conference';

@Noun({
  contract: conference,
  kind: 'leading-group',
  singular: 'leadingGroup',
  plural: 'leadingGroups',
  description:
    '领导小组：由社区和共建单位组成、就一件事议事协调的小组。 A leading group: a body of a community and its partners that steers one matter.',
  order: 'name',
})
export class LeadingGroup extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Text('职责。 What it is for.', { max: 1000 })
  duty!: string | null;

  @Text('组长由哪个岗位担任，不记人名。 The office that heads it, never a name.', { max: 100 })
  headOffice!: string | null;

  @Foreign(() => Organization, '此小组在名录中的条目。 The group as the directory lists it.', {
    inverse: {
      field: 'leadingGroupRecords',
      description:
        '此条目是领导小组时，它的组成和职责。 Where this organization is a leading group: what it consists of and does.',
    },
  })
  organizationId!: string | null;

  @Local(() => JointConference, '所属的联席会议。 The conference it belongs to.', {
    inverse: {
      field: 'leadingGroups',
      description: '此联席会议的领导小组。 Leading groups of this conference.',
    },
  })
  conferenceId!: string | null;

  @DayOf('成立日期。 Set up on.')
  establishedOn!: string | null;

  @DayOf('撤销日期。 Dissolved on.')
  dissolvedOn!: string | null;
}
