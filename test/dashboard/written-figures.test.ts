// How money, days, times and shares are written: every fen and every day, not some.
import fc from 'fast-check';
import {
  addDays,
  weekdayOf,
  writeDay,
  writeMoney,
  writeNumber,
  writeShare,
  writeTime,
} from '../../gateway/dashboard/client/words/write-figures';

fc.configureGlobal({ seed: Number(process.env.LIANXI_SEED ?? 7), numRuns: 1000 });

const fen = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Reads what was written back, by another way than it was written. */
function readMoney(written: string): bigint {
  const [, sign, whole, fraction = '', unit] = /^(−?)¥?([\d,]+)(?:\.(\d+))?(万元|元)?$/.exec(written)!;
  const digits = unit === '万元' ? 6 : 2;
  const size = BigInt(whole!.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  return sign ? -size : size;
}

test('money is exact to the fen in both languages, however much it is', () => {
  fc.assert(
    fc.property(fen, (amount) => {
      expect(readMoney(writeMoney(String(amount), 'zh'))).toBe(amount);
      expect(readMoney(writeMoney(String(amount), 'en'))).toBe(amount);
    }),
  );
});

test('whole tenths of a 万元 are written in 万元', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 100n, max: 10n ** 12n }), (hundredths) => {
      const written = writeMoney(String(hundredths * 10_000n), 'zh');
      expect(written).toMatch(/^[\d,]+(\.\d{1,2})?万元$/);
    }),
  );
});

test.each([
  ['0', '0元', '¥0'],
  ['1', '0.01元', '¥0.01'],
  ['999999', '9,999.99元', '¥9,999.99'],
  ['1000000', '1万元', '¥10,000'],
  ['1000001', '10,000.01元', '¥10,000.01'],
  ['15000000', '15万元', '¥150,000'],
  ['48950000', '48.95万元', '¥489,500'],
  ['-48950000', '−48.95万元', '−¥489,500'],
  [
    '123456789012345678901234560000',
    '123,456,789,012,345,678,901,234.56万元',
    '¥1,234,567,890,123,456,789,012,345,600',
  ],
])('%s fen', (amount, zh, en) => {
  expect([writeMoney(amount, 'zh'), writeMoney(amount, 'en')]).toEqual([zh, en]);
});

test('a day has its own weekday, and the year only when it is another', () => {
  fc.assert(
    fc.property(day, (given) => {
      const date = new Date(`${given}T12:00:00+08:00`);
      const weekday = date.toLocaleDateString('zh-CN', { weekday: 'short', timeZone: 'Asia/Shanghai' });
      const [year, month, dayOfMonth] = given.split('-').map(Number);
      expect(writeDay(given, 'zh', given)).toBe(`${month}月${dayOfMonth}日 ${weekday}`);
      expect(writeDay(given, 'zh', '1900-01-01')).toBe(`${year}年${month}月${dayOfMonth}日 ${weekday}`);
      expect(weekdayOf(given)).toBe(date.getUTCDay());
    }),
  );
});

test('days are added over months, years and leap days, and taken off again', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (given, count) => {
      const moved = addDays(given, count);
      expect(addDays(moved, -count)).toBe(given);
      expect((weekdayOf(given) + count + 7000) % 7).toBe(weekdayOf(moved) % 7);
    }),
  );
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});

test('a time is the local time that the answer bears', () => {
  expect(writeTime('2026-11-22T09:05:00+08:00')).toBe('9:05');
  expect(writeTime('2026-11-22T00:00:00+08:00')).toBe('0:00');
});

test('a share always has its basis, and none without one', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (part, more) => {
      const whole = part + more;
      const written = writeShare(part, whole, 'zh');
      if (whole === 0) return expect(written).toBeNull();
      expect(written).toMatch(new RegExp(`^[\\d.]+%（${part}/${whole}）$`));
      expect(Math.abs(parseFloat(written!) - (100 * part) / whole)).toBeLessThanOrEqual(0.05001);
    }),
  );
});

test('digits stand in threes', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (n) => {
      expect(Number(writeNumber(n).replaceAll(',', ''))).toBe(n);
      expect(writeNumber(n)).toMatch(/^\d{1,3}(,\d{3})*$/);
    }),
  );
});
