// Twelve months of a joint conference, month after month, and what stands at their end against the model.
import type { TestDatabase } from '../../kit/test-databases';
import { compareRows, type Comparison } from '../play/compare-rows';
import { notTaken, tallyOf, type MachineTally } from '../play/tally';
import { closeTheYear, countFigures, holdActivities, keepPledges, teach } from './activities';
import { endAgreements, finishAgreements, signAgreements } from './agreements';
import { holdFirstMeeting, holdThirdMeeting, meetAgain, prepareFirstMeeting } from './meetings';
import { answerNeeds } from './needs';
import { openTheYear } from './open-the-year';
import { openYear } from './open-year';
import { buildProjects, giveUpProjects } from './projects';
import { leaveOpen, resolve } from './resolutions';
import { askForRooms, openRooms, useRooms } from './rooms';
import { Year } from './year';

const MONTHS = [
  openTheYear,
  openRooms,
  askForRooms,
  answerNeeds,
  prepareFirstMeeting,
  signAgreements,
  useRooms,
  holdFirstMeeting,
  teach,
  resolve,
  buildProjects,
  endAgreements,
  giveUpProjects,
  meetAgain,
  holdActivities,
  keepPledges,
  countFigures,
  holdThirdMeeting,
  leaveOpen,
  finishAgreements,
  closeTheYear,
];

export interface YearReport {
  tallies: MachineTally[];
  counts: { taken: number; replayed: number; refused: number };
  /** Mutations that were never taken. */
  notTaken: string[];
  /** Mutations that were tried by an organization that may not. */
  outsiders: number;
  comparison: Comparison;
  faults: string[];
}

export interface YearOptions {
  /** Tries what is not allowed with every row that comes to a state, not only with the first. */
  everyRow: boolean;
  onMonth?: (name: string) => void;
}

export async function playYear(
  database: TestDatabase,
  { everyRow, onMonth }: YearOptions,
): Promise<YearReport> {
  const ground = await openYear(database);
  try {
    const year = new Year(ground, { everyRow });
    for (const month of MONTHS) {
      onMonth?.(month.name);
      await month(year);
    }
    const comparison = await compareRows(ground, year.world);
    return {
      tallies: tallyOf(year.world, year.trials),
      counts: year.player.counts,
      notTaken: notTaken(year.world),
      outsiders: year.trials.outsiders.size,
      comparison,
      faults: await ground.faults(),
    };
  } finally {
    await ground.close();
  }
}
