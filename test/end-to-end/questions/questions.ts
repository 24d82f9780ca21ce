// The 25 questions: the operation of each and the model of its answer.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../subgraphs/kit/contract-files';
import { bookingsWaiting, useOfResourcesLastQuarter } from './booking-questions';
import { agendaOfNextMeeting, absences, resolutionsOfLastMeeting } from './meeting-questions';
import { membersWithoutLiaisonOffice } from './member-questions';
import { claimsPerOrganization, needsUnclaimed, resourcesForUnclaimedNeeds } from './need-questions';
import { assignmentsUnderSupervision } from './supervision-question';
import { venuesForPeopleAtATime, venuesFreeNextWeek } from './venue-questions';
import type { World } from './world';

const MODELS: Record<string, (world: World) => unknown> = {
  q01: venuesFreeNextWeek,
  q02: venuesForPeopleAtATime,
  q03: bookingsWaiting,
  q04: useOfResourcesLastQuarter,
  q09: claimsPerOrganization,
  q10: needsUnclaimed,
  q11: resourcesForUnclaimedNeeds,
  q12: agendaOfNextMeeting,
  q13: resolutionsOfLastMeeting,
  q14: assignmentsUnderSupervision,
  q15: absences,
  q24: membersWithoutLiaisonOffice,
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
    if (key === 'asOf') return undefined;
    return key === 'endCursor' && value !== null ? 'a cursor' : value;
  });
}
