// What nobody who has not signed in may read or do.
import { isForbidden, type Told } from '../attempt';
import type { GroundAttempt } from '../attempt-ground';
import { OTHER, OWNER } from '../organizations';
import { askedBy, type Operation } from './asked-by';

const OPERATIONS: Operation[] = [
  ['votes', '{ votes { totalCount edges { node { choice } } } }', isVotesForbidden, /votes/],
  ['votes in a summary', '{ voteSummary { count } }', isForbidden, /vote/],
  [
    'votes of an agenda item',
    '{ agendaItems(first: 1) { edges { node { title votes { edges { node { choice } } } } } } }',
    isForbidden,
    /votes/,
  ],
  [
    'votes of an organization',
    `{ organization(id: "${OTHER}") { name castVotes { totalCount } } }`,
    isForbidden,
    /castVotes/,
  ],
  [
    'votes in a fragment',
    `{ organization(id: "${OTHER}") { ...Cast } } fragment Cast on Organization { it: castVotes { totalCount } }`,
    isForbidden,
    /castVotes/,
  ],
  [
    'purposes of bookings',
    '{ bookings(first: 5) { edges { node { id purpose } } } }',
    isForbidden,
    /purpose/,
  ],
  [
    'reasons of bookings, under another name',
    '{ bookings(first: 5) { edges { node { id why: reason } } } }',
    isForbidden,
    /reason/,
  ],
  [
    'purposes through the resource',
    `{ organization(id: "${OWNER}") { receivedBookings(first: 5) { edges { node { purpose } } } } }`,
    isForbidden,
    /purpose/,
  ],
  [
    'the office that changed a booking',
    '{ bookings(first: 5) { edges { node { changedByOffice } } } }',
    isForbidden,
    /changedByOffice/,
  ],
  [
    'the history of a booking',
    ({ booking }) => `{ booking(id: "${booking}") { steps { office } } }`,
    isForbidden,
    /steps/,
  ],
  [
    'why somebody stayed away',
    '{ attendances(first: 3) { edges { node { reason } } } }',
    isForbidden,
    /reason/,
  ],
  [
    'which office attended',
    '{ meetings { edges { node { attendances { edges { node { office } } } } } } }',
    isForbidden,
    /[{ ]office[} ]/,
  ],
  [
    'the telephone of a liaison office',
    '{ liaisonOffices(first: 5) { edges { node { title officePhone } } } }',
    isForbidden,
    /officePhone/,
  ],
  ['an outbox', `{ outbox(home: "${OWNER}") { waiting messages { id } } }`, isForbidden, /outbox/],
  [
    'to settle a message of an outbox',
    `mutation { settleOutboxMessage(input: { id: "${OWNER}.message.01jd0000000000000000000000" }) { message { id } } }`,
    isForbidden,
    /settleOutbox/,
  ],
  [
    'to raise a need',
    `mutation { createNeed(input: { home: "${OWNER}", text: "x" }) { replayed } }`,
    isForbidden,
    /createNeed/,
  ],
  [
    'to raise a need, under another name',
    `mutation { it: createNeed(input: { home: "${OWNER}", text: "x" }) { replayed } }`,
    isForbidden,
    /createNeed/,
  ],
  [
    'to approve a booking',
    ({ booking }) => `mutation { approveBooking(input: { id: "${booking}" }) { replayed } }`,
    isForbidden,
    /approveBooking/,
  ],
];

/** Refused as a whole, once. */
function isVotesForbidden({ data, codes }: Told): boolean {
  return JSON.stringify(data) === '{"votes":null}' && codes.join() === 'FORBIDDEN';
}

export const closedToNobody: GroundAttempt[] = OPERATIONS.map(askedBy(null));
