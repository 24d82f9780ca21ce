// The deadline of a request aborts its fetches, and does not wait for work that will not stop.
import { createDeadline } from '../../gateway/guard/request-deadline';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('work that is done in time is left alone', async () => {
  const { signal, enforce } = createDeadline(1_000);
  expect(await enforce(Promise.resolve('done'))).toBe('done');
  jest.advanceTimersByTime(60_000);
  expect(signal.aborted).toBe(false);
});

test('at the deadline the signal aborts, and what came by then is still taken', async () => {
  const { signal, enforce } = createDeadline(1_000);
  const work = new Promise((resolve) => signal.addEventListener('abort', () => resolve('in part')));
  const enforced = enforce(work);
  jest.advanceTimersByTime(999);
  expect(signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(await enforced).toBe('in part');
});

test('work that heeds no signal is given up with TIMEOUT', async () => {
  const enforced = createDeadline(1_000).enforce(new Promise(() => undefined));
  const refused = expect(enforced).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
  jest.advanceTimersByTime(1_500);
  await refused;
});
