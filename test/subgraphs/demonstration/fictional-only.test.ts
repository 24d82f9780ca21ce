// No real school or bank is shown as failing: what looks bad in the demonstration is of made-up organizations, on whatever day it starts.
import { inventedId } from '../../../subgraphs/demonstration/invented/make-row';
import { FICTIONAL } from '../../../subgraphs/demonstration/invented/organizations';
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import type { Row } from '../../../subgraphs/demonstration/rows';
import { addDays, dayAt, weekdayOf } from '../../../subgraphs/kit/clock';
import { specOf } from '../../../subgraphs/kit/noun/spec';
import { Meeting } from '../../../subgraphs/conference/meeting/meeting';

/** New year's day, new year's eve, a leap day, a Sunday, the middle of the October holidays, ends of a quarter and of a month, and a plain day. */
const DAYS = [
  '2027-01-01',
  '2026-12-31',
  '2028-02-29',
  '2026-11-22',
  '2026-10-03',
  '2027-03-31',
  '2027-01-20',
  '2027-02-28',
  '2027-04-10',
  '2026-11-23',
];

const fictional = new Set(FICTIONAL.map(({ home }) => home));

/** Who a row shows in a bad light, by the name of its noun; none where it shows nothing bad. */
type Blame = (values: Row['values'], rows: Map<string, Row>, today: string) => unknown[];

const none: unknown[] = [];
const dayOf = (value: unknown) =>
  String(value).includes('T') ? dayAt(new Date(String(value))) : String(value);
const someOf = (state: unknown, ...bad: string[]) => bad.includes(String(state));
const isPast = (day: unknown, today: string) => typeof day === 'string' && day < today;

const BLAME: Record<string, Blame> = {
  Attendance: ({ status, organizationId }) => (status === 'PRESENT' ? none : [organizationId]),
  Vote: ({ organizationId }) => [organizationId],
  SupervisionRecord: ({ responsibleId, assignmentId }, rows) => [
    responsibleId,
    rows.get(String(assignmentId))!.values.responsibleId,
  ],
  Assignment: ({ state, dueOn, responsibleId }, _rows, today) =>
    state === 'RETURNED' || (isPast(dueOn, today) && !someOf(state, 'CONFIRMED', 'CANCELLED'))
      ? [responsibleId]
      : none,
  ProgressReport: ({ outcome, assignmentId }, rows) =>
    outcome === 'RETURNED' ? [rows.get(String(assignmentId))!.values.responsibleId] : none,
  AgendaItem: ({ state, proposerId, proposedAt, meetingId }, rows) => {
    const due = rows.get(String(meetingId))?.values.agendaDueOn;
    const late =
      typeof proposedAt === 'string' && typeof due === 'string' && dayAt(new Date(proposedAt)) > due;
    return late || someOf(state, 'DEFERRED', 'NOT_ADMITTED', 'NOT_ADOPTED', 'HELD_OVER', 'REFERRED')
      ? [proposerId]
      : none;
  },
  Booking: ({ state, home, requesterId }) =>
    someOf(state, 'DECLINED', 'REVOKED', 'NOT_USED', 'WITHDRAWN') ? [home, requesterId] : none,
  NeedClaim: ({ state, claimantId }) =>
    someOf(state, 'NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN') ? [claimantId] : none,
  Need: ({ state, home, claimBy }, _rows, today) =>
    someOf(state, 'RETURNED', 'ESCALATED') || (state === 'PUBLISHED' && isPast(claimBy, today))
      ? [home]
      : none,
  LiaisonOffice: ({ home, validUntil }, _rows, today) => (isPast(validUntil, today) ? [home] : none),
  PlanMeasure: ({ state, dueOn, home }, _rows, today) =>
    isPast(dueOn, today) && state !== 'DONE' ? [home] : none,
  AgreementTask: ({ state, dueOn, responsibleId }, _rows, today) =>
    state === 'RETURNED' ||
    (state !== null && isPast(dueOn, today) && !someOf(state, 'CONFIRMED', 'CANCELLED'))
      ? [responsibleId]
      : none,
  DeadlineExtension: ({ taskId }, rows) => [rows.get(String(taskId))!.values.responsibleId],
};

