// How the public calendar is edited, by the office that keeps it.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import type { Role } from '../../kit/workflow/role';
import { alreadyExists, invalidInput } from '../../kit/workflow/sentences';
import { CalendarDay } from '../calendar/calendar-day';
import { keepCalendarDay } from '../calendar/kept-calendar';

const SCOPE = 'calendar:keep';
const keeper: Role = {
  zh: `登记日历的街道岗位（权限 ${SCOPE}）`,
  en: `the street's office that keeps the calendar (scope ${SCOPE})`,
  holds: ({ organization, scopes }, { home }) => organization === home && scopes.includes(SCOPE),
};

export const calendarDayMachine = createMachine<CalendarDay>(CalendarDay, {
  creations: {
    enterCalendarDay: {
      description:
        '登记一个节假日或调休上班日；一天登记一次。 Enters a public holiday or a make-up workday, once for a day.',
      who: [keeper],
      takes: ['day', 'kind', 'name', 'asWeekday'],
      check: faultInDay,
      effects: ({ manager, row }) => keepCalendarDay(manager, row),
    },
  },
  transitions: {
    correctCalendarDay: {
      description:
        '更正，须写原因；误登的改为 ORDINARY。 Corrects an entry, with a reason; a mistaken one becomes ORDINARY.',
      who: [keeper as Role<never>],
      takes: ['kind', 'name', 'asWeekday'],
      reasonRequired: true,
      check: ({ row, values }) => faultInWeekday({ ...row, ...values }),
      effects: ({ manager, row, values }) => keepCalendarDay(manager, { ...row, ...values }),
    },
  },
});

async function faultInDay({ manager, row }: Step<CalendarDay>): Promise<Refusal | null> {
  const same = await manager.findOneBy(CalendarDay, { home: row.home, day: row.day });
  if (same)
    return alreadyExists(same.id, { zh: '这一天已登记；请更正。', en: 'The day is entered; correct it.' });
  return faultInWeekday(row);
}

function faultInWeekday({ kind, asWeekday }: Pick<CalendarDay, 'kind' | 'asWeekday'>): Refusal | null {
  const isSound =
    kind === 'MAKE_UP_WORKDAY' ? asWeekday != null && asWeekday >= 1 && asWeekday <= 7 : asWeekday == null;
  if (isSound) return null;
  return invalidInput('asWeekday', {
    zh: '调休上班日应写照星期几办理（1 至 7),其他日子不写。',
    en: 'a make-up workday says which weekday it stands for, 1 to 7; other days do not.',
  });
}
