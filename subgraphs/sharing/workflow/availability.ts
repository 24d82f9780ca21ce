// The weekly windows of a resource as its owner sets them: all at once, in place of those before.
import { Field, InputType, Int } from 'type-graphql';
import type { Step } from '../../kit/workflow/machine';
import { newId } from '../../kit/workflow/new-id';
import type { Refusal } from '../../kit/workflow/refusal';
import { invalidInput } from '../../kit/workflow/sentences';
import { specOf } from '../../kit/noun/spec';
import { Day } from '../../kit/scalar/scalars';
import { AvailabilityWindow } from '../availability-window/availability-window';
import type { SharedResource } from '../shared-resource/shared-resource';

@InputType({ description: '一周中某天的一段开放时间。 A window of opening on one day of the week.' })
export class WindowInput {
  @Field(() => Int, { description: '星期,1 为周一,7 为周日。 Day of the week, 1 is Monday and 7 is Sunday.' })
  weekday!: number;

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
  if (windows.length > MAX_WINDOWS)
    return invalidInput('windows', { zh: `最多 ${MAX_WINDOWS} 个。`, en: `${MAX_WINDOWS} at most.` });
  if (windows.every(isSound)) return null;
  return invalidInput('windows', {
    zh: '星期应为 1 至 7，时间应写作 HH:MM，且先开后关。',
    en: 'weekdays are 1 to 7, times are HH:MM, and a window closes after it opens.',
  });
}

function isSound({ weekday, opensAt, closesAt, validFrom, validTo }: WindowInput): boolean {
  const inOrder = opensAt < closesAt && (!validFrom || !validTo || validFrom <= validTo);
  return weekday >= 1 && weekday <= 7 && CLOCK.test(opensAt) && CLOCK.test(closesAt) && inOrder;
}

export async function replaceWindows({ manager, row, input, now }: Step<SharedResource>): Promise<void> {
  await manager.delete(AvailabilityWindow, { resourceId: row.id });
  const { kind } = specOf(AvailabilityWindow);
  for (const { validFrom = null, validTo = null, ...window } of input.windows as WindowInput[]) {
    const entered = { provenance: 'ENTERED' as const, updatedAt: now, version: 1 };
    const id = newId(row.home, kind, now);
    await manager.insert(AvailabilityWindow, {
      ...window,
      validFrom,
      validTo,
      ...entered,
      id,
      home: row.home,
      resourceId: row.id,
    });
  }
}