/** Real organizations that the rows show in a bad light on `today`, with the row that does. */
function blamed(rows: Row[], today: string): string[] {
  const byId = new Map(rows.map((row) => [row.values.id, row]));
  return rows
    .filter(({ values }) => values.provenance !== 'STATED')
    .flatMap(({ noun, values }) => {
      const name = specOf(noun).name;
      const parties = (BLAME[name]?.(values, byId, today) ?? none).filter(
        (party) => !fictional.has(String(party)),
      );
      return parties.map(
        (party) => `${String(party)}: ${name} ${String(values.state ?? values.status ?? '')} ${values.id}`,
      );
    });
}

const count = (rows: Row[], noun: string, accept: (values: Row['values']) => boolean) =>
  rows.filter((row) => specOf(row.noun).name === noun && accept(row.values)).length;

describe.each(DAYS)('Started on %s', (today) => {
  const rows = demonstrationRows(today);
  const meeting = (key: string) =>
    rows.find(({ values }) => values.id === inventedId(Meeting, 'demo-street', `street:${key}`))!.values;

  test('no real organization is shown as failing', () => {
    expect(blamed(rows, today)).toEqual([]);
  });

  test('every member that lacks a valid liaison office (question 24) is fictional', () => {
    const ofNoun = (name: string) => rows.filter(({ noun }) => specOf(noun).name === name);
    const staffed = new Set(
      ofNoun('LiaisonOffice')
        .filter(({ values }) => !isPast(values.validUntil, today))
        .map(({ values }) => values.home),
    );
    const members = ofNoun('ConferenceMembership').map(({ values }) => String(values.organizationId ?? ''));
    const vacant = members.filter((home) => home !== '' && !staffed.has(home));
    expect(vacant.length).toBeGreaterThan(0);
    expect(vacant.filter((home) => !fictional.has(home))).toEqual([]);
  });

  test('there is something to show: absences, late items, delays, supervision of every level, votes', () => {
    expect(count(rows, 'Attendance', ({ status }) => status === 'ABSENT')).toBeGreaterThanOrEqual(3);
    expect(count(rows, 'Vote', () => true)).toBe(8);
    expect(
      count(rows, 'Assignment', ({ state, dueOn }) => isPast(dueOn, today) && state !== 'CONFIRMED'),
    ).toBeGreaterThanOrEqual(4);
    const levels = rows
      .filter(({ noun }) => specOf(noun).name === 'SupervisionRecord')
      .map(({ values }) => values.level);
    expect(new Set(levels)).toEqual(new Set(['REMINDER', 'BLUE', 'ORANGE', 'RED']));
    const next = rows.filter(
      ({ noun, values }) => specOf(noun).name === 'AgendaItem' && values.meetingId === meeting('8').id,
    );
    const late = next.filter(
      ({ values }) => dayAt(new Date(String(values.proposedAt))) > String(meeting('8').agendaDueOn),
    );
    expect([next.length, late.length]).toEqual([9, 2]);
  });

  test('meetings lie in order, on weekdays, and the earlier one in this year where there is room for it', () => {
    const [earlier, last, next] = ['6', '7', '8'].map((key) =>
      dayAt(new Date(String(meeting(key).startsAt))),
    ) as [string, string, string];
    expect([earlier, last, next].filter((day) => weekdayOf(day) > 5)).toEqual([]);
    expect(earlier <= addDays(last, -28) && last <= addDays(today, -21) && last >= addDays(today, -27)).toBe(
      true,
    );
    expect(next >= addDays(today, 7) && next <= addDays(today, 13)).toBe(true);
    if (today.slice(5) > '03-10') expect(earlier.slice(0, 4)).toBe(today.slice(0, 4));
  });

  test('what a conference recorded lies in the past, each step after the one before', () => {
    const recorded = [
      'proposedAt',
      'changedAt',
      'castAt',
      'reportedAt',
      'decidedAt',
      'notifiedAt',
      'issuedOn',
      'heldOn',
      'adoptedOn',
      'submittedOn',
      'confirmedOn',
      'joinedOn',
    ];
    const ofConference = rows.filter(({ noun }) => specOf(noun).contract.name === 'conference');
    const notYet = ofConference.flatMap(({ values }) =>
      recorded
        .filter((column) => values[column] != null && dayOf(values[column]) >= today)
        .map((column) => `${values.id} ${column}`),
    );
    expect(notYet).toEqual([]);
    const byId = new Map(rows.map((row) => [row.values.id, row.values]));
    for (const { noun, values } of ofConference) {
      const name = specOf(noun).name;
      if (name === 'Assignment')
        expect(
          String(values.submittedOn ?? today) >= String(byId.get(String(values.resolutionId))!.adoptedOn),
        ).toBe(true);
      if (name === 'Assignment' && values.confirmedOn)
        expect(values.confirmedOn >= String(values.submittedOn)).toBe(true);
      if (name === 'AgendaItem' && values.needId)
        expect(String(values.proposedAt) > String(byId.get(String(values.needId))!.publishedOn)).toBe(true);
      if (name === 'ProgressReport' && values.decidedAt)
        expect(values.decidedAt > String(values.reportedAt)).toBe(true);
      if (name === 'SupervisionRecord')
        expect(String(values.issuedOn) > String(byId.get(String(values.assignmentId))!.dueOn)).toBe(true);
    }
  });

  test('only who was there voted, once, and observers did not', () => {
    const status = new Map(
      rows
        .filter(({ noun }) => specOf(noun).name === 'Attendance')
        .map(({ values }) => [`${String(values.meetingId)} ${String(values.organizationId)}`, values.status]),
    );
    const items = new Map(
      rows.filter(({ noun }) => specOf(noun).name === 'AgendaItem').map(({ values }) => [values.id, values]),
    );
    for (const { values } of rows.filter(({ noun }) => specOf(noun).name === 'Vote')) {
      const item = items.get(String(values.agendaItemId))!;
      expect(status.get(`${String(item.meetingId)} ${String(values.organizationId)}`)).toBe('PRESENT');
      expect(item.decisionMethod).toBe('VOTE');
      expect(values.organizationId).not.toBe('demo-street');
    }
  });
});

