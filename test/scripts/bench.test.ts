// What the benchmark decides without measuring: which answers are the same, which figures stand for many.
import { createAnswerCheck } from '../../scripts/bench/answer-check';
import { readBenchOptions } from '../../scripts/bench/bench-options';
import { canonicalAnswer } from '../../scripts/bench/same-answer';
import { percentile, spreadOf } from '../../scripts/bench/statistics';

describe('answers', () => {
  const answer = (data: unknown, more: object = {}) => JSON.stringify({ data, ...more });
  const same = (a: string, b: string) => canonicalAnswer(a) === canonicalAnswer(b);

  it('are the same whatever the order of their fields, their moment and their extensions', () => {
    const one = answer({ a: 1, b: { asOf: '2026-01-01T00:00:00Z', c: [1, 2] } });
    const other = answer(
      { b: { c: [1, 2], asOf: '2026-01-02T00:00:00Z' }, a: 1 },
      { extensions: { homes: {} } },
    );
    expect(same(one, other)).toBe(true);
  });

  it('differ in the order of a list, in a null and in an error', () => {
    expect(same(answer({ a: [1, 2] }), answer({ a: [2, 1] }))).toBe(false);
    expect(same(answer({ a: null }), answer({}))).toBe(false);
    expect(same(answer({ a: null }), answer({ a: null }, { errors: [{ message: 'x', path: ['a'] }] }))).toBe(
      false,
    );
  });

  it('are checked case by case, and what is no JSON is wrong', () => {
    const isRight = createAnswerCheck([canonicalAnswer(answer({ a: 1 })), canonicalAnswer(answer({ a: 2 }))]);
    const bytes = (text: string) => Buffer.from(text);
    expect(isRight(0, bytes(answer({ a: 1 })))).toBe(true);
    expect(isRight(0, bytes(answer({ a: 1 })))).toBe(true);
    expect(isRight(1, bytes(answer({ a: 1 })))).toBe(false);
    expect(isRight(0, bytes('<html>'))).toBe(false);
  });
});

describe('figures', () => {
  it('take the middle of an odd number of rounds and the mean of the two in the middle of an even one', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  });

  it('take the percentile as the value that so many are not above', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 0.99)).toBe(7);
  });
});

describe('options', () => {
  it('take names in the order of the tables, and "scatter" for all of its sizes', () => {
    const options = readBenchOptions([
      '--only',
      'scatter,heavy',
      '--contenders',
      'null,lianxi',
      '--rounds',
      '2',
    ]);
    expect(options!.workloads).toEqual(['heavy', 'scatter-1', 'scatter-10', 'scatter-100', 'scatter-300']);
    expect(options!.contenders).toEqual(['lianxi', 'null']);
    expect(options!.rounds).toBe(2);
  });

  it('name what they cannot read', () => {
    expect(() => readBenchOptions(['--only', 'huge'])).toThrow('"huge"');
    expect(() => readBenchOptions(['--rounds', 'many'])).toThrow('"many"');
    expect(() => readBenchOptions(['--cores', '1'])).toThrow('"1"');
  });
});
