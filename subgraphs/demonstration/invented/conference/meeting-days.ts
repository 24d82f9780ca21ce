// On which days the made-up conferences met and meet, seen from the day of the start.
import { addDays } from '../../../kit/clock';
import { nearestOfficeDay } from '../office-days';

export interface MeetingDays {
  /** The street's: a quarter before the last one, some weeks ago, and in ten days or so. */
  earlier: string;
  last: string;
  next: string;
  /** The community's: before the street's last one, and after its next one. */
  communityLast: string;
  communityNext: string;
}

export function meetingDays(today: string): MeetingDays {
  const last = nearestOfficeDay(addDays(today, -24));
  return {
    earlier: earlierDay(last, today),
    last,
    next: nearestOfficeDay(addDays(today, 10)),
    communityLast: nearestOfficeDay(addDays(today, -45)),
    communityNext: nearestOfficeDay(addDays(today, 24)),
  };
}

/** Early in the year the quarter is cut short where it can be, so that this year has two meetings; never below four weeks. */
function earlierDay(last: string, today: string): string {
  const quarterBefore = nearestOfficeDay(addDays(last, -91));
  const firstOfYear = nearestOfficeDay(`${today.slice(0, 4)}-01-06`);
  const canBeCut = quarterBefore < firstOfYear && firstOfYear <= addDays(last, -28);
  return canBeCut ? firstOfYear : quarterBefore;
}
