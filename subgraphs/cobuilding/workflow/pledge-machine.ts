// What may be done with a public pledge, by the organization that gave it.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { Pledge, PledgeState } from '../pledge/pledge';

const who = [owner];
const FACTS = ['level', 'text', 'textEn', 'year', 'publiclyPosted', 'statedCount'] as const;

export const pledgeMachine = createMachine<Pledge>(Pledge, {
  states: PledgeState,
  creations: {
    makePledge: {
      description:
        '作出公开承诺；党员承诺只计人数。 Makes a public pledge; those of members are one headcount.',
      to: 'OPEN',
      who,
      takes: FACTS,
    },
  },
  transitions: {
    updatePledge: {
      description: '修改进行中的承诺。 Changes an open pledge.',
      from: ['OPEN'],
      who,
      takes: FACTS,
    },
    fulfilPledge: {
      description: '登记已完成。 Records that it is fulfilled.',
      from: ['OPEN', 'PARTLY_FULFILLED'],
      to: 'FULFILLED',
      who,
    },
    fulfilPledgePartly: {
      description: '登记部分完成。 Records that it is partly fulfilled.',
      from: ['OPEN'],
      to: 'PARTLY_FULFILLED',
      who,
    },
    failPledge: {
      description: '登记未完成，须写原因。 Records that it was not fulfilled, with a reason.',
      from: ['OPEN', 'PARTLY_FULFILLED'],
      to: 'NOT_FULFILLED',
      who,
      reasonRequired: true,
    },
  },
});
