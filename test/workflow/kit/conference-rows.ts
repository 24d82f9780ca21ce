// A row of each machine of `conference` in a state, with what its steps need beside it.
import { AgendaItem } from '../../../subgraphs/conference/agenda-item/agenda-item';
import { Assignment } from '../../../subgraphs/conference/assignment/assignment';
import { JointConference } from '../../../subgraphs/conference/joint-conference/joint-conference';
import { Meeting } from '../../../subgraphs/conference/meeting/meeting';
import { Resolution } from '../../../subgraphs/conference/resolution/resolution';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { rowOf } from './rows';

export const CONFERENCE_ROW = rowOf(JointConference, { name: '联席会议', level: 'STREET', noticeDays: 3 });
const conferenceId = CONFERENCE_ROW.values.id;
export const MEETING_AHEAD = meetingIn('SCHEDULED', '2026-12-20T01:00:00.000Z');

export function meetingIn(state: string, startsAt = '2026-11-20T01:00:00.000Z'): LoadableRow {
  return rowOf(Meeting, { conferenceId, title: '第三次会议', startsAt, agendaDueOn: '2026-12-05', state });
}

export function conferenceRow(type: string, state: string, step: string): LoadableRow[] {
  const of = MAKERS[type];
  if (!of) throw new Error(`No row of ${type} is made here`);
  return of(state, step);
}

const MAKERS: Record<string, (state: string, step: string) => LoadableRow[]> = {
  Meeting: (state, step) => [
    step === 'notifyMeeting' ? meetingIn(state, '2026-12-20T01:00:00.000Z') : meetingIn(state),
  ],
  AgendaItem: (state) => {
    const held = meetingIn('HELD');
    const proposed = { proposedAt: '2026-11-01T00:00:00.000Z', decisionMethod: 'CONSENSUS' };
    const item = { conferenceId, meetingId: held.values.id, title: '议题', ...proposed, state };
    return [rowOf(AgendaItem, item), held];
  },
  Resolution: (state) => {
    const held = meetingIn('HELD');
    return [resolutionIn(state, held.values.id), held];
  },
  Assignment: (state) => {
    const held = meetingIn('HELD');
    const resolution = resolutionIn('IN_PROGRESS', held.values.id);
    const sides = { responsibleId: 'dongguan', beneficiaryId: 'xinhua' };
    return [
      rowOf(Assignment, { resolutionId: resolution.values.id, text: '办', ...sides, state }),
      resolution,
      held,
    ];
  },
};

function resolutionIn(state: string, meetingId: string): LoadableRow {
  return rowOf(Resolution, { meetingId, title: '决议', text: '决议', adoptedOn: '2026-11-20', state });
}
