// The windows of a resource as its owner sets them: all at once, in place of those before.
import { Field, InputType, Int } from 'type-graphql';
import type { Sentence } from '../../../schema/codes';
import type { Step } from '../../kit/workflow/machine';
import { newId } from '../../kit/workflow/new-id';
import type { Refusal } from '../../kit/workflow/refusal';
import { invalidInput } from '../../kit/workflow/sentences';
import { specOf } from '../../kit/noun/spec';
import { Day } from '../../kit/scalar/scalars';
import { AvailabilityWindow } from '../availability-window/availability-window';
import { readRule, weekNumber, type Recurrence } from '../recurrence/recurrence-rule';
import type { SharedResource } from '../shared-resource/shared-resource';

@InputType({
  description:
    '一段开放时间：某个星期几，或按重复规则。 A window of opening: on a day of the week, or by a recurrence rule.',
})
export class WindowInput {
  @Field(() => Int, {
    nullable: true,
    description:
      '星期,1 为周一,7 为周日；与重复规则二选一。 Day of the week, 1 is Monday and 7 is Sunday; this or a rule.',
  })
  weekday?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      '重复规则（RFC 5545),例如 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 或 FREQ=MONTHLY;BYDAY=1SA。 An RRULE of RFC 5545, weekly or of certain weekdays of the month.',
  })
  recurrenceRule?: string | null;

  @Field(() => String, { description: '开门时间 HH:MM。 Opens at, HH:MM.' })
  opensAt!: string;

  @Field(() => String, { description: '关门时间 HH:MM,至 24:00。 Closes at, HH:MM, up to 24:00.' })
  closesAt!: string;

  @Field(() => Day, { nullable: true, description: '自此日起有效。 Valid from this day.' })
  validFrom?: string | null;

  @Field(() => Day, { nullable: true, description: '至此日止有效。 Valid to this day.' })
  validTo?: string | null;
}

const MAX_WINDOWS = 100;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export function faultInWindows({ input }: Step<SharedResource>): Refusal | null {
  const windows = input.windows as WindowInput[];
  const read = windows.map(recurrencesOf);
  const fault = read.find((each) => !Array.isArray(each));
  if (fault) return invalidInput('windows', fault as Sentence);
  if (read.flat().length > MAX_WINDOWS)
    return invalidInput('windows', { zh: `最多 ${MAX_WINDOWS} 个。`, en: `${MAX_WINDOWS} at most.` });
  if (windows.every(isSound)) return null;
  return invalidInput('windows', {
    zh: '时间应写作 HH:MM，且先开后关；隔周开放的须写有效首日。',
    en: 'times are HH:MM, a window closes after it opens, and one that is not open each week needs its first day.',
  });
}

function recurrencesOf({ weekday, recurrenceRule }: WindowInput): Recurrence[] | Sentence {
  if (recurrenceRule != null && weekday == null) return readRule(recurrenceRule);
  if (recurrenceRule == null && weekday != null && weekday >= 1 && weekday <= 7)
    return [{ weekday, weekOfMonth: null, everyWeeks: null }];
  return {
    zh: '星期（1 至 7）与重复规则应恰好写一个。',
    en: 'give exactly one of a weekday, 1 to 7, and a recurrence rule.',
  };
}

function isSound(window: WindowInput): boolean {
  const { opensAt, closesAt, validFrom, validTo } = window;
  const inOrder = opensAt < closesAt && (!validFrom || !validTo || validFrom <= validTo);
  const recurrences = recurrencesOf(window) as Recurrence[];
  const begins = Boolean(validFrom) || recurrences.every(({ everyWeeks }) => everyWeeks === null);
  return CLOCK.test(opensAt) && CLOCK.test(closesAt) && inOrder && begins;
}

export async function replaceWindows({ manager, row, input, now }: Step<SharedResource>): Promise<void> {
  await manager.delete(AvailabilityWindow, { resourceId: row.id });
  const { kind } = specOf(AvailabilityWindow);
  const entered = {
    provenance: 'ENTERED' as const,
    updatedAt: now,
    version: 1,
    home: row.home,
    resourceId: row.id,
  };
  for (const window of input.windows as WindowInput[]) {
    const { opensAt, closesAt, validFrom = null, validTo = null } = window;
    for (const recurrence of recurrencesOf(window) as Recurrence[]) {
      const { everyWeeks } = recurrence;
      const weekPhase = everyWeeks && validFrom ? weekNumber(validFrom) % everyWeeks : null;
      const recurring = { ...recurrence, weekPhase, opensAt, closesAt, validFrom, validTo };
      await manager.insert(AvailabilityWindow, { ...recurring, ...entered, id: newId(row.home, kind, now) });
    }
  }
}
