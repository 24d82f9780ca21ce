// What may be done with a need: raised by any organization, published by the office that reviews needs.
import { ID } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { badId, homeOf, parseId } from '../../../schema/id';
import { createMachine, type Step } from '../../kit/workflow/machine';
import { OutboxMessage } from '../../kit/workflow/outbox-message';
import { NotAllowed, refusalOf, WrongTime, type Refusal } from '../../kit/workflow/refusal';
import { anyOrganization, owner, withScope } from '../../kit/workflow/role';
import { alreadyExists, incomplete, invalidInput } from '../../kit/workflow/sentences';
import { suppressSmall, VULNERABLE_GROUP } from '../../kit/workflow/small-figures';
import { addDays, startOfDay } from '../../kit/clock';
import { Need, NeedState } from '../need/need';
import { wasEscalated } from './follow-claims';

const reviewer = withScope('needs:review', { zh: '审核需求的岗位', en: 'the office that reviews needs' });
const FACTS = ['text', 'textEn', 'categoryId', 'workAreaId', 'headcount', 'claimBy'] as const;
const SMALL = { figures: ['headcount'], texts: ['text', 'textEn'] } as const;

export const needMachine = createMachine<Need>(Need, {
  states: NeedState,
  // They follow from the claims of the need.
  followed: ['CLAIMED', 'IN_PROGRESS', 'DELIVERED', 'CONFIRMED'],
  creations: {
    createNeed: {
      description:
        '提出一项需求，先为草稿；只写事，不写人。 Raises a need, as a draft at first; it tells a matter, never a person.',
      to: 'DRAFT',
      who: [owner],
      takes: FACTS,
      more: VULNERABLE_GROUP,
      change: (step) => ({ ...suppressSmall(step, SMALL), ownerStated: true }),
    },
  },
  transitions: {
    updateNeed: {
      description: '修改草稿或退回的需求。 Changes a draft, or a need that was returned.',
      from: ['DRAFT', 'RETURNED'],
      who: [owner],
      takes: FACTS,
      more: VULNERABLE_GROUP,
      change: (step) => suppressSmall(step, SMALL),
    },
    submitNeed: {
      description: '提交需求；退回的改后再提交。 Submits a need; a returned one is submitted again.',
      from: ['DRAFT', 'RETURNED'],
      to: 'SUBMITTED',
      who: [owner],
    },
    publishNeed: {
      description: '发布需求，请各单位认领。 Publishes a need for organizations to claim.',
      from: ['SUBMITTED'],
      to: 'PUBLISHED',
      who: [reviewer],
      takes: ['claimBy'],
      change: ({ today }) => ({ publishedOn: today }),
    },
    mergeNeed: {
      description: '并入同一单位的另一需求。 Merges a need into another of the same organization.',
      from: ['SUBMITTED'],
      to: 'MERGED',
      who: [reviewer],
      requires: ['mergedIntoId'],
      check: faultInMerge,
    },
    returnNeed: {
      description: '退回需求，须写原因。 Returns a need, with a reason.',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      who: [reviewer],
      reasonRequired: true,
    },
    referNeed: {
      description: '转其他渠道（12345 等）。 Refers a need to another channel, such as the 12345 hotline.',
      from: ['SUBMITTED'],
      to: 'REFERRED',
      who: [reviewer],
      requires: ['referredTo'],
    },
    escalateNeed: {
      description: '逾期无人认领，列入议题。 Puts a need that nobody claimed by its day on the agenda.',
      from: ['PUBLISHED'],
      to: 'ESCALATED',
      who: [owner, reviewer],
      more: {
        conferenceId: {
          type: () => ID,
          required: true,
          description:
            '提交的联席会议；议题由它登记后回告。 The joint conference; it enters the item and tells it back.',
        },
      },
      check: faultInEscalation,
      effects: proposeItem,
    },
    linkEscalatedNeed: {
      description:
        '需求列入议题后，联席会议回告其议题。 The joint conference tells the agenda item of a need that was escalated.',
      who: [anyOrganization],
      requires: ['agendaItemId'],
      check: faultInLink,
    },
    closeNeed: {
      description: '办结已确认的需求。 Closes a need that is confirmed.',
      from: ['CONFIRMED'],
      to: 'CLOSED',
      who: [owner],
      takes: ['outcome'],
    },
  },
});

/** A chain or a circle of merged needs would lead nowhere. */
async function faultInMerge({ manager, row, values }: Step<Need>): Promise<Refusal | null> {
  const into = await manager.findOneBy(Need, { id: values.mergedIntoId! });
  if (into && into.id !== row.id && into.state !== 'MERGED') return null;
  return invalidInput('mergedIntoId', {
    zh: '应为另一项未并入别处的需求。',
    en: 'expected another need that was not itself merged.',
  });
}

/** Throws BAD_ID for a malformed id. */
function faultInEscalation({ row, today, input }: Step<Need>): Refusal | null {
  if (!parseId(input.conferenceId)) throw badId(input.conferenceId);
  if (row.claimBy !== null && row.claimBy < today) return null;
  const notBefore = row.claimBy === null ? null : startOfDay(addDays(row.claimBy, 1));
  const sentence = {
    zh: '认领期限还没有过，或没有期限。',
    en: 'The day to claim it by has not passed, or there is none.',
  };
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore, onlyBefore: null });
}

/** Title and text of an agenda item hold less and more than a need's text. */
function proposeItem({ row, input, send }: Step<Need>): void {
  const facts = {
    title: [...row.text].slice(0, 100).join(''),
    background: row.text,
    workAreaId: row.workAreaId,
  };
  const proposal = { conferenceId: input.conferenceId, needId: row.id, origin: 'ESCALATED_NEED', ...facts };
  send({ mutation: 'proposeAgendaItem', input: proposal });
}

/** A need that was escalated may have been claimed, or even closed, before its item is told. */
async function faultInLink({ manager, row, values, actor }: Step<Need>): Promise<Refusal | null> {
  if (homeOf(values.agendaItemId!) !== actor.organization)
    return refusalOf(NotAllowed, 'NOT_ALLOWED', {
      zh: '只有登记此议题的联席会议可以告知。',
      en: 'Only the home of the agenda item may tell this.',
    });
  if (!(await wasEscalated(manager, row)))
    return incomplete({
      zh: '此需求没有列入议题；先由其所属单位或审核需求的岗位办理 escalateNeed。',
      en: 'This need was never put on an agenda; its home or the office that reviews needs first takes escalateNeed.',
    });
  if (!(await isEscalatedTo(actor.organization, row.id, manager)))
    return refusalOf(NotAllowed, 'NOT_ALLOWED', {
      zh: '此需求没有提交给贵单位的联席会议。',
      en: 'This need was not escalated to a joint conference of this home.',
    });
  if (row.agendaItemId === null || row.agendaItemId === values.agendaItemId) return null;
  return alreadyExists(row.agendaItemId, { zh: '已有议题。', en: 'It has an agenda item.' });
}

/** The outbox keeps what was sent. A need that was loaded in its state has sent nothing, and then nobody is preferred. */
async function isEscalatedTo(home: string, rowId: string, manager: EntityManager): Promise<boolean> {
  const sent = await manager.findBy(OutboxMessage, { rowId, mutation: 'proposeAgendaItem' });
  return sent.length === 0 || sent.some(({ input }) => homeOf(input.conferenceId as string) === home);
}
