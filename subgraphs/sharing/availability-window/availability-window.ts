// When a resource is open: a weekly window.
import { DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';

@Noun({
  contract: sharing,
  kind: 'availability-window',
  singular: 'availabilityWindow',
  plural: 'availabilityWindows',
  description: '开放时段：一周中某天的一段时间。 A weekly window in which a resource is open.',
  order: 'weekday',
  partOf: 'resourceId',
})
export class AvailabilityWindow extends Record {
  @Local(() => SharedResource, '所属资源。 The resource.', {
    required: true,
    inverse: { field: 'availabilityWindows', description: '开放时段。 When the resource is open.' },
  })
  resourceId!: string;

  @Whole('星期,1 为周一,7 为周日。 Day of the week, 1 is Monday and 7 is Sunday.', { required: true, filter: true, order: true })
  weekday!: number;

  @Text('开门时间 HH:MM。 Opens at, HH:MM.', { required: true, max: 5 })
  opensAt!: string;

  @Text('关门时间 HH:MM,至 24:00。 Closes at, HH:MM, up to 24:00.', { required: true, max: 5 })
  closesAt!: string;

  @DayOf('自此日起有效。 Valid from this day.')
  validFrom!: string | null;

  @DayOf('至此日止有效。 Valid to this day.')
  validTo!: string | null;
}
