// Steps of bookings as operations, with what of their answers is compared.
import type { Actor } from '../../../subgraphs/kit/workflow/actor';
import type { Answer } from '../../kit/open-shard';

export const REFUSAL =
  'refusal { __typename code message ... on NotAllowedInState { id state allowedIn } ... on StaleVersion { currentVersion }' +
  ' ... on Overlaps { bookings { id state } } ... on CapacityExceeded { capacity headcountLeft fullestAt bookings { id } }' +
  ' ... on InvalidInput { field } ... on NotFound { id } ... on WrongTime { notBefore onlyBefore } ... on NotOpen { day } }';

export interface BookingAnswer {
  booking: { id: string; state: string; version: number } | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- refusals are as varied as their types
  refusal: { __typename: string; code: string; message: string; [fact: string]: any } | null;
  replayed: boolean;
}

type Ask = (actor: Actor | null, query: string, variables?: object) => Promise<Answer>;

/** Takes a step and gives its payload; throws for an error of the request. */
export async function takeStep(
  ask: Ask,
  actor: Actor | null,
  mutation: string,
  input: object,
): Promise<BookingAnswer> {
  const { data, errors } = await askStep(ask, actor, mutation, input);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data.taken as BookingAnswer;
}

export function askStep(ask: Ask, actor: Actor | null, mutation: string, input: object): Promise<Answer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { booking { id state version } ${REFUSAL} replayed } }`;
  return ask(actor, query, { input });
}

/** The hours of a day that is a week after the tests' today, as an input. */
export function hours(from: number, until: number): { startsAt: string; endsAt: string } {
  const at = (hour: number) =>
    new Date(Date.parse('2026-11-30T00:00:00+08:00') + hour * 3_600_000).toISOString();
  return { startsAt: at(from), endsAt: at(until) };
}
