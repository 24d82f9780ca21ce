// What is read out of cells as people fill them in, and what a mistake is told.
import fc from 'fast-check';
import type { Cell, CellContext, Value } from '../../gateway/lists/cells/cell';
import { escapeCell, unescapeCell } from '../../gateway/lists/cells/escape-cell';
import { readCell } from '../../gateway/lists/cells/read-cell';
import { readMoney, writeMoney } from '../../gateway/lists/cells/read-number';
import { writeCell } from '../../gateway/lists/cells/write-cell';

const CHOICES = [
  { code: 'VENUE', zh: '场地', en: 'A venue' },
  { code: 'SERVICE', zh: '专业服务', en: 'A professional service' },
];
const NAMES: Record<string, string> = {
  示例小学: 'demo-school',
  示例社区: 'demo-community',
  '甲、乙两校': 'two',
};

const context: CellContext = {
  choicesOf: () => CHOICES,
  find: (_source, name) =>
    NAMES[name] ? { id: NAMES[name]! } : { fault: { zh: `没有 ${name}`, en: `no ${name}` } },
};

const read = (kind: Cell['kind'], text: string, unit?: string) => {
  const cell = { kind, of: 'ResourceKind', to: 'organizations' } as Cell;
  const reading = readCell(cell, text, { ...context, ...(unit && { unit }) });
  if (reading === null) return null;
  return 'value' in reading ? reading.value : 'fault' in reading ? { fault: reading.fault.zh } : 'pending';
};

const good: [kind: Cell['kind'], text: string, value: Value | null, unit?: string][] = [
  ['whole', '120', 120],
  ['whole', '１，２００ 人', 1200],
  ['whole', '300名', 300],
  ['whole', '120.0', 120],
  ['money', '12万元', '12000000'],
  ['money', '１２．５ 万', '12500000'],
  ['money', '￥3,000.50元', '300050'],
  ['money', '47.15', '47150000', '万元'],
  ['money', '471500', '47150000', '元'],
  ['money', '2亿', '20000000000'],
  ['money', '12万元', '12000000', '元'],
  ['money', '（遮盖）', null],
  ['flag', '是', true],
  ['flag', '√', true],
  ['flag', 'Ｎｏ', false],
  ['day', '2026年3月5日', '2026-03-05'],
  ['day', '2026 年 3 月 5 日（星期四）', '2026-03-05'],
  ['day', '2026/3/5', '2026-03-05'],
  ['day', '2026.03.05', '2026-03-05'],
  ['day', '２０２６－０３－０５', '2026-03-05'],
  ['day', '20260305', '2026-03-05'],
  ['day', '46086', '2026-03-05'],
  ['day', '2026-03-05 00:00:00', '2026-03-05'],
  ['day', '2028年2月29日', '2028-02-29'],
  ['time', '2026年12月1日下午2点', '2026-12-01T14:00:00+08:00'],
  ['time', '2026-12-01 14:00', '2026-12-01T14:00:00+08:00'],
  ['time', '2026/12/1 １４：３０', '2026-12-01T14:30:00+08:00'],
  ['time', '2026年12月1日 周二 上午9点半', '2026-12-01T09:30:00+08:00'],
  ['time', '2026年12月1日晚上7时15分', '2026-12-01T19:15:00+08:00'],
  ['time', '2026年12月1日中午12点', '2026-12-01T12:00:00+08:00'],
  ['time', '46357.5833333333', '2026-12-01T14:00:00+08:00'],
  ['time', '2026-12-01T14:00:00Z', '2026-12-01T14:00:00Z'],
  ['words', '投影、音响，无障碍', ['投影', '音响', '无障碍']],
  ['choice', ' 场 地 ', 'VENUE'],
  ['choice', 'venue', 'VENUE'],
  ['choice', 'A Professional Service', 'SERVICE'],
  ['reference', '示例小学', 'demo-school'],
  ['references', '示例小学、示例社区', ['demo-school', 'demo-community']],
  ['references', '甲、乙两校', ['two']],
  ['text', "'=共建", '=共建'],
];

// Rows without a unit must not make Jest wait for a callback in its place.
test.each(good)('%s: %s', (kind, text, value, ...units: (string | undefined)[]) => {
  expect(read(kind, text, units[0])).toEqual(value);
});

const bad: [kind: Cell['kind'], text: string, said: string][] = [
  ['whole', '12.5', '不是整数'],
  ['whole', '约120', '不是整数'],
  ['whole', '-3', '不是整数'],
  ['whole', '99999999999', '不是整数'],
  ['money', '12', '没有写单位'],
  ['money', '约12万元', '不是金额'],
  ['money', '0.001元', '不是金额'],
  ['money', '99999999999999亿', '不是金额'],
  ['flag', '也许', '既不是'],
  ['day', '3月5日', '没有写年份'],
  ['day', '2026-02-30', '不是日期'],
  ['day', '2026-03-05 14:00', '不是日期'],
  ['day', '明天', '不是日期'],
  ['time', '2026-12-01', '没有写明几点几分'],
  ['time', '2026年12月1日上午14点', '没有写明几点几分'],
  ['time', '2026-12-01 25:00', '没有写明几点几分'],
  ['choice', '会议室', '应为：场地、专业服务'],
  ['references', '示例小学、某校', '没有 某校'],
];

test.each(bad)('%s: %s is told: %s', (kind, text, said) => {
  expect(read(kind, text)).toEqual({ fault: expect.stringContaining(said) });
});

test('a text that a spreadsheet would run is kept from it, and comes back as it was', () => {
  for (const text of ['=1+1', '+86', '-3', '@SUM(A1)', '\tx', "'=1", "''=1"])
    expect(escapeCell(text)).toBe(`'${text}`);
  const texts = fc.stringMatching(/^['=+\-@ax]{0,6}$/);
  fc.assert(
    fc.property(texts, (text) => {
      expect(escapeCell(text)).not.toMatch(/^[=+\-@]/);
      expect(unescapeCell(escapeCell(text))).toBe(text);
    }),
  );
});

test('any amount is written and read back exactly', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (fen) => {
      expect(readMoney(writeMoney(fen.toString()), '元')).toEqual({ value: fen.toString() });
    }),
  );
});

test('names that hold a comma are written as ids among others', () => {
  const nameOf = (_source: string, id: string) => Object.keys(NAMES).find((name) => NAMES[name] === id) ?? id;
  const cell: Cell = { kind: 'references', to: 'organizations' };
  const written = writeCell(cell, ['demo-school', 'two'], { choicesOf: () => CHOICES, nameOf });
  expect(written).toBe('示例小学、two');
});
