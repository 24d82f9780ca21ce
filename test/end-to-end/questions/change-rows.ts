// Inserts, changes and deletes rows at several shards, so that the answer of every question changes.
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { RunningDemonstration } from '../../kit/run-demonstration';
import { rowId } from '../../../subgraphs/demonstration/rows';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { AgreementTask } from '../../../subgraphs/cobuilding/agreement-task/agreement-task';
import { CoBuildingAgreement } from '../../../subgraphs/cobuilding/agreement/co-building-agreement';
import { Indicator } from '../../../subgraphs/cobuilding/indicator/indicator';
import { SurveyResult } from '../../../subgraphs/cobuilding/indicator/survey-result';
import { ActivityRequirement } from '../../../subgraphs/cobuilding/joint-activity/activity-requirement';
import { Contribution } from '../../../subgraphs/cobuilding/joint-project/contribution';
import { FundingShare } from '../../../subgraphs/cobuilding/joint-project/funding-share';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { ServiceItem } from '../../../subgraphs/cobuilding/service-station/service-item';
import { AgendaItem } from '../../../subgraphs/conference/agenda-item/agenda-item';
import { SupervisionRecord } from '../../../subgraphs/conference/assignment/supervision-record';
import { ConferenceMembership } from '../../../subgraphs/conference/conference-membership/conference-membership';
import { Attendance } from '../../../subgraphs/conference/meeting/attendance';
import { Resolution } from '../../../subgraphs/conference/resolution/resolution';
import { Organization } from '../../../subgraphs/directory/organization/organization';
import { DataQualityNote } from '../../../subgraphs/directory/source-document/data-quality-note';
import { AvailabilityWindow } from '../../../subgraphs/sharing/availability-window/availability-window';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { LiaisonOffice } from '../../../subgraphs/sharing/liaison-office/liaison-office';
import { NeedClaim } from '../../../subgraphs/sharing/need/need-claim';
import { Need } from '../../../subgraphs/sharing/need/need';
import { SharedResource } from '../../../subgraphs/sharing/shared-resource/shared-resource';
import { beijingDay, lastQuarter, nextMonth, shiftDay, thisYear, within } from './calendar';
import { rowsOf, type Row, type World } from './world';

interface Hand {
  world: World;
  /** A copy of a row, which differs in these columns. */
  copy: (noun: EntityTarget<ObjectLiteral>, row: Row, values?: ObjectLiteral) => Promise<Row>;
  change: (noun: EntityTarget<ObjectLiteral>, row: Row, values: ObjectLiteral) => Promise<unknown>;
  remove: (noun: EntityTarget<ObjectLiteral>, row: Row) => Promise<unknown>;
  first: (table: string, keep?: (row: Row) => boolean) => Row;
}

export async function changeRows(demonstration: RunningDemonstration, world: World): Promise<void> {
  const hand = createHand(demonstration, world);
  await changeSharing(hand);
  await changeConference(hand);
  await changeAgreements(hand);
  await changeProjects(hand);
  await changeDirectory(hand);
}

/** Questions 1 to 4, 9 to 11 and 24. */
async function changeSharing({ world, copy, change, remove, first }: Hand): Promise<void> {
  const hall = first('sharing_resource', ({ home, kind, state }) => home === 'demo-community' && kind === 'VENUE' && state === 'LISTED');
  const venue = await copy(SharedResource, hall, { name: '新礼堂' });
  for (const window of rowsOf(world, 'sharing_availability_window', ({ resourceId }) => resourceId === hall.id)) await copy(AvailabilityWindow, window, { resourceId: venue.id });
  await copy(Booking, first('sharing_booking', ({ state }) => state === 'REQUESTED'), { expectedHeadcount: 5 });
  const quarter = lastQuarter(world.today);
  await change(Booking, first('sharing_booking', ({ state, startsAt }) => state === 'COMPLETED' && within(quarter, beijingDay(startsAt))), { state: 'NOT_USED' });
  await remove(NeedClaim, first('sharing_claim'));
  await copy(Need, first('sharing_need', ({ state }) => state === 'PUBLISHED'), { publishedOn: shiftDay(world.today, -30), text: '新需求' });
  const members = rowsOf(world, 'conference_membership').map(({ organizationId }) => organizationId as string);
  await remove(LiaisonOffice, first('sharing_liaison_office', ({ home, validUntil }) => members.includes(home) && validUntil >= world.today));
}

