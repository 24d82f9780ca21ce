// What a meeting resolved. It makes assignments; there is no other to-do list.
import { Ctx, Field, Int } from 'type-graphql';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { AgendaItem } from '../agenda-item/agenda-item';
import { ChangingRecord } from '../changing-record';
import { conference } from '../contract';
import { Meeting } from '../meeting/meeting';
import { isOverdue, overdueDays } from '../overdue';

export const ResolutionState = createChoice('ResolutionState', '决议的状态。 State of a resolution.', {
  ADOPTED: '已通过。 Adopted.',
  ASSIGNED: '已交办。 Assigned.',
  IN_PROGRESS: '落实中。 In progress.',
  REPORTED: '已报结果，待核实。 Reported as done, waits to be verified.',
  VERIFIED: '已核实。 Verified.',
  RETURNED: '退回重办。 Returned to be done again.',
  CLOSED: '办结。 Closed.',
});

const SETTLED = [ResolutionState.VERIFIED, ResolutionState.CLOSED];

@Noun({
  contract: conference,
  kind: 'resolution',
  singular: 'resolution',
  plural: 'resolutions',
  description:
    '决议：会议议定的一件事，由交办事项落实。 A resolution of a meeting, carried out by its assignments.',
  order: 'adoptedOn',
  terms: {
    overdue: {
      type: () => Boolean,
      description:
        '逾期（或未逾期）：期限已过且未核实、未办结。 Overdue, or not: its day has passed and it is neither verified nor closed.',
      where: (overdue: boolean, alias, { today }) => isOverdue(overdue, alias, SETTLED, today),
    },
  },
})
export class Resolution extends ChangingRecord {
  @Local(() => Meeting, '作出决议的会议。 The meeting that resolved it.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'resolutions',
      summary: 'resolutionSummary',
      description: '本次会议的决议。 Resolutions of this meeting.',
    },
  })
  meetingId!: string;

  @Local(() => AgendaItem, '所决的议题。 The agenda item that it decides.', {
    inverse: { field: 'resolutions', description: '就此议题作出的决议。 Resolutions on this item.' },
  })
  agendaItemId!: string | null;

  @Text('决议编号。 Number of the resolution.', { max: 40, filter: true, order: true })
  number!: string | null;

  @Text('题目。 Title.', { required: true, max: 300 })
  title!: string;

  @Text('英文题目。 Title in English.', { max: 300 })
  titleEn!: string | null;

  @Text('内容。 Text.', { required: true, max: 2000 })
  text!: string;

  @Choice(() => ResolutionState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof ResolutionState;

  @DayOf('通过日期。 Adopted on.', { required: true, filter: true, order: true })
  adoptedOn!: string;

  @DayOf('落实期限。 To be carried out by.', { filter: true, order: true })
  dueOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '逾期天数；未逾期为空。 Days overdue; null when not overdue.',
  })
  overdueDays(@Ctx() { today }: RequestContext): number | null {
    return overdueDays(this, SETTLED, today);
  }
}
