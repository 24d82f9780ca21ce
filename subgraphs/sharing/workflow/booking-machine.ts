// What may be done with a booking: asked for by any organization, decided by the resource's owner.
import { refusalOf, WrongTime, type Refusal } from '../../kit/workflow/refusal';
import { createMachine, type Step } from '../../kit/workflow/machine';
import { anyOrganization, named, owner } from '../../kit/workflow/role';
import { invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { SharedResource } from '../shared-resource/shared-resource';
import { Booking, BookingState } from '../booking/booking';
import { faultInTime } from './opening';
import { approvedDuring, lackOfRoom } from './room';

const requester = named<Booking>('requesterId', { zh: '申请单位', en: 'the requester' });

export const bookingMachine = createMachine<Booking>(Booking, {
  states: BookingState,
  creations: {
    requestBooking: {
      description: '申请预约；申请单位即办理的单位。 Asks for a booking, for the organization that asks.',
      under: 'resourceId',
      to: 'REQUESTED',
      who: [anyOrganization],
      takes: ['startsAt', 'endsAt', 'expectedHeadcount', 'purpose', 'agreementId'],
      check: faultInRequest,
      change: ({ actor, now }) => ({ requesterId: actor.organization, requestedAt: now }),
    },
  },
  transitions: {
    approveBooking: {
      description:
        '批准预约；与已批准的冲突或超过容量则不办。 Approves a booking; refused where it overlaps or exceeds the capacity.',
      from: ['REQUESTED'],
      to: 'APPROVED',
      who: [owner],
      check: faultInApproval,
    },
    declineBooking: {
      description: '不批准预约，须写原因。 Declines a booking, with a reason.',
      from: ['REQUESTED'],
      to: 'DECLINED',
      who: [owner],
      reasonRequired: true,
    },
    withdrawBooking: {
      description: '开始前撤回预约。 Withdraws a booking before it starts.',
      from: ['REQUESTED', 'APPROVED'],
      to: 'WITHDRAWN',
      who: [requester],
      check: ({ row, now }) => (now < row.startsAt ? null : tooLate(row.startsAt)),
    },
    revokeBooking: {
      description: '收回已批准的预约，须写原因。 Revokes an approved booking, with a reason.',
      from: ['APPROVED'],
      to: 'REVOKED',
      who: [owner],
      reasonRequired: true,
      check: ({ row, now }) => (now < row.endsAt ? null : tooLate(row.endsAt)),
    },
    completeBooking: {
      description: '登记已使用，开始后办理。 Records that it was used, once it has started.',
      from: ['APPROVED'],
      to: 'COMPLETED',
      who: [owner],
      check: ({ row, now }) => (now < row.startsAt ? tooEarly(row.startsAt) : null),
    },
    markBookingNotUsed: {
      description: '登记未使用，开始后办理。 Records that it was not used, once it has started.',
      from: ['APPROVED'],
      to: 'NOT_USED',
      who: [owner],
      check: ({ row, now }) => (now < row.startsAt ? tooEarly(row.startsAt) : null),
    },
  },
});

async function faultInRequest(step: Step<Booking>): Promise<Refusal | null> {
  const { row, now, manager } = step;
  const resource = step.parent as SharedResource;
  if (resource.state !== 'LISTED') return notAllowedInState(resource.id, resource.state, ['LISTED']);
  if (row.endsAt <= row.startsAt)
    return invalidInput('endsAt', { zh: '结束应晚于开始。', en: 'the end must come after the start.' });
  if (row.startsAt <= now)
    return invalidInput('startsAt', { zh: '开始应在现在之后。', en: 'the start must lie ahead.' });
  if (row.expectedHeadcount < 1)
    return invalidInput('expectedHeadcount', { zh: '至少一人。', en: 'at least one person.' });
  return (await faultInTime(manager, resource, row)) ?? roomFor(step, resource);
}

async function faultInApproval(step: Step<Booking>): Promise<Refusal | null> {
  const { row, now, manager } = step;
  if (now >= row.endsAt) return tooLate(row.endsAt);
  const resource = await manager.findOneByOrFail(SharedResource, { id: row.resourceId });
  if (resource.state !== 'LISTED' && resource.state !== 'PAUSED')
    return notAllowedInState(resource.id, resource.state, ['LISTED', 'PAUSED']);
  return roomFor(step, resource);
}

async function roomFor({ manager, row }: Step<Booking>, resource: SharedResource): Promise<Refusal | null> {
  return lackOfRoom(resource, row, await approvedDuring(manager, resource.id, row));
}

function tooEarly(notBefore: string): Refusal {
  const sentence = { zh: '还没有开始；请在开始后办理。', en: 'It has not started yet; do this once it has.' };
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore, onlyBefore: null });
}

function tooLate(onlyBefore: string): Refusal {
  const sentence = { zh: '时间已过，不能再办。', en: 'It is too late for this.' };
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore: null, onlyBefore });
}
