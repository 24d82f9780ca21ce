// The order of a meeting: each item of the next agenda, then the overview and the views.
import { Q12AgendaOfNextMeeting } from '../graph/operations';
import { readList } from '../graph/read-list';
import { usePicture } from '../graph/use-picture';
import { VIEWS } from '../views/registry';
import { AGENDA_PAGE } from './agenda-page';

const AFTER_THE_AGENDA = ['', ...VIEWS.map(({ path }) => path)];

export interface MeetingOrder {
  /** What stands behind `#/`, one for each screen. */
  paths: readonly string[];
  /** How many of them are items of the agenda. */
  items: number;
}

/** Without an agenda (none is set, or who keeps it is away) the views alone. */
export function useMeetingOrder(): MeetingOrder {
  const { answer } = usePicture(Q12AgendaOfNextMeeting);
  const items = readList(readList(answer?.data.meetings).rows[0]?.agendaItems).rows.length;
  return { paths: [...agendaPaths(items), ...AFTER_THE_AGENDA], items };
}

function agendaPaths(items: number): string[] {
  return Array.from({ length: items }, (_, i) => `${AGENDA_PAGE.path}/${i + 1}`);
}
