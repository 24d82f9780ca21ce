// The state machines of `cobuilding` as the domain's page words them, written by hand.
import { why, type DomainMachine } from './domain-table';

const OPEN_PROJECT = ['PROPOSED', 'APPROVED', 'FUNDING', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'];

export const COBUILDING: DomainMachine[] = [
  {
    type: 'CoBuildingAgreement',
    singular: 'coBuildingAgreement',
    states: [
      'DRAFT',
      'UNDER_CONFIRMATION',
      'SIGNED',
      'ACTIVE',
      'SUSPENDED',
      'EXPIRED',
      'TERMINATED',
      'ARCHIVED',
    ],
    steps: {
      submitCoBuildingAgreement: { by: 'owner', from: ['DRAFT'], to: 'UNDER_CONFIRMATION' },
      activateCoBuildingAgreement: { by: 'owner', from: ['SIGNED'], to: 'ACTIVE' },
      suspendCoBuildingAgreement: { by: 'owner', from: ['ACTIVE'], to: 'SUSPENDED', input: why },
      resumeCoBuildingAgreement: { by: 'owner', from: ['SUSPENDED'], to: 'ACTIVE' },
      expireCoBuildingAgreement: { by: 'owner', from: ['ACTIVE', 'SUSPENDED'], to: 'EXPIRED' },
      archiveCoBuildingAgreement: { by: 'owner', from: ['EXPIRED', 'TERMINATED'], to: 'ARCHIVED' },
    },
  },
  {
    type: 'AgreementTask',
    singular: 'agreementTask',
    states: ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'CONFIRMED', 'RETURNED', 'CANCELLED'],
    steps: {
      startAgreementTask: { by: 'other', from: ['PLANNED', 'RETURNED'], to: 'IN_PROGRESS' },
      submitTask: { by: 'other', from: ['IN_PROGRESS'], to: 'SUBMITTED' },
      confirmTask: { by: 'third', from: ['SUBMITTED'], to: 'CONFIRMED' },
      returnTask: { by: 'third', from: ['SUBMITTED'], to: 'RETURNED', input: why },
      cancelAgreementTask: {
        by: 'owner',
        from: ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'],
        to: 'CANCELLED',
        input: why,
      },
    },
  },
  {
    type: 'JointProject',
    singular: 'jointProject',
    states: [...OPEN_PROJECT, 'PUBLISHED', 'CLOSED', 'SUSPENDED', 'CANCELLED'],
    steps: {
      approveJointProject: { by: 'owner', from: ['PROPOSED'], to: 'APPROVED' },
      openProjectFunding: { by: 'owner', from: ['APPROVED'], to: 'FUNDING' },
      startJointProject: { by: 'owner', from: ['FUNDING'], to: 'IN_PROGRESS' },
      completeJointProject: { by: 'other', from: ['IN_PROGRESS'], to: 'COMPLETED' },
      acceptJointProject: { by: 'owner', from: ['COMPLETED'], to: 'ACCEPTED' },
      publishJointProject: { by: 'owner', from: ['ACCEPTED'], to: 'PUBLISHED' },
      closeJointProject: { by: 'owner', from: ['PUBLISHED'], to: 'CLOSED' },
      suspendJointProject: { by: 'owner', from: OPEN_PROJECT, to: 'SUSPENDED', input: why },
      cancelJointProject: {
        by: 'owner',
        from: [...OPEN_PROJECT, 'SUSPENDED'],
        to: 'CANCELLED',
        input: why,
      },
    },
  },
  {
    type: 'JointActivity',
    singular: 'jointActivity',
    states: ['PLANNED', 'ANNOUNCED', 'HELD', 'POSTPONED', 'CANCELLED'],
    steps: {
      announceJointActivity: { by: 'owner', from: ['PLANNED', 'POSTPONED'], to: 'ANNOUNCED' },
      holdJointActivity: { by: 'owner', from: ['ANNOUNCED'], to: 'HELD', input: { headcount: 30 } },
      postponeJointActivity: { by: 'owner', from: ['PLANNED', 'ANNOUNCED'], to: 'POSTPONED', input: why },
      cancelJointActivity: {
        by: 'owner',
        from: ['PLANNED', 'ANNOUNCED', 'POSTPONED'],
        to: 'CANCELLED',
        input: why,
      },
    },
  },
  {
    type: 'Pledge',
    singular: 'pledge',
    states: ['OPEN', 'FULFILLED', 'PARTLY_FULFILLED', 'NOT_FULFILLED'],
    steps: {
      fulfilPledge: { by: 'owner', from: ['OPEN', 'PARTLY_FULFILLED'], to: 'FULFILLED' },
      fulfilPledgePartly: { by: 'owner', from: ['OPEN'], to: 'PARTLY_FULFILLED' },
      failPledge: { by: 'owner', from: ['OPEN', 'PARTLY_FULFILLED'], to: 'NOT_FULFILLED', input: why },
    },
  },
];
