// A check that runs past its budget is ended with its thread and refused with a sentence; the next has a thread of its own.
import { createChecker } from '../../gateway/registry/thread/create-checker';
import { LOVE_MARKET, baseInput } from './check/kit/check-case';

test('a check past its budget is refused, and whoever waits is answered too', async () => {
  const checker = createChecker({ budgetMs: 20, memoryMb: 512 });
  const check = () =>
    checker.check({
      ...baseInput(),
      change: { kind: 'publish', publication: { ...LOVE_MARKET, sdl: 'type Query { lovemarketAll: Int }' } },
    });
  const answers = await Promise.all([check(), check()]);
  for (const { verdict, composed } of answers) {
    expect(verdict.outcome).toBe('REFUSED');
    expect(verdict.findings).toMatchObject([{ rule: 'TOO_HEAVY', severity: 'ERROR' }]);
    expect(composed).toBeUndefined();
  }
  await checker.stop();
});
