// Mutations through the gateway: each reaches exactly one owner, refusals come as the owner told them, keys hold.
import { WorkflowStep } from '../../subgraphs/kit/workflow/workflow-step';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { openSignIn } from '../kit/sign-in';
import { REFUSAL } from './kit/booking-steps';

let demonstration: RunningDemonstration;
let waiting: string;
let authorization: string;

beforeAll(async () => {
  const signIn = await openSignIn();
  demonstration = await runDemonstration({ signIn });
  const { data } = await demonstration.ask(
    '{ bookings(first: 1, filter: { state: [REQUESTED] }) { edges { node { id } } } }',
  );
  waiting = data.bookings.edges[0].node.id;
  authorization = await signIn.as(waiting.split('.')[0]!);
}, 180_000);
afterAll(() => demonstration?.stop());

const take = (mutation: string, input: string) =>
  demonstration.ask(
    `mutation { taken: ${mutation}(input: { id: "${waiting}" ${input} }) { booking { id state version resource { name } requester { name } } ${REFUSAL} replayed } }`,
    undefined,
    authorization,
  );

test('a refusal comes through as its owner told it', async () => {
  const { data, errors } = await take('revokeBooking', 'reason: "有会"');
  expect(errors).toBeUndefined();
  expect(data.taken).toMatchObject({
    booking: null,
    refusal: { __typename: 'NotAllowedInState', id: waiting, state: 'REQUESTED', allowedIn: ['APPROVED'] },
  });
});

test('a step is taken once, at exactly one owner, and its answer holds what lives elsewhere', async () => {
  const input = 'reason: "另有安排" expectedVersion: 1 idempotencyKey: "one-key-for-both"';
  const first = await take('declineBooking', input);
  expect(first.errors).toBeUndefined();
  expect(first.data.taken).toMatchObject({
    booking: { id: waiting, state: 'DECLINED', version: 2, requester: { name: expect.any(String) } },
    replayed: false,
  });
  const again = await take('declineBooking', input);
  expect(again.data.taken).toEqual({ ...first.data.taken, replayed: true });
  expect(
    (await take('declineBooking', 'reason: "另有安排" expectedVersion: 1')).data.taken.refusal,
  ).toMatchObject({ code: 'STALE_VERSION', currentVersion: 2 });
  const steps = await Promise.all(
    [...demonstration.shards.values()].map(({ database }) => database.manager.find(WorkflowStep)),
  );
  expect(steps.flat()).toMatchObject([{ rowId: waiting, action: 'declineBooking', version: 2 }]);
});
