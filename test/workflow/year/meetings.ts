// The conference meets once a quarter: agenda, attendance, votes, minutes; and now and then it does not meet.
import { at, type Asker, type Row } from '../model/world';
import { bank, branch, community, property, school, street, why, type Year } from './year';

const VOTERS = [street, community, school, bank, property];

async function scheduled(year: Year, number: number, day: string): Promise<Row> {
  const conferenceId = year.kept.conference!.id;
  return year.does(street, 'scheduleMeeting', {
    conferenceId,
    number,
    title: `第${number}次会议`,
    startsAt: at(day, '14:00'),
    venueText: '街道会议室',
  });
}

async function proposed(
  year: Year,
  asker: Asker,
  title: string,
  more: Record<string, any> = {},
): Promise<Row> {
  return year.does(asker, 'proposeAgendaItem', { conferenceId: year.kept.conference!.id, title, ...more });
}

async function attend(year: Year, meeting: Row, statuses: [Asker, string][]): Promise<void> {
  for (const [{ organization, office }, status] of statuses)
    await year.does(street, 'recordAttendance', {
      meetingId: meeting.id,
      organizationId: organization,
      status,
      ...(status === 'PRESENT' && { office }),
    });
}

/** In January for March, so that there is an agenda to sort. */
export async function prepareFirstMeeting(year: Year): Promise<void> {
  year.on('2026-02-22');
  const meeting = await scheduled(year, 1, '2026-03-25');
  await year.walks(meeting, [street, 'updateMeeting', { startsAt: at('2026-03-20', '14:00') }]);
  year.kept.firstMeeting = meeting;
  const items = [];
  for (const title of ['开放停车位', '暑期托管', '文明养宠', '绿化改造', '楼宇党建', '噪声治理', '夜市管理'])
    items.push(await proposed(year, bank, title));
  const [parking, care, pets, green, offices, noise, market] = items as [Row, Row, Row, Row, Row, Row, Row];
  await year.walks(parking, [bank, 'updateAgendaItem', { background: '晚间可开放二十个车位' }]);
  for (const [item, decisionMethod] of [
    [parking, 'CONSENSUS'],
    [care, 'VOTE'],
    [pets, 'VOTE'],
    [green, 'VOTE'],
  ] as const)
    await year.walks(item, [street, 'admitAgendaItem', { meetingId: meeting.id, decisionMethod }]);
  await year.walks(year.kept.escalated!, [
    street,
    'admitAgendaItem',
    { meetingId: meeting.id, decisionMethod: 'CONSENSUS' },
  ]);
  await year.walks(offices, [street, 'deferAgendaItem']);
  await year.walks(noise, [street, 'referAgendaItem', { referredTo: 'HOTLINE_12345' }]);
  await year.walks(market, [street, 'declineAgendaItem']);
  Object.assign(year.kept, { parking, care, pets, green, deferred: offices });
}

export async function holdFirstMeeting(year: Year): Promise<void> {
  const { firstMeeting: meeting } = year.kept as { firstMeeting: Row };
  year.on('2026-03-12');
  const late = await proposed(year, property, '临时停电告知');
  const admission = { id: late.id, meetingId: meeting.id, decisionMethod: 'CONSENSUS' };
  await year.refuses('INVALID_INPUT', street, 'admitAgendaItem', admission);
  await year.does(street, 'admitAgendaItem', { ...admission, ...why });
  await year.walks(meeting, [street, 'notifyMeeting']);
  await year.refuses('WRONG_TIME', street, 'holdMeeting', { id: meeting.id });
  year.on('2026-03-20', '14:30');
  await attend(year, meeting, [
    [street, 'PRESENT'],
    [school, 'EXCUSED'],
    [property, 'ABSENT'],
  ]);
  await year.refuses('INCOMPLETE', street, 'holdMeeting', { id: meeting.id });
  await attend(year, meeting, [
    [bank, 'PRESENT'],
    [community, 'LATE'],
    [branch, 'PRESENT'],
  ]);
  await year.refuses('ALREADY_EXISTS', street, 'recordAttendance', {
    meetingId: meeting.id,
    organizationId: 'demo-bank',
    status: 'LATE',
  });
  await year.walks(year.rowsOf('Attendance', { organizationId: 'demo-school' })[0]!, [
    street,
    'correctAttendance',
    { status: 'LATE' },
  ]);
  await year.walks(meeting, [street, 'holdMeeting']);
  await decide(year, late);
  await year.walks(meeting, [
    street,
    'issueMinutes',
    { minutesTitle: '第一次会议纪要', documentNumber: '示例联席〔2026〕1号' },
  ]);
}

