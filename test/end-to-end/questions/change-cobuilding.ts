// Changes what questions 5 to 7, 16 to 23 and 25 count.
import { AgreementTask } from '../../../subgraphs/cobuilding/agreement-task/agreement-task';
import { CoBuildingAgreement } from '../../../subgraphs/cobuilding/agreement/co-building-agreement';
import { Indicator } from '../../../subgraphs/cobuilding/indicator/indicator';
import { SurveyResult } from '../../../subgraphs/cobuilding/indicator/survey-result';
import { ActivityRequirement } from '../../../subgraphs/cobuilding/joint-activity/activity-requirement';
import { Contribution } from '../../../subgraphs/cobuilding/joint-project/contribution';
import { FundingShare } from '../../../subgraphs/cobuilding/joint-project/funding-share';
import { JointProject } from '../../../subgraphs/cobuilding/joint-project/joint-project';
import { ServiceItem } from '../../../subgraphs/cobuilding/service-station/service-item';
import { nextMonth, shiftDay, thisYear, within } from './calendar';
import type { Hand } from './hand';
import { rowsOf, type Row } from './world';

/** Questions 5 to 7 and 22. */
export async function changeAgreements({ world, copy, change, first }: Hand): Promise<void> {
  const soon = { first: world.today, last: shiftDay(world.today, 60) };
  const ending = first(
    'cobuilding_agreement',
    ({ state, effectiveTo }) => state === 'ACTIVE' && within(soon, effectiveTo),
  );
  await copy(CoBuildingAgreement, ending, { title: '将到期的新协议' });
  const late = first(
    'cobuilding_agreement_task',
    ({ state, dueOn }) =>
      ['PLANNED', 'IN_PROGRESS'].includes(state as string) && dueOn !== null && dueOn < world.today,
  );
  await change(AgreementTask, late, { dueOn: shiftDay(late.dueOn, -1) });
  await copy(
    AgreementTask,
    first('cobuilding_agreement_task', ({ state }) => state === 'SUBMITTED'),
    { text: '新任务' },
  );
}

/** Questions 16 to 21, 23 and 25. */
export async function changeProjects({ world, copy, change, remove, first }: Hand): Promise<void> {
  const wholes = rowsOf(world, 'cobuilding_joint_project', ({ parentId }) => parentId === null).map(
    ({ id }) => id,
  );
  await remove(
    Contribution,
    first(
      'cobuilding_contribution',
      (row) =>
        row.kind === 'MONEY' &&
        wholes.includes(row.projectId as string) &&
        within(thisYear(world.today), row.contributedOn),
    ),
  );
  await copy(FundingShare, first('cobuilding_funding_share'), { text: '再出一点' });
  await change(
    JointProject,
    first('cobuilding_joint_project', ({ state }) => state === 'COMPLETED'),
    { state: 'ACCEPTED' },
  );
  const coming = rowsOf(
    world,
    'cobuilding_joint_activity',
    ({ joint, state, startsOn }) =>
      Boolean(joint) && state === 'PLANNED' && within(nextMonth(world.today), startsOn),
  ).map(({ id }) => id);
  const lacking = ({ activityId, quantityMet, quantityNeeded }: Row) =>
    coming.includes(activityId as string) && quantityMet < quantityNeeded;
  await change(ActivityRequirement, first('cobuilding_activity_requirement', lacking), {
    quantityNeeded: 1_000,
  });
  await remove(ServiceItem, first('cobuilding_service_item'));
  await change(
    SurveyResult,
    first('cobuilding_survey_result', ({ kind }) => kind === 'SATISFACTION'),
    { value: 12.5, sampleText: '一个小区' },
  );
  await copy(Indicator, first('cobuilding_indicator'), { name: '新指标', value: 7 });
}
