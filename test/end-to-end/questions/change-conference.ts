// Changes what questions 8 and 12 to 15 count.
import { AgendaItem } from '../../../subgraphs/conference/agenda-item/agenda-item';
import { SupervisionRecord } from '../../../subgraphs/conference/assignment/supervision-record';
import { ConferenceMembership } from '../../../subgraphs/conference/conference-membership/conference-membership';
import { Attendance } from '../../../subgraphs/conference/meeting/attendance';
import { Resolution } from '../../../subgraphs/conference/resolution/resolution';
import { shiftDay } from './calendar';
import type { Hand } from './hand';
import { rowsOf, type Row } from './world';

/** Questions 8 and 12 to 15. */
export async function changeConference({ world, copy, change, remove, first }: Hand): Promise<void> {
  const byStart = (a: Row, b: Row) => (a.startsAt < b.startsAt ? -1 : 1);
  const meetings = (states: string[]) =>
    rowsOf(world, 'conference_meeting', ({ state }) => states.includes(state as string)).sort(byStart);
  const [next, last] = [
    meetings(['SCHEDULED', 'NOTIFIED'])[0]!,
    meetings(['HELD', 'MINUTES_ISSUED']).at(-1)!,
  ];
  await copy(
    AgendaItem,
    first('conference_agenda_item', ({ meetingId }) => meetingId === next.id),
    { title: '新议题', position: 99 },
  );
  await change(
    Resolution,
    first('conference_resolution', ({ meetingId }) => meetingId === last.id),
    { dueOn: shiftDay(world.today, -3), state: 'RETURNED' },
  );
  await remove(SupervisionRecord, first('conference_supervision_record'));
  await change(
    Attendance,
    first('conference_attendance', ({ meetingId, status }) => meetingId === last.id && status !== 'ABSENT'),
    { status: 'ABSENT' },
  );
  await change(
    ConferenceMembership,
    first('conference_membership', ({ leftOn }) => leftOn === null),
    { leftOn: world.today },
  );
}
