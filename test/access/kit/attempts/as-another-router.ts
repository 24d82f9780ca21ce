// Asking for a contract at /shards, as a router of another make does: what has rules is refused, what has none is answered.
import { isForbidden, isUnrecognized, type Told } from '../attempt';
import type { AttemptGround, GroundAttempt } from '../attempt-ground';
import { OWNER, STRANGER } from '../organizations';

type Token = (ground: AttemptGround) => Promise<string | undefined>;

const ROUTERS: [string, Token][] = [
  ['nobody', async () => undefined],
  ['an office', ({ signIn }) => signIn.as(OWNER)],
  ['a router that enforces no rules', ({ signIn }) => signIn.as(STRANGER, { kind: 'service' })],
];
const enforcing: Token = ({ signIn }) =>
  signIn.as(STRANGER, { kind: 'service', scopes: ['router:enforces-access'] });

const PURPOSES = { query: '{ bookings(first: 5) { edges { node { id purpose } } } }' };
const purposeByKey = ({ ids }: AttemptGround) => ({
  query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { id purpose } } }',
  variables: { r: [{ __typename: 'Booking', id: ids.booking }] },
});

const asRouter =
  (contract: string, asked: object | ((ground: AttemptGround) => object), token: Token) =>
  async (ground: AttemptGround): Promise<Told> =>
    ground.asRouter(contract, typeof asked === 'function' ? asked(ground) : asked, await token(ground));

/** The ids beside the purposes are there. */
function areOnlyPurposesForbidden(told: Told): boolean {
  const bookings =
    told.data?.bookings?.edges.map(({ node }: { node: unknown }) => node) ?? told.data?._entities;
  return (
    isForbidden(told) &&
    bookings.length > 0 &&
    bookings.every(({ id, purpose }: { id: unknown; purpose: unknown }) => id && purpose === null)
  );
}

const isVotesForbidden = (told: Told) => isForbidden(told) && told.data?.votes === null;

export const asAnotherRouter: GroundAttempt[] = [
  ...ROUTERS.flatMap(([who, token]): GroundAttempt[] => [
    [`${who}: purposes in a list`, asRouter('sharing', PURPOSES, token), areOnlyPurposesForbidden, /purpose/],
    [
      `${who}: a purpose by its key`,
      asRouter('sharing', purposeByKey, token),
      areOnlyPurposesForbidden,
      /purpose/,
    ],
    [
      `${who}: votes`,
      asRouter('conference', { query: '{ votes { totalCount } }' }, token),
      isVotesForbidden,
      /votes/,
    ],
  ]),
  [
    // What concerns a row is its owner's to say, so its shard is asked.
    'a router that enforces the rules: a purpose by its key',
    asRouter('sharing', purposeByKey, enforcing),
    areOnlyPurposesForbidden,
  ],
  [
    'a mutation by a router',
    asRouter(
      'sharing',
      ({ ids }) => ({ query: `mutation { submitNeed(input: { id: "${ids.need}" }) { replayed } }` }),
      enforcing,
    ),
    isForbidden,
    /submitNeed/,
  ],
  ['a bad token', asRouter('sharing', PURPOSES, async () => 'Bearer abc'), isUnrecognized, /purpose/],
];
