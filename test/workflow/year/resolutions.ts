// What the meetings resolved, until it is done: assignments, one of them as a task in another's database, reports and supervision.
import type { Asker, Row } from '../model/world';
import { bank, community, property, school, street, why, type Year } from './year';

const OFFICES: Record<string, Asker> = {
  'demo-community': community,
  'demo-bank': bank,
  'demo-property': property,
  'demo-school': school,
};

async function recorded(year: Year, item: Row, title: string): Promise<Row> {
  const facts = { agendaItemId: item.id, title, text: `同意${title}`, dueOn: '2026-06-30' };
  return year.does(street, 'recordResolution', { meetingId: item.meetingId, ...facts });
}

async function assigned(year: Year, resolution: Row, assignments: Record<string, any>[]): Promise<Row[]> {
  const before = year.rowsOf('Assignment', { resolutionId: resolution.id }).length;
  await year.does(street, 'assignResolution', { id: resolution.id, assignments });
  return year.rowsOf('Assignment', { resolutionId: resolution.id }).slice(before);
}

async function reported(year: Year, assignment: Row): Promise<void> {
  const by = OFFICES[assignment.responsibleId]!;
  await year.does(by, 'startAssignment', { id: assignment.id });
  await year.does(by, 'submitAssignment', { id: assignment.id, text: '已按要求办理' });
}

/** Who benefits confirms or sends back; where nobody is named, it is the street. */
const confirmer = ({ beneficiaryId }: Row) => (beneficiaryId ? OFFICES[beneficiaryId]! : street);

export async function resolve(year: Year): Promise<void> {
  const { parking, care, pets, escalated, main } = year.kept as Record<string, Row>;
  year.on('2026-03-23');
  await year.refuses('NOT_ALLOWED_IN_STATE', street, 'recordResolution', {
    meetingId: pets!.meetingId,
    agendaItemId: pets!.id,
    title: '不成',
    text: '不成',
  });
  const first = await recorded(year, parking!, '开放停车位');
  const task = {
    responsibleId: 'demo-bank',
    beneficiaryId: 'demo-property',
    text: '晚间开放二十个车位',
    dueOn: '2026-05-31',
  };
  const [linked, other] = await assigned(year, first, [
    { ...task, agreementId: main!.id },
    { responsibleId: 'demo-school', text: '开放操场停车' },
  ]);
  if (!year.world.row(linked!.id).taskId) throw new Error('The assignment does not know its task');
  await year.refuses('ALREADY_EXISTS', community, 'linkAssignmentTask', {
    id: linked!.id,
    taskId: year.kept.quarterly!.id,
  });
  await supervise(year, other!);
  await reported(year, linked!);
  await year.walks(linked!, [property, 'returnAssignment']);
  await reported(year, linked!);
  await year.walks(linked!, [property, 'confirmAssignment']);
  await reported(year, other!);
  await year.walks(other!, [street, 'confirmAssignment']);
  await year.walks(first, [street, 'verifyResolution'], [street, 'closeResolution']);
  await sendBack(year, await recorded(year, care!, '暑期托管'));
  await cancelEverywhere(year, await recorded(year, escalated!, '节日演出'));
}

async function supervise(year: Year, assignment: Row): Promise<void> {
  await year.does(school, 'reportProgress', {
    assignmentId: assignment.id,
    text: '正在勘察场地',
    percentComplete: 30,
  });
  await year.refuses('INVALID_INPUT', school, 'reportProgress', {
    assignmentId: assignment.id,
    text: '进展',
    percentComplete: 130,
  });
  for (const level of ['REMINDER', 'BLUE', 'ORANGE', 'RED']) {
    const record = await year.does(street, 'issueSupervision', {
      assignmentId: assignment.id,
      level,
      text: '请抓紧办理',
      replyDueOn: '2026-04-10',
    });
    if (level !== 'RED') await year.walks(record, [street, 'liftSupervision']);
    else await year.refuses('NOT_ALLOWED', bank, 'liftSupervision', { id: record.id });
  }
}

/** What was done did not hold, so that it is assigned again. */
async function sendBack(year: Year, resolution: Row): Promise<void> {
  const [once] = await assigned(year, resolution, [
    { responsibleId: 'demo-school', beneficiaryId: 'demo-community', text: '提供教室' },
  ]);
  await reported(year, once!);
  await year.walks(once!, [confirmer(once!), 'confirmAssignment']);
  await year.walks(resolution, [street, 'returnResolution']);
  const [again] = await assigned(year, resolution, [{ responsibleId: 'demo-bank', text: '提供志愿者' }]);
  await reported(year, again!);
  await year.walks(again!, [street, 'confirmAssignment']);
  await year.walks(resolution, [street, 'verifyResolution']);
}

async function cancelEverywhere(year: Year, resolution: Row): Promise<void> {
  const work = ['借用音响', '布置场地', '组织演出', '维护秩序'].map((text) => ({
    responsibleId: 'demo-bank',
    text,
  }));
  const [planned, begun, submitted, returned] = (await assigned(year, resolution, work)) as [
    Row,
    Row,
    Row,
    Row,
  ];
  await year.does(bank, 'startAssignment', { id: begun.id });
  await reported(year, submitted);
  await reported(year, returned);
  await year.walks(returned, [street, 'returnAssignment']);
  for (const assignment of [planned, begun, submitted, returned])
    await year.does(street, 'cancelAssignment', { id: assignment.id, ...why });
}

/** Left open at the end of the year: one resolution only adopted, one assigned and overdue, one under way. */
export async function leaveOpen(year: Year): Promise<void> {
  const { again, continued } = year.kept as Record<string, Row>;
  year.on('2026-09-21');
  await recorded(year, again!, '绿化改造');
  const open = await recorded(year, continued!, '楼宇党建');
  const [late] = await assigned(year, open, [
    { responsibleId: 'demo-property', text: '提供活动室', dueOn: '2026-10-31' },
    { responsibleId: 'demo-bank', text: '派驻指导岗' },
  ]);
  await year.does(property, 'startAssignment', { id: late!.id });
}
