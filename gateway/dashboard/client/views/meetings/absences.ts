// Question 15 as rows: one for each organization that stayed away from the last meeting, or from any this year.
import type { AbsenceRowsQuery, Q15AbsencesQuery } from '../../graph/operation-types';
import { AbsenceRows } from '../../graph/operations';
import type { Provenance } from '../../graph/figures';
import { readList, sum } from '../../graph/read-list';
import { rowsBehind, tableOf } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import { dayColumn, numberColumn, textColumn } from '../row-columns';
import { words } from './words';

export interface AbsenceRow {
  id: string;
  name: string | null;
  /** Whether it was absent from the last meeting. */
  last: boolean;
  thisYear: number | null;
  provenance: Provenance | null;
}

/** Most absences first. */
export function absencesOf({ meetings, attendanceSummary }: Q15AbsencesQuery): AbsenceRow[] {
  const [meeting] = readList(meetings).rows;
  const rows = new Map<string, AbsenceRow>();
  for (const { key, count, provenance, organization } of attendanceSummary?.groups ?? []) {
    const id = organization?.id ?? key;
    const row = rows.get(id) ?? {
      id,
      name: organization?.name ?? null,
      last: false,
      thisYear: 0,
      provenance,
    };
    rows.set(id, { ...row, thisYear: sum([row.thisYear, count]) });
  }
  for (const { id: attendance, organization } of readList(meeting?.attendances).rows) {
    const id = organization?.id ?? attendance;
    const row = rows.get(id) ?? {
      id,
      name: organization?.name ?? null,
      last: false,
      thisYear: null,
      provenance: meeting!.provenance,
    };
    rows.set(id, { ...row, last: true });
  }
  return [...rows.values()].sort((a, b) => (b.thisYear ?? 0) - (a.thisYear ?? 0));
}

export function absenceTable(rows: AbsenceRow[]) {
  return tableOf<AbsenceRow>({
    title: words.absencesLong,
    columns: [
      textColumn('organization', words.organization, ({ name }) => name),
      {
        id: 'last',
        title: words.absentNow,
        text: ({ last }, language) => (last ? words.wasAbsent : shell.dash)[language],
      },
      numberColumn('this-year', words.thisYear, ({ thisYear }) => thisYear),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ provenance }) => ({ id: null, owner: null, provenance }),
    behind: rowsBehind({
      operation: AbsenceRows,
      rows: ({ attendances }) => readList(attendances).rows,
      isOf: ({ organization }, of: AbsenceRow) => organization?.id === of.id,
      table: singleAbsences,
    }),
  });
}

type Attendance = NonNullable<AbsenceRowsQuery['attendances']>['edges'][number]['node'];

function singleAbsences(rows: readonly Attendance[]) {
  return tableOf<Attendance>({
    title: words.absencesOneByOne,
    columns: [
      textColumn('organization', words.organization, ({ organization }) => organization?.name),
      textColumn('meeting', words.meeting, ({ meeting }) => meeting?.title),
      dayColumn('held', words.heldOn, ({ heldOn }) => heldOn),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}
