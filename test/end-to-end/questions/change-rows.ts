// Inserts, changes and deletes rows at several shards, so that the answer of every question changes.
import type { RunningDemonstration } from '../../kit/run-demonstration';
import { changeAgreements, changeProjects } from './change-cobuilding';
import { changeConference } from './change-conference';
import { changeDirectory } from './change-directory';
import { changeSharing } from './change-sharing';
import { createHand } from './hand';
import type { World } from './world';

export async function changeRows(demonstration: RunningDemonstration, world: World): Promise<void> {
  const hand = createHand(demonstration, world);
  for (const change of [changeSharing, changeConference, changeAgreements, changeProjects, changeDirectory])
    await change(hand);
}
