// The state machines of `sharing` as the domain's page words them, written by hand: who takes which step from where to where.

export interface DomainStep {
  by: 'owner' | 'other' | 'third' | 'reviewer';
  from: string[];
  to: string;
  /** What the step needs beside the id. */
  input?: Record<string, unknown>;
}

export interface DomainMachine {
  type: string;
  singular: string;
  states: string[];
  steps: Record<string, DomainStep>;
}

export const why = { reason: '按领域说明' };

export const DOMAIN: DomainMachine[] = [
  {
    type: 'Booking',
    singular: 'booking',
    states: ['REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'REVOKED', 'COMPLETED', 'NOT_USED'],
    steps: {
      approveBooking: { by: 'owner', from: ['REQUESTED'], to: 'APPROVED' },
      declineBooking: { by: 'owner', from: ['REQUESTED'], to: 'DECLINED', input: why },
      withdrawBooking: { by: 'other', from: ['REQUESTED', 'APPROVED'], to: 'WITHDRAWN' },
      revokeBooking: { by: 'owner', from: ['APPROVED'], to: 'REVOKED', input: why },
      completeBooking: { by: 'owner', from: ['APPROVED'], to: 'COMPLETED' },
      markBookingNotUsed: { by: 'owner', from: ['APPROVED'], to: 'NOT_USED' },
    },
  },
  {
    type: 'SharedResource',
    singular: 'sharedResource',
    states: ['DRAFT', 'LISTED', 'PAUSED', 'WITHDRAWN'],
    steps: {
      listSharedResource: { by: 'owner', from: ['DRAFT'], to: 'LISTED' },
      pauseSharedResource: { by: 'owner', from: ['LISTED'], to: 'PAUSED' },
      resumeSharedResource: { by: 'owner', from: ['PAUSED'], to: 'LISTED' },
      withdrawSharedResource: { by: 'owner', from: ['LISTED', 'PAUSED'], to: 'WITHDRAWN' },
    },
  },
  {
    type: 'Need',
    singular: 'need',
    states: [
      'DRAFT',
      'SUBMITTED',
      'PUBLISHED',
      'MERGED',
      'RETURNED',
      'REFERRED',
      'CLAIMED',
      'IN_PROGRESS',
      'DELIVERED',
      'CONFIRMED',
      'CLOSED',
      'ESCALATED',
    ],
    steps: {
      submitNeed: { by: 'owner', from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
      publishNeed: { by: 'reviewer', from: ['SUBMITTED'], to: 'PUBLISHED' },
      mergeNeed: { by: 'reviewer', from: ['SUBMITTED'], to: 'MERGED', input: { mergedIntoId: 'ANOTHER' } },
      returnNeed: { by: 'reviewer', from: ['SUBMITTED'], to: 'RETURNED', input: why },
      referNeed: { by: 'reviewer', from: ['SUBMITTED'], to: 'REFERRED', input: { referredTo: '12345' } },
      escalateNeed: {
        by: 'owner',
        from: ['PUBLISHED'],
        to: 'ESCALATED',
        input: { conferenceId: 'demo-street.joint-conference.00000000000000000000000001' },
      },
      closeNeed: { by: 'owner', from: ['CONFIRMED'], to: 'CLOSED' },
    },
  },
  {
    type: 'NeedClaim',
    singular: 'needClaim',
    states: [
      'PROPOSED',
      'ACCEPTED',
      'NOT_ACCEPTED',
      'IN_PROGRESS',
      'DELIVERED',
      'CONFIRMED',
      'RETURNED',
      'WITHDRAWN',
    ],
    steps: {
      acceptNeedClaim: { by: 'owner', from: ['PROPOSED'], to: 'ACCEPTED' },
      declineNeedClaim: { by: 'owner', from: ['PROPOSED'], to: 'NOT_ACCEPTED', input: why },
      startNeedClaim: { by: 'other', from: ['ACCEPTED', 'RETURNED'], to: 'IN_PROGRESS' },
      deliverNeedClaim: { by: 'other', from: ['IN_PROGRESS'], to: 'DELIVERED' },
      confirmNeedClaim: { by: 'owner', from: ['DELIVERED'], to: 'CONFIRMED' },
      returnNeedClaim: { by: 'owner', from: ['DELIVERED'], to: 'RETURNED', input: why },
      withdrawNeedClaim: {
        by: 'other',
        from: ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS'],
        to: 'WITHDRAWN',
        input: why,
      },
    },
  },
];