/** Questions 8 and 12 to 15. */
async function changeConference({ world, copy, change, remove, first }: Hand): Promise<void> {
  const byStart = (a: Row, b: Row) => (a.startsAt < b.startsAt ? -1 : 1);
  const meetings = (states: string[]) => rowsOf(world, 'conference_meeting', ({ state }) => states.includes(state as string)).sort(byStart);
  const [next, last] = [meetings(['SCHEDULED', 'NOTIFIED'])[0]!, meetings(['HELD', 'MINUTES_ISSUED']).at(-1)!];
  await copy(AgendaItem, first('conference_agenda_item', ({ meetingId }) => meetingId === next.id), { title: '新议题', position: 99 });
  await change(Resolution, first('conference_resolution', ({ meetingId }) => meetingId === last.id), { dueOn: shiftDay(world.today, -3), state: 'RETURNED' });
  await remove(SupervisionRecord, first('conference_supervision_record'));
  await change(Attendance, first('conference_attendance', ({ meetingId, status }) => meetingId === last.id && status !== 'ABSENT'), { status: 'ABSENT' });
  await change(ConferenceMembership, first('conference_membership', ({ leftOn }) => leftOn === null), { leftOn: world.today });
}

/** Questions 5 to 7 and 22. */
async function changeAgreements({ world, copy, change, first }: Hand): Promise<void> {
  const soon = { first: world.today, last: shiftDay(world.today, 60) };
  const ending = first('cobuilding_agreement', ({ state, effectiveTo }) => state === 'ACTIVE' && within(soon, effectiveTo));
  await copy(CoBuildingAgreement, ending, { title: '将到期的新协议' });
  const late = first('cobuilding_agreement_task', ({ state, dueOn }) => ['PLANNED', 'IN_PROGRESS'].includes(state as string) && dueOn !== null && dueOn < world.today);
  await change(AgreementTask, late, { dueOn: shiftDay(late.dueOn, -1) });
  await copy(AgreementTask, first('cobuilding_agreement_task', ({ state }) => state === 'SUBMITTED'), { text: '新任务' });
}

/** Questions 16 to 21, 23 and 25. */
async function changeProjects({ world, copy, change, remove, first }: Hand): Promise<void> {
  const wholes = rowsOf(world, 'cobuilding_joint_project', ({ parentId }) => parentId === null).map(({ id }) => id);
  await remove(Contribution, first('cobuilding_contribution', (row) => row.kind === 'MONEY' && wholes.includes(row.projectId as string) && within(thisYear(world.today), row.contributedOn)));
  await copy(FundingShare, first('cobuilding_funding_share'), { text: '再出一点' });
  await change(JointProject, first('cobuilding_joint_project', ({ state }) => state === 'COMPLETED'), { state: 'ACCEPTED' });
  const coming = rowsOf(world, 'cobuilding_joint_activity', ({ joint, state, startsOn }) => Boolean(joint) && state === 'PLANNED' && within(nextMonth(world.today), startsOn)).map(({ id }) => id);
  const lacking = ({ activityId, quantityMet, quantityNeeded }: Row) => coming.includes(activityId as string) && quantityMet < quantityNeeded;
  await change(ActivityRequirement, first('cobuilding_activity_requirement', lacking), { quantityNeeded: 1_000 });
  await remove(ServiceItem, first('cobuilding_service_item'));
  await change(SurveyResult, first('cobuilding_survey_result', ({ kind }) => kind === 'SATISFACTION'), { value: 12.5, sampleText: '一个小区' });
  await copy(Indicator, first('cobuilding_indicator'), { name: '新指标', value: 7 });
}

/** The names that many answers show, and the doubts of question 25. */
async function changeDirectory({ copy, change, remove, first }: Hand): Promise<void> {
  await change(Organization, first('directory_organization', ({ id }) => id === 'demo-community'), { name: '改名社区' });
  const doubt = first('directory_data_quality_note');
  await copy(DataQualityNote, doubt, { text: '新的疑点', sourceKey: 'dq-new' });
  await remove(DataQualityNote, doubt);
}

function createHand({ shards }: RunningDemonstration, world: World): Hand {
  const database = ({ home }: Row): DataSource => shards.get(SHARDS.find(({ homes }) => homes.includes(home))!.name)!.database;
  return {
    world,
    copy: async (noun, row, values = {}) => {
      const existing = await database(row).manager.findOneByOrFail(noun, { id: row.id });
      const id = rowId(row.home, row.id.split('.')[1]!, `copy:${row.id}`);
      await database(row).manager.insert(noun, { ...existing, ...values, id, provenance: 'ENTERED' });
      return { ...row, ...values, id };
    },
    change: (noun, row, values) => database(row).manager.update(noun, { id: row.id }, values),
    remove: (noun, row) => database(row).manager.delete(noun, { id: row.id }),
    first: (table, keep) => {
      const [row] = rowsOf(world, table, keep);
      if (!row) throw new Error(`The demonstration has no such row of ${table}`);
      return row;
    },
  };
}
