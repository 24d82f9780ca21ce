// Changes what questions 1 to 4, 9 to 11 and 24 count.
import { AvailabilityWindow } from '../../../subgraphs/sharing/availability-window/availability-window';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { LiaisonOffice } from '../../../subgraphs/sharing/liaison-office/liaison-office';
import { NeedClaim } from '../../../subgraphs/sharing/need/need-claim';
import { Need } from '../../../subgraphs/sharing/need/need';
import { SharedResource } from '../../../subgraphs/sharing/shared-resource/shared-resource';
import { beijingDay, lastQuarter, shiftDay, within } from './calendar';
import type { Hand } from './hand';
import { rowsOf } from './world';

/** Questions 1 to 4, 9 to 11 and 24. */
export async function changeSharing({ world, copy, change, remove, first }: Hand): Promise<void> {
  const hall = first(
    'sharing_resource',
    ({ home, kind, state }) => home === 'demo-community' && kind === 'VENUE' && state === 'LISTED',
  );
  const venue = await copy(SharedResource, hall, { name: '新礼堂' });
  for (const window of rowsOf(
    world,
    'sharing_availability_window',
    ({ resourceId }) => resourceId === hall.id,
  ))
    await copy(AvailabilityWindow, window, { resourceId: venue.id });
  await copy(
    Booking,
    first('sharing_booking', ({ state }) => state === 'REQUESTED'),
    { expectedHeadcount: 5 },
  );
  const quarter = lastQuarter(world.today);
  await change(
    Booking,
    first(
      'sharing_booking',
      ({ state, startsAt }) => state === 'COMPLETED' && within(quarter, beijingDay(startsAt)),
    ),
    { state: 'NOT_USED' },
  );
  await remove(NeedClaim, first('sharing_claim'));
  await copy(
    Need,
    first('sharing_need', ({ state }) => state === 'PUBLISHED'),
    { publishedOn: shiftDay(world.today, -30), text: '新需求' },
  );
  const members = rowsOf(world, 'conference_membership').map(
    ({ organizationId }) => organizationId as string,
  );
  await remove(
    LiaisonOffice,
    first(
      'sharing_liaison_office',
      ({ home, validUntil }) => members.includes(home) && validUntil >= world.today,
    ),
  );
}
