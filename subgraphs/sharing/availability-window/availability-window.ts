// When a resource is open: a window on a day of the week, each week or as its recurrence rule says.
import { Field } from 'type-graphql';
import { Column } from 'typeorm';
import { DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';
import { writeRule } from '../recurrence/recurrence-rule';

@Noun({
  contract: sharing,
  kind: 'availability-window',
  singular: 'availabilityWindow',
  plural: 'availabilityWindows',
  description: '开放时段：一周中某天的一段时间，每周或按重复规则。 A window on a day of the week in which a resource is open, each week or by its recurrence rule.',
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

  @Whole('每月的第几个这一天，1 至 5,-1 为最后一个；空为不限。 Which such day of the month, 1 to 5, -1 is the last; null for any.')
  weekOfMonth!: number | null;

  @Whole('每几周一次，自有效首日所在的周起；空为每周。 Every so many weeks, from the week of its first day; null for each week.')
  everyWeeks!: number | null;

  /** With `everyWeeks`: which of these weeks, so that SQL can tell. */
  @Column({ type: 'int', nullable: true })
  weekPhase!: number | null;

  @Field(() => String, { description: '重复规则（RFC 5545 的 RRULE）。 Its recurrence rule, an RRULE of RFC 5545.' })
  recurrenceRule(): string {
    return writeRule(this);
  }
}
