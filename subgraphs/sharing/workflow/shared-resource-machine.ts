// What may be done with a shared resource, by the organization that opens it.
import { MoreThan } from 'typeorm';
import { createMachine, type Step } from '../../kit/workflow/machine';
import { Incomplete, refusalOf, type Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput } from '../../kit/workflow/sentences';
import { Booking } from '../booking/booking';
import { ResourceState } from '../shared-resource/resource-choices';
import { SharedResource } from '../shared-resource/shared-resource';
import { faultInWindows, replaceWindows, WindowInput } from './availability';
import { lackOfRoom } from './room';

const who = [owner];
const OPEN = ['DRAFT', 'LISTED', 'PAUSED'];
const FACTS = [
  'name',
  'nameEn',
  'kind',
  'categoryId',
  'exclusive',
  'capacity',
  'holidayRule',
  'revocable',
  'allowedUse',
  'openingText',
  'tags',
] as const;

export const sharedResourceMachine = createMachine<SharedResource>(SharedResource, {
  states: ResourceState,
  creations: {
    createSharedResource: {
      description: '登记一项资源，先为草稿。 Enters a resource, as a draft at first.',
      to: 'DRAFT',
      who,
      takes: FACTS,
      check: ({ row }) => faultInCapacity(row.capacity),
      change: () => ({ ownerStated: true }),
    },
  },
  transitions: {
    updateSharedResource: {
      description:
        '修改资源；已批准的预约容不下的修改不办。 Changes a resource; refused where approved bookings would no longer have room.',
      from: OPEN,
      who,
      takes: FACTS,
      check: faultInUpdate,
    },
    setAvailability: {
      description: '登记每周开放时段，替换原有的。 Sets the weekly windows, in place of those before.',
      from: OPEN,
      who,
      more: {
        windows: {
          type: () => [WindowInput],
          required: true,
          description: '开放时段，最多 100 个。 The windows, 100 at most.',
        },
      },
      check: faultInWindows,
      effects: replaceWindows,
    },
    listSharedResource: {
      description:
        '开放资源；涉密或重点防护的场所不得开放。 Lists a resource; sites that are secret or specially guarded are not listed.',
      from: ['DRAFT'],
      to: 'LISTED',
      who,
    },
    pauseSharedResource: {
      description: '暂停开放。 Pauses a resource.',
      from: ['LISTED'],
      to: 'PAUSED',
      who,
    },
    resumeSharedResource: {
      description: '恢复开放。 Opens a paused resource again.',
      from: ['PAUSED'],
      to: 'LISTED',
      who,
    },
    withdrawSharedResource: {
      description:
        '撤回资源；还有已批准的预约则不办。 Withdraws a resource; refused while approved bookings lie ahead.',
      from: ['LISTED', 'PAUSED'],
      to: 'WITHDRAWN',
      who,
      check: faultInWithdrawal,
    },
  },
});

function faultInCapacity(capacity: number | null | undefined): Refusal | null {
  return capacity === 0 ? invalidInput('capacity', { zh: '至少一人。', en: 'at least one person.' }) : null;
}

/** Every approved booking that is not over must have room beside the others as the resource would be. */
async function faultInUpdate(step: Step<SharedResource>): Promise<Refusal | null> {
  const { capacity = step.row.capacity, exclusive = step.row.exclusive } = step.values;
  const fault = faultInCapacity(capacity);
  if (fault) return fault;
  const ahead = await approvedAhead(step);
  for (const booking of ahead) {
    const others = ahead.filter(
      ({ id, startsAt, endsAt }) =>
        id !== booking.id && startsAt < booking.endsAt && endsAt > booking.startsAt,
    );
    const lack = lackOfRoom({ capacity, exclusive }, booking, others);
    if (lack) return lack;
  }
  return null;
}

async function faultInWithdrawal(step: Step<SharedResource>): Promise<Refusal | null> {
  const ahead = await approvedAhead(step);
  if (ahead.length === 0) return null;
  return refusalOf(Incomplete, 'INCOMPLETE', {
    zh: `还有 ${ahead.length} 个已批准的预约；请先收回或待其结束。`,
    en: `${ahead.length} approved bookings lie ahead; revoke them first or wait until they are over.`,
  });
}

function approvedAhead({ manager, row, now }: Step<SharedResource>): Promise<Booking[]> {
  return manager.findBy(Booking, { resourceId: row.id, state: 'APPROVED', endsAt: MoreThan(now) });
}
