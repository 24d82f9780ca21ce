// The figures of meetings and supervision: questions 12 to 15.
import type {
  Q12AgendaOfNextMeetingQuery,
  Q13ResolutionsOfLastMeetingQuery,
  Q14AssignmentsUnderSupervisionQuery,
  Q15AbsencesQuery,
} from '../../graph/operation-types';
import {
  Q12AgendaOfNextMeeting,
  Q13ResolutionsOfLastMeeting,
  Q14AssignmentsUnderSupervision,
  Q15Absences,
} from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { fillSentence } from '../../words/fill-sentence';
import { type FigureSlot, slot } from '../view-definition';
import { absencesOf, absenceTable } from './absences';
import { agendaTable, resolutionTable, supervisionTable } from './tables';
import { words } from './words';

export function useMeetingFigures(): FigureSlot[] {
  const agenda = usePicture(Q12AgendaOfNextMeeting);
  const resolutions = usePicture(Q13ResolutionsOfLastMeeting);
  const supervised = usePicture(Q14AssignmentsUnderSupervision);
  const absences = usePicture(Q15Absences);
  return [
    slot({ id: 'agenda-items', label: words.agendaShort, picture: agenda, make: agendaFigure }),
    slot({
      id: 'resolutions-closed',
      label: words.resolutionsShort,
      picture: resolutions,
      make: resolutionFigure,
    }),
    slot({
      id: 'assignments-supervised',
      label: words.supervised,
      picture: supervised,
      make: supervisionFigure,
    }),
    slot({ id: 'absent-last-time', label: words.absent, picture: absences, make: absenceFigure }),
  ];
}

export function agendaFigure({ meetings }: Q12AgendaOfNextMeetingQuery) {
  const { rows: found, coverage } = readList(meetings);
  const [meeting] = found;
  const { rows, total, whole } = readList(meeting?.agendaItems);
  const late = rows.filter(({ onTime }) => onTime === false).length;
  return {
    value: meeting ? total : meetings ? 0 : null,
    unit: words.items,
    note: late > 0 ? fillSentence(words.lateItems, { n: late }) : total ? words.allOnTime : undefined,
    coverage,
    provenances: found.map(({ provenance }) => provenance),
    rows: agendaTable(rows, meeting?.provenance ?? null),
    whole: whole || found.length === 0,
  };
}

const CLOSED = ['VERIFIED', 'CLOSED'];

function resolutionFigure({ meetings }: Q13ResolutionsOfLastMeetingQuery) {
  const { rows: found, coverage } = readList(meetings);
  const { rows, total, whole } = readList(found[0]?.resolutions);
  const isKnown = found.length > 0 && total !== null && whole;
  return {
    value: isKnown ? rows.filter(({ state }) => state !== null && CLOSED.includes(state)).length : null,
    unit: words.items,
    note: total === null ? undefined : fillSentence(words.ofResolutions, { n: total }),
    coverage,
    provenances: found.map(({ provenance }) => provenance),
    rows: resolutionTable(rows, found[0]?.provenance ?? null),
    whole,
  };
}

function supervisionFigure({ assignments, supervisionRecordSummary }: Q14AssignmentsUnderSupervisionQuery) {
  const { rows, total, coverage, whole } = readList(assignments);
  const records = supervisionRecordSummary?.count;
  return {
    value: total,
    unit: words.items,
    alarm: true,
    note: records == null ? undefined : fillSentence(words.records, { n: records }),
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: supervisionTable(rows),
    whole,
  };
}

function absenceFigure(data: Q15AbsencesQuery) {
  const [meeting] = readList(data.meetings).rows;
  const year = data.attendanceSummary?.count;
  const groups = data.attendanceSummary?.groups ?? [];
  return {
    value: meeting?.attendances?.totalCount ?? null,
    unit: words.units,
    note: year == null ? undefined : fillSentence(words.absentYear, { n: year }),
    coverage: data.meetings?.coverage ?? null,
    provenances: [meeting?.provenance, ...groups.map(({ provenance }) => provenance)].map((it) => it ?? null),
    rows: absenceTable(absencesOf(data)),
    whole: data.attendanceSummary !== null && !meeting?.attendances?.pageInfo.hasNextPage,
  };
}