async function decide(year: Year, late: Row): Promise<void> {
  const { parking, care, pets, green, escalated } = year.kept as Record<string, Row>;
  for (const item of [parking!, care!, pets!, green!, escalated!, late])
    await year.walks(item, [street, 'deliberateAgendaItem']);
  await year.refuses('INCOMPLETE', bank, 'castVote', { agendaItemId: parking!.id, choice: 'AGAINST' });
  for (const item of [parking!, escalated!, late]) await year.walks(item, [street, 'adoptAgendaItem']);
  await vote(year, care!, ['FOR', 'FOR', 'ABSTAIN', 'FOR']);
  await year.refuses('ALREADY_EXISTS', bank, 'castVote', { agendaItemId: care!.id, choice: 'AGAINST' });
  await year.refuses('NOT_ALLOWED', branch, 'castVote', { agendaItemId: care!.id, choice: 'FOR' });
  await year.refuses('NOT_ALLOWED', property, 'castVote', { agendaItemId: care!.id, choice: 'FOR' });
  await year.walks(care!, [street, 'adoptAgendaItem']);
  await vote(year, pets!, ['FOR', 'AGAINST', 'ABSTAIN', 'FOR']);
  await year.refuses('INCOMPLETE', street, 'adoptAgendaItem', { id: pets!.id });
  await year.walks(pets!, [street, 'rejectAgendaItem']);
  await year.walks(green!, [street, 'holdOverAgendaItem']);
}

async function vote(year: Year, item: Row, choices: string[]): Promise<void> {
  for (const [i, choice] of choices.entries())
    await year.does(VOTERS[i]!, 'castVote', { agendaItemId: item.id, choice });
}

/** The second quarter's is called off before notice, its successor after it; the third is held, and one member leaves. */
export async function meetAgain(year: Year): Promise<void> {
  year.on('2026-05-06');
  await year.walks(await scheduled(year, 2, '2026-06-10'), [street, 'cancelMeeting']);
  const second = await scheduled(year, 2, '2026-06-18');
  await year.walks(second, [street, 'notifyMeeting'], [street, 'cancelMeeting']);
  const soon = await scheduled(year, 3, '2026-05-08');
  await year.refuses('WRONG_TIME', street, 'notifyMeeting', { id: soon.id });
  await year.does(street, 'endConferenceMembership', { id: year.kept.observer!.id, leftOn: '2026-05-31' });
  await year.refuses('INCOMPLETE', street, 'endConferenceMembership', {
    id: year.kept.observer!.id,
    leftOn: '2026-06-01',
  });
  year.on('2026-06-15');
  await year.refuses('NOT_ALLOWED', branch, 'proposeAgendaItem', {
    conferenceId: year.kept.conference!.id,
    title: '议题',
  });
  const third = await scheduled(year, 3, '2026-09-18');
  const again = await proposed(year, school, '绿化改造（续）', { continuesItemId: year.kept.green!.id });
  const deferred = await proposed(year, bank, '楼宇党建（续）', { continuesItemId: year.kept.deferred!.id });
  await year.refuses('NOT_ALLOWED_IN_STATE', bank, 'proposeAgendaItem', {
    conferenceId: year.kept.conference!.id,
    title: '再议',
    continuesItemId: year.kept.pets!.id,
  });
  for (const item of [again, deferred])
    await year.walks(item, [street, 'admitAgendaItem', { meetingId: third.id, decisionMethod: 'CONSENSUS' }]);
  Object.assign(year.kept, { third, again, continued: deferred });
}

export async function holdThirdMeeting(year: Year): Promise<void> {
  const { third, again, continued } = year.kept as Record<string, Row>;
  year.on('2026-09-10');
  await year.walks(third!, [street, 'notifyMeeting']);
  year.on('2026-09-18', '15:00');
  await attend(
    year,
    third!,
    VOTERS.map((each) => [each, 'PRESENT']),
  );
  await year.walks(third!, [street, 'holdMeeting']);
  for (const item of [again!, continued!])
    await year.walks(item, [street, 'deliberateAgendaItem'], [street, 'adoptAgendaItem']);
  await year.walks(third!, [street, 'issueMinutes', { minutesTitle: '第三次会议纪要' }]);
}
