// Every broken or hostile publication is refused or held, with a sentence that says what to do, and the graph stays as it is.
import type { Finding } from '../../../gateway/registry/verdict';
import { HOSTILE_PUBLICATIONS } from './hostile-publications';
import { CURRENT, checkSdl, isSerious } from './kit/check-case';

const before = JSON.stringify(CURRENT);

test('there are forty and more', () => {
  expect(HOSTILE_PUBLICATIONS.length).toBeGreaterThanOrEqual(40);
});

test.each(HOSTILE_PUBLICATIONS.map((it) => [it.title, it] as const))('%s', (_, hostile) => {
  const result = checkSdl(hostile.sdl, hostile.publication);
  const serious = result.verdict.findings.filter(isSerious);
  expect({ outcome: result.verdict.outcome, rules: serious.map(({ rule }) => rule) }).toEqual({
    outcome: hostile.outcome,
    rules: expect.arrayContaining([hostile.rule]),
  });
  const finding = serious.find(
    ({ rule, coordinate }) =>
      rule === hostile.rule && (!hostile.coordinate || coordinate === hostile.coordinate),
  );
  expect(finding).toMatchObject({
    ...(hostile.approver && { approver: hostile.approver }),
    ...(hostile.coordinate && { coordinate: hostile.coordinate }),
  });
  serious.forEach(expectWhatToDo);
  expect('composed' in result).toBe(hostile.outcome === 'NEEDS_APPROVAL');
  expect(JSON.stringify(CURRENT)).toBe(before);
});

function expectWhatToDo({ sentence, suggestion, at }: Finding): void {
  for (const said of [sentence, suggestion]) {
    expect(said?.zh).toMatch(/\p{Script=Han}/u);
    expect(said?.en).toMatch(/[a-z] [a-z]/);
    expect(`${said?.zh}${said?.en}`.length).toBeLessThan(1_500);
  }
  if (at) expect(at.line).toBeGreaterThan(0);
}
