// How attendance is entered: of members, once for each, by the organization that convenes.
import { createMachine, type Step } from '../../kit/workflow/machine';
import { dayAt } from '../../kit/clock';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { alreadyExists, invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { Attendance } from '../meeting/attendance';
import type { Meeting } from '../meeting/meeting';
import { isMember } from './members';

const OPEN = ['NOTIFIED', 'HELD'];

export const attendanceMachine = createMachine<Attendance>(Attendance, {
  creations: {
    recordAttendance: {
      description:
        '登记一个成员单位的出席情况；按单位记，不记人。 Enters the attendance of a member; never of persons.',
      under: 'meetingId',
      who: [owner],
      requires: ['organizationId'],
      takes: ['status', 'office'],
      check: faultInAttendance,
      change: ({ parent, input }) => ({
        heldOn: dayAt(new Date((parent as Meeting).startsAt)),
        reason: (input.reason as string | undefined) ?? null,
      }),
    },
  },
  transitions: {
    correctAttendance: {
      description: '更正出席情况，须写原因。 Corrects an attendance, with a reason.',
      who: [owner],
      takes: ['status', 'office'],
      reasonRequired: true,
      change: ({ input }) => ({ reason: input.reason as string }),
    },
  },
});

async function faultInAttendance({ manager, row, parent }: Step<Attendance>): Promise<Refusal | null> {
  const { id, state, conferenceId, startsAt } = parent as Meeting;
  if (!OPEN.includes(state)) return notAllowedInState(id, state, OPEN);
  const { organizationId, meetingId } = row;
  const member = { conferenceId, organization: organizationId, day: dayAt(new Date(startsAt)) };
  if (!(await isMember(manager, member)))
    return invalidInput('organizationId', { zh: '此单位不是成员。', en: 'this organization is no member.' });
  const same = await manager.findOneBy(Attendance, { meetingId, organizationId });
  return same && alreadyExists(same.id, { zh: '此单位已登记；请更正。', en: 'It is recorded; correct it.' });
}
