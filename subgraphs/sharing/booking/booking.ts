// A booking of a resource by another organization. It lives with the resource's owner, who decides it.
import { Ctx, Field, Int } from 'type-graphql';
import { dayAt, daysBetween } from '../../kit/clock';
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { CoBuildingAgreement, Organization, Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';

export const BookingState = createChoice('BookingState', '预约的状态。 State of a booking.', {
  REQUESTED: '待批准。 Requested, waits for the owner.',
  APPROVED: '已批准。 Approved.',
  DECLINED: '未批准。 Declined.',
  WITHDRAWN: '开始前由申请方撤回。 Withdrawn by the requester before the start.',
  REVOKED: '由所有方收回，附原因。 Revoked by the owner with a reason.',
  COMPLETED: '已使用。 Completed: it was used.',
  NOT_USED: '未使用。 Not used.',
});

@Noun({
  contract: sharing,
  kind: 'booking',
  singular: 'booking',
  plural: 'bookings',
  description: '预约：一个单位借用另一家的资源。 A booking of a resource by an organization.',
  order: 'startsAt',
  parties: ['requesterId'],
  owned: { field: 'receivedBookings', summary: 'receivedBookingSummary', description: '对本单位资源的预约。 Bookings of this organization’s resources.' },
})
export class Booking extends Record {
  @Local(() => SharedResource, '所借的资源。 The resource that is booked.', {
    required: true,
    dimension: true,
    inverse: { field: 'bookings', summary: 'bookingSummary', description: '此资源的预约。 Bookings of this resource.' },
  })
  resourceId!: string;

  @Foreign(() => Organization, '申请单位。 The organization that asks.', {
    required: true,
    dimension: true,
    inverse: { field: 'requestedBookings', summary: 'requestedBookingSummary', description: '本单位提出的预约，在各家。 Bookings that this organization asked for, anywhere.' },
  })
  requesterId!: string;

  @Choice(() => BookingState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof BookingState;

  @TimeOf('开始时间。 Start.', { required: true, filter: true, order: true })
  startsAt!: string;

  @TimeOf('结束时间。 End.', { required: true, filter: true })
  endsAt!: string;

  @TimeOf('申请时间。 When it was asked for.', { required: true, filter: true, order: true })
  requestedAt!: string;

  @Text('用途。 Purpose.', { readers: 'parties' })
  purpose!: string | null;

  @Whole('预计人数。 Expected number of people.', { required: true, sum: true })
  expectedHeadcount!: number;

  @Foreign(() => CoBuildingAgreement, '所依据的共建协议。 The agreement that it rests on.')
  agreementId!: string | null;

  @TimeOf('最近一次状态变化的时间。 When the state last changed.')
  changedAt!: string | null;

  @Text('作出变化的岗位。 The office that changed it.', { max: 100, readers: 'parties' })
  changedByOffice!: string | null;

  @Text('原因（收回、未批准）。 The reason of a revocation or refusal.', { readers: 'parties' })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: '已等待批准的天数；不在等待为空。 Days it has waited for approval; null when it does not wait.' })
  waitingDays(@Ctx() { today }: RequestContext): number | null {
    return this.state === 'REQUESTED' ? daysBetween(dayAt(new Date(this.requestedAt)), today) : null;
  }
}
