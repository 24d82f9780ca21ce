// Made-up agreements, tasks, projects, activities, stations and pledges, dated from the day of the start so that the questions have answers.
import type { Row } from '../rows';
import { inventedActivityRows } from './activity-rows';
import { inventedAgreementRows } from './agreement-rows';
import { inventedContributionRows } from './contribution-rows';
import { createMake } from './make-row';
import { inventedPledgeRows } from './pledge-rows';
import { inventedProjectRows } from './project-rows';
import { inventedStationRows } from './station-rows';
import { inventedTaskRows } from './task-rows';

/** Whatever is late, owed, missing or not posted belongs to a fictional organization. */
export function inventedCobuildingRows(today: string): Row[] {
  const make = createMake(today);
  return [
    ...inventedAgreementRows(make, today),
    ...inventedTaskRows(make, today),
    ...inventedProjectRows(make, today),
    ...inventedContributionRows(make, today),
    ...inventedActivityRows(make, today),
    ...inventedStationRows(make, today),
    ...inventedPledgeRows(make, today),
  ];
}
