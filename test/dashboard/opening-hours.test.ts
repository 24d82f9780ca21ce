// Opening hours as people write them: read whole, or not at all.
import fc from 'fast-check';
import {
  isOpenAt,
  readOpeningHours,
  writeMinutes,
} from '../../gateway/dashboard/client/views/stations/opening-hours';

fc.configureGlobal({ seed: Number(process.env.LIANXI_SEED ?? 7) });
const SIGNS = '一二三四五六日';

test.each([
  ['周一至周六 9:00—17:00', [0, 1, 2, 3, 4, 5]],
  ['周一、周三、周五 9:00—17:00', [0, 2, 4]],
  ['周二、周四至周六 09:00-17:00', [1, 3, 4, 5]],
  ['星期一至五 9：00～17：00', [0, 1, 2, 3, 4]],
  ['每天 9:00至17:00', [0, 1, 2, 3, 4, 5, 6]],
  ['工作日 9:00–17:00', [0, 1, 2, 3, 4]],
  ['9:00—17:00', [0, 1, 2, 3, 4, 5, 6]],
])('%s', (text, open) => {
  const week = readOpeningHours(text)!;
  expect(week.flatMap((times, i) => (times.length ? [i] : []))).toEqual(open);
  expect(week[open[0]!]).toEqual([[540, 1020]]);
});

test('several times of a day, and other times on other days', () => {
  const week = readOpeningHours('周一至周五 9:00—11:30、14:00—17:00；周六 9:00—12:00')!;
  expect(week[0]).toEqual([
    [540, 690],
    [840, 1020],
  ]);
  expect(week[5]).toEqual([[540, 720]]);
  expect(week[6]).toEqual([]);
});

test.each([
  '',
  '全天',
  '周一至周五',
  '9:00',
  '周末 9:00—17:00',
  '周五至周一 9:00—17:00',
  '节假日除外 9:00—17:00',
  '周一 17:00—9:00',
  '周一 9:00—25:00',
  '周一 9:00—17:00（午休除外）',
  '预约开放',
])('“%s” is not understood whole, so it stays as it was written', (text) => {
  expect(readOpeningHours(text)).toBeNull();
});

test('what is written for any days and times is read as just these', () => {
  const days = fc.uniqueArray(fc.nat(6), { minLength: 1 });
  fc.assert(
    fc.property(days, fc.nat(1438), fc.nat(1438), (open, a, b) => {
      const [from, until] = [Math.min(a, b), Math.max(a, b) + 1];
      const text = `${open.map((i) => `周${SIGNS[i]}`).join('、')} ${writeMinutes(from)}—${writeMinutes(until)}`;
      const week = readOpeningHours(text)!;
      week.forEach((times, i) => expect(times).toEqual(open.includes(i) ? [[from, until]] : []));
    }),
  );
});

test('open from the first minute, closed from the last, by the clock of the answer', () => {
  const week = readOpeningHours('周日 9:00—17:00')!;
  const at = (time: string) => isOpenAt(week, `2026-11-22T${time}:00+08:00`, 0);
  expect(['08:59', '09:00', '16:59', '17:00'].map(at)).toEqual([false, true, true, false]);
  expect(isOpenAt(week, '2026-11-23T10:00:00+08:00', 1)).toBe(false);
});
