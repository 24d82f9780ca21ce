// What an office may neither read nor do at another organization, and what a device or a service may not do at its own.
import { isForbidden, isNotDone } from '../attempt';
import type { GroundAttempt } from '../attempt-ground';
import { OTHER, OWNER, STRANGER } from '../organizations';
import { askedBy, type Operation } from './asked-by';

const READ_BY_STRANGER: Operation[] = [
  ['the purpose of a booking', ({ booking }) => `{ booking(id: "${booking}") { purpose } }`, isForbidden],
  [
    'the reason of a booking, under another name',
    ({ booking }) => `{ booking(id: "${booking}") { ...F } } fragment F on Booking { why: reason }`,
    isForbidden,
  ],
  [
    'the history of a booking of others',
    ({ booking }) => `{ booking(id: "${booking}") { steps { office } } }`,
    isForbidden,
  ],
];

const READ_BY_OTHER: Operation[] = [
  [
    'why another stayed away',
    ({ attendance }) => `{ attendance(id: "${attendance}") { reason } }`,
    isForbidden,
  ],
  ['the outbox of another', `{ outbox(home: "${OWNER}") { waiting } }`, isForbidden],
];

const refused = '{ refusal { code } }';

const DONE_BY_OTHER: Operation[] = [
  [
    'to raise a need for another',
    `mutation { it: createNeed(input: { home: "${OWNER}", text: "x" }) ${refused} }`,
    isNotDone,
  ],
  [
    'to submit a draft of another',
    ({ need }) => `mutation { it: submitNeed(input: { id: "${need}" }) ${refused} }`,
    isNotDone,
  ],
  [
    'to change a draft of another',
    ({ need }) =>
      `mutation { it: updateNeed(input: { id: "${need}", text: "x" }) { need { text } refusal { code } } }`,
    isNotDone,
  ],
  [
    'to approve a booking at another',
    ({ booking }) => `mutation { it: approveBooking(input: { id: "${booking}" }) ${refused} }`,
    isNotDone,
  ],
  [
    'to list a resource of another',
    ({ resource }) => `mutation { it: listSharedResource(input: { id: "${resource}" }) ${refused} }`,
    isNotDone,
  ],
  [
    'to draft an agreement for another',
    `mutation { it: createCoBuildingAgreement(input: { home: "${OWNER}", title: "x", kind: CO_BUILDING_AGREEMENT }) ${refused} }`,
    isNotDone,
  ],
  [
    'to sign oneself into an agreement of another',
    ({ agreement }) =>
      `mutation { it: addAgreementSignatory(input: { agreementId: "${agreement}", organizationId: "${OTHER}" }) ${refused} }`,
    isNotDone,
  ],
];

const DONE_BY_STRANGER: Operation[] = [
  [
    'to withdraw a booking of another',
    ({ booking }) => `mutation { it: withdrawBooking(input: { id: "${booking}" }) ${refused} }`,
    isNotDone,
  ],
];

const submitting = (who: string): Operation => [
  `to do anything, by ${who}`,
  ({ need }) => `mutation { submitNeed(input: { id: "${need}" }) { replayed } }`,
  isForbidden,
  /submitNeed/,
];

export const ofAnother: GroundAttempt[] = [
  ...READ_BY_STRANGER.map(askedBy(STRANGER)),
  ...READ_BY_OTHER.map(askedBy(OTHER)),
  ...DONE_BY_OTHER.map(askedBy(OTHER)),
  ...DONE_BY_STRANGER.map(askedBy(STRANGER)),
  askedBy(OWNER, { kind: 'device' })(submitting('a screen')),
  askedBy(OWNER, { kind: 'service' })(submitting('a dashboard')),
];
