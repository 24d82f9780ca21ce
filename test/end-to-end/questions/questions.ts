// The 25 questions: the operation of each and the model of its answer.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../subgraphs/kit/contract-files';
import { activitiesNextMonth, serviceStations } from './activity-questions';
import { agreementsExpiring, tasksOverdue, tasksUnconfirmed } from './agreement-questions';
import { bookingsWaiting, useOfResourcesLastQuarter } from './booking-questions';
import { contributionsThisYear } from './contribution-question';
import { communitiesCompared, satisfaction, whereFiguresComeFrom } from './figure-questions';
import { agendaOfNextMeeting, absences, resolutionsOfLastMeeting } from './meeting-questions';
import { membersWithoutAgreement, membersWithoutLiaisonOffice } from './member-questions';
import { claimsPerOrganization, needsUnclaimed, resourcesForUnclaimedNeeds } from './need-questions';
import { fundingShares, projectsToPost, projectsWithFunding } from './project-questions';
import { assignmentsUnderSupervision } from './supervision-question';
import { venuesForPeopleAtATime, venuesFreeNextWeek } from './venue-questions';
import type { World } from './world';

const MODELS: Record<string, (world: World) => unknown> = {
  q01: venuesFreeNextWeek,
  q02: venuesForPeopleAtATime,
  q03: bookingsWaiting,
  q04: useOfResourcesLastQuarter,
  q05: agreementsExpiring,
  q06: tasksOverdue,
  q07: tasksUnconfirmed,
  q08: membersWithoutAgreement,
  q09: claimsPerOrganization,
  q10: needsUnclaimed,
  q11: resourcesForUnclaimedNeeds,
  q12: agendaOfNextMeeting,
  q13: resolutionsOfLastMeeting,
  q14: assignmentsUnderSupervision,
  q15: absences,
  q16: projectsWithFunding,
  q17: contributionsThisYear,
  q18: fundingShares,
  q19: projectsToPost,
  q20: activitiesNextMonth,
  q21: serviceStations,
  q22: communitiesCompared,
  q23: satisfaction,
  q24: membersWithoutLiaisonOffice,
  q25: whereFiguresComeFrom,
};

export interface Question {
  /** Name of the operation's file. */
  name: string;
  model: (world: World) => unknown;
}

export const QUESTIONS: Question[] = readdirSync(join(projectRoot(), 'schema', 'operations'))
  .filter((file) => /^q\d\d-.*\.graphql$/.test(file))
  .sort()
  .map((file) => ({ name: file.replace('.graphql', ''), model: MODELS[file.slice(0, 3)]! }));

/** An answer without what no model can tell: the time of asking, and how a cursor is written. */
export function comparable(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
    if (key === 'coverage') return withoutTime(value as Record<string, unknown>);
    return key === 'endCursor' && value !== null ? 'a cursor' : value;
  });
}

/** The time is there and is one. */
function withoutTime({ asOf, ...coverage }: Record<string, unknown>): unknown {
  return Number.isNaN(Date.parse(asOf as string)) ? { asOf, ...coverage } : coverage;
}
