// A team that can be called on. Its head count is shared, its roster never.
import { Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';

@Noun({
  contract: sharing,
  kind: 'team',
  singular: 'volunteerTeam',
  plural: 'volunteerTeams',
  description: '志愿队伍：可调用的队伍，只记人数，不记名册。 A team that can be called on; its head count, never its roster.',
  order: 'name',
  owned: { field: 'volunteerTeams', description: '本单位的志愿队伍。 Volunteer teams of this organization.' },
})
export class VolunteerTeam extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('服务方向。 What it does.', { max: 200 })
  direction!: string | null;

  @Whole('人数；未写明为空。 Head count; null when not stated.')
  headcount!: number | null;

  @Whole('队数。 Number of teams.')
  teamCount!: number | null;

  @Local(() => SharedResource, '登记为共享资源。 The resource it is listed as.')
  resourceId!: string | null;
}
