// A day on which the public calendar differs from the week: a holiday, or a day that is worked in exchange. The street edits them.
import { Index } from 'typeorm';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Record, sharing } from '../contract';

export const CalendarDayKind = createChoice(
  'CalendarDayKind',
  '日历上这一天是什么。 What a day of the calendar is.',
  {
    HOLIDAY: '法定节假日或调休放假。 A public holiday, or a day off in exchange.',
    MAKE_UP_WORKDAY: '调休上班。 Worked in exchange for a day off.',
    ORDINARY: '与平日一样：更正误登。 As any other: corrects a mistaken entry.',
  },
);

/** One home has one entry for a day. */
@Index(['home', 'day'], { unique: true })
@Noun({
  contract: sharing,
  kind: 'calendar-day',
  singular: 'calendarDay',
  plural: 'calendarDays',
  description:
    '日历：节假日与调休上班日，由街道登记，各单位的开放时段照此办理。 The calendar: public holidays and make-up workdays, entered by the street; opening times everywhere go by it.',
  order: 'day',
})
export class CalendarDay extends Record {
  @DayOf('哪一天。 The day.', { required: true, filter: true, order: true })
  day!: string;

  @Choice(() => CalendarDayKind, '是什么日子。 What it is.', { required: true, filter: true })
  kind!: keyof typeof CalendarDayKind;

  @Text('名称，例如“国庆节”。 Its name.', { required: true, max: 60 })
  name!: string;

  @Whole(
    '调休上班日照星期几办理,1 为周一；其他日子为空。 The weekday that a make-up workday stands for, 1 is Monday; null for other days.',
  )
  asWeekday!: number | null;
}
