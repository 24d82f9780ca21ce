// What nobody who has not signed in may read or do: a name, an operation, and a word that no shard may be asked.

export type PublicAttempt = [name: string, query: string, word: string];

export const publicAttempts = (owner: string, other: string): PublicAttempt[] => [
  ['votes', '{ votes { totalCount } }', 'votes'],
  ['their count by a summary', '{ voteSummary { count } }', 'vote'],
  [
    'votes of an agenda item',
    '{ agendaItems(first: 1) { edges { node { title votes { edges { node { choice } } } } } } }',
    'votes',
  ],
  [
    'votes of an organization',
    `{ organization(id: "${other}") { name castVotes { totalCount } } }`,
    'castVotes',
  ],
  [
    'votes in a fragment',
    `{ organization(id: "${other}") { ...Cast } } fragment Cast on Organization { it: castVotes { totalCount } }`,
    'castVotes',
  ],
  ['the purpose of bookings', '{ bookings(first: 5) { edges { node { id purpose } } } }', 'purpose'],
  [
    'the reason of bookings, under another name',
    '{ bookings(first: 5) { edges { node { id why: reason } } } }',
    'reason',
  ],
  [
    'the purpose through the resource',
    '{ sharedResources(first: 5) { edges { node { bookings { edges { node { purpose } } } } } } }',
    'purpose',
  ],
  [
    'the office that changed a booking',
    '{ bookings(first: 5) { edges { node { changedByOffice } } } }',
    'changedByOffice',
  ],
  [
    'the telephone of a liaison office',
    `{ organization(id: "${owner}") { liaisonOffices { edges { node { title officePhone } } } } }`,
    'officePhone',
  ],
  [
    'a mutation',
    `mutation { createNeed(input: { home: "${owner}", text: "x" }) { replayed } }`,
    'createNeed',
  ],
  [
    'a mutation under another name',
    `mutation { it: deleteNothing: createNeed(input: { home: "${owner}", text: "x" }) { replayed } }`.replace(
      'deleteNothing: ',
      '',
    ),
    'createNeed',
  ],
  [
    'the approval of a booking',
    'mutation { approveBooking(input: { id: "demo-community.booking.01jd0000000000000000000000" }) { replayed } }',
    'approveBooking',
  ],
];