test('the rule notices its breach: any of these rows, given to a real organization', () => {
  const today = '2026-11-23';
  const rows = demonstrationRows(today);
  const swapped = (row: Row): Row => ({
    noun: row.noun,
    values: Object.fromEntries(
      Object.entries(row.values).map(([column, value]) => [
        column,
        fictional.has(String(value)) ? 'deqing1' : value,
      ]),
    ) as Row['values'],
  });
  const caught = Object.keys(BLAME).map((name) => {
    const changed = rows.map((row) => (specOf(row.noun).name === name ? swapped(row) : row));
    return [name, blamed(changed, today).length > 0];
  });
  // Reports and extensions are of the organization that their assignment or task names; measures are not late on this day.
  const elsewhere = ['ProgressReport', 'DeadlineExtension', 'PlanMeasure'];
  expect(
    caught
      .filter(([, found]) => !found)
      .map(([name]) => name)
      .sort(),
  ).toEqual([...elsewhere].sort());
});

test('no later day turns a conference’s assignment to a real organization into a delay', () => {
  const rows = demonstrationRows('2026-11-23').filter(
    ({ noun }) => specOf(noun).contract.name === 'conference',
  );
  expect(blamed(rows, '2030-01-01')).toEqual([]);
});

test('the ids do not depend on the day: a new start leaves nothing behind', () => {
  const ids = (today: string) =>
    demonstrationRows(today)
      .map(({ values }) => values.id)
      .sort();
  for (const day of DAYS) expect(ids(day)).toEqual(ids('2026-11-23'));
});
