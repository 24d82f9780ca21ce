// The minutes of a meeting as they were issued: number, day and text.
import { DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { conference, Record } from '../contract';
import { Meeting } from './meeting';

@Noun({
  contract: conference,
  kind: 'minutes',
  singular: 'meetingMinutes',
  plural: 'meetingMinutesList',
  description:
    '会议纪要：文号、印发日期和内容；更正另发一份。 Minutes of a meeting, with document number and day; a correction is issued as another one.',
  order: 'issuedOn',
})
export class MeetingMinutes extends Record {
  @Local(() => Meeting, '所记的会议。 The meeting.', {
    required: true,
    inverse: {
      field: 'minutes',
      description: '印发的纪要，通常一份。 Minutes that were issued, usually one.',
    },
  })
  meetingId!: string;

  @Text('文号。 Document number.', { max: 80, filter: true })
  documentNumber!: string | null;

  @Text('题名。 Title.', { required: true, max: 300 })
  title!: string;

  @Text('内容，只写单位和岗位。 Text; it names organizations and offices only.', { max: 4000 })
  text!: string | null;

  @DayOf('印发日期。 Issued on.', { filter: true, order: true })
  issuedOn!: string | null;

  @Text('印发的岗位。 The office that issued it.', { max: 100 })
  issuedByOffice!: string | null;
}
