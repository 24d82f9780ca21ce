// Files as people and attackers send them: what is read of the first, and in which sentence the others are refused.
import { BOUNDS, FileFault, type Sheet } from '../../gateway/lists/grid';
import { readFile } from '../../gateway/lists/read/read-file';
import { readInThread } from '../../gateway/lists/read/read-in-thread';
import { claimSize, makeWorkbook, partsOf, zipParts } from './kit/make-workbook';

const textsOf = (sheets: readonly Sheet[]) =>
  sheets.map(({ rows }) =>
    rows.map(({ number, cells }) => [number, ...[...cells].map(([at, { text }]) => `${at}:${text}`)]),
  );

describe('an .xlsx', () => {
  test('has its days as days, its numbers as they show, and rich and shared texts whole', async () => {
    const bytes = makeWorkbook({
      name: '会议',
      rows: [
        ['标题'],
        [],
        [
          { number: 46086, style: 1 },
          { number: 46086, style: 2 },
          { number: 46357.583333333336, style: 3 },
          { number: 471500, style: 4 },
          0.1 + 0.2,
          { raw: { attributes: 't="s"', inner: '<v>0</v>' } },
          { raw: { attributes: 't="s"', inner: '<v>1</v>' } },
          { raw: { attributes: 't="b"', inner: '<v>1</v>' } },
        ],
      ],
    });
    expect(textsOf(await readFile(bytes))).toEqual([
      [
        [1, '0:标题'],
        [
          3,
          '0:2026-03-05',
          '1:2026-03-05',
          '2:2026-12-01 14:00',
          '3:471500',
          '4:0.3',
          '5:共享',
          '6:拼接',
          '7:是',
        ],
      ],
    ]);
  });

  test('counts days from 1904 where it says so', async () => {
    const parts = partsOf([{ name: 'a', rows: [[{ number: 44624, style: 1 }]] }]);
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect(textsOf(await readFile(zipParts(parts)))).toEqual([[[1, '0:2026-03-05']]]);
  });

  test('fills what is merged over rows, and leaves what is merged over columns', async () => {
    const rows = [
      ['总标题', null],
      ['第四季度', '甲'],
      [null, '乙'],
      [null, '丙'],
    ];
    const sheets = await readFile(makeWorkbook({ name: 'a', rows, merged: ['A1:B1', 'A2:A3'] }));
    expect(sheets[0]!.rows.map(({ cells }) => [cells.get(0)?.text, cells.get(1)?.text])).toEqual([
      ['总标题', undefined],
      ['第四季度', '甲'],
      ['第四季度', '乙'],
      [undefined, '丙'],
    ]);
  });

  test('takes of a formula the value that it had, and says of one without that it has none', async () => {
    const formula = (inner: string, type = 'str') => ({ raw: { attributes: `t="${type}"`, inner } });
    const row = [
      formula('<f>HYPERLINK("http://evil")</f><v>点我</v>'),
      formula('<f>1+1</f>', 'n'),
      formula('<f>1/0</f><v>#DIV/0!</v>', 'e'),
    ];
    const [sheet] = await readFile(makeWorkbook({ name: 'a', rows: [row] }));
    const cells = [...sheet!.rows[0]!.cells.values()];
    expect(cells[0]).toEqual({ text: '点我' });
    expect(cells[1]!.fault!.zh).toContain('公式没有算出的值');
    expect(cells[2]!.fault!.zh).toContain('公式出错');
  });
});

describe('a CSV', () => {
  const GB18030 = Buffer.from('d7cad4b4c3fbb3c62cc0e0d0cd0d0ab2d9b3a12cb3a1b5d80d0a', 'hex');
  const WANTED = [
    [
      [1, '0:资源名称', '1:类型'],
      [2, '0:操场', '1:场地'],
    ],
  ];

  test('of Excel on a Chinese Windows is read as GB18030', async () => {
    expect(textsOf(await readFile(GB18030))).toEqual(WANTED);
  });

  test('is read as UTF-8 with or without a mark, as UTF-16, and with tabs or semicolons', async () => {
    const lines = '资源名称,类型\n操场,场地\n';
    const files = [
      Buffer.from(lines),
      Buffer.from(`\uFEFF${lines}`),
      Buffer.from(`\uFEFF${lines.replaceAll(',', '\t')}`, 'utf16le'),
      Buffer.from(`\uFEFF${lines.replaceAll(',', '\t')}`, 'utf16le').swap16(),
      Buffer.from(lines.replaceAll(',', ';')),
    ];
    for (const file of files) expect(textsOf(await readFile(file))).toEqual(WANTED);
  });

  test('keeps line breaks and quotes of a cell, and the numbers of rows below empty ones', async () => {
    const bytes = Buffer.from('a,b\r\n\r\n"一\n二","说""好"""\r\n');
    expect(textsOf(await readFile(bytes))).toEqual([
      [
        [1, '0:a', '1:b'],
        [3, '0:一\n二', '1:说"好"'],
      ],
    ]);
  });
});

describe('refused with a sentence, and soon:', () => {
  const refused = async (bytes: Buffer) => {
    const fault = await readFile(bytes).then(
      () => 'was read',
      (cause: unknown) => cause,
    );
    expect(fault).toBeInstanceOf(FileFault);
    return (fault as FileFault).message;
  };
  const SHEET = 'xl/worksheets/sheet1.xml';
  const withSheet = (xml: string) => zipParts({ ...partsOf([{ name: 'a', rows: [] }]), [SHEET]: xml });
  const rows = (count: number) =>
    `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData></worksheet>`;

  test('a zip bomb, honest or lying about its size', async () => {
    const bomb = withSheet(`<worksheet>${' '.repeat(60 * 1024 * 1024)}</worksheet>`);
    expect(bomb.length).toBeLessThan(BOUNDS.file);
    expect(await refused(bomb)).toContain('展开后太大');
    expect(await refused(claimSize(bomb, SHEET, 1_000))).toContain('已损坏');
  });

  test('a million rows, in one sheet, over several, and as CSV', async () => {
    expect(await refused(withSheet(rows(1_000_000)))).toContain('展开后太大');
    expect(await refused(withSheet(rows(BOUNDS.rows + 1)))).toContain(`超过 ${BOUNDS.rows} 行`);
    const sheet = { name: 'a', rows: Array.from({ length: 700 }, () => ['x']) };
    expect(await refused(makeWorkbook(sheet, { ...sheet, name: 'b' }, { ...sheet, name: 'c' }))).toContain(
      '超过 2000 行',
    );
    expect(await refused(Buffer.from('1\n'.repeat(1_000_000)))).toContain('超过 2000 行');
  });

  test('a file of more than its bytes, a cell of more than its characters, too many columns', async () => {
    expect(await refused(Buffer.alloc(BOUNDS.file + 1, 'a'))).toContain('超过 5 MB');
    expect(await refused(Buffer.from(`a,b\n${'长'.repeat(10_001)},1\n`))).toContain('超过 10000 字');
    expect(await refused(Buffer.from(`${'a,'.repeat(200)}b\n`))).toContain('超过 100 列');
    expect(
      await refused(
        withSheet('<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      ),
    ).toContain('超过 100 列');
  });

  test('macros, an old .xls, another kind of zip, a picture, a torn file, nothing', async () => {
    const parts = partsOf([{ name: 'a', rows: [['x']] }]);
    const macro = {
      ...parts,
      '[Content_Types].xml': parts['[Content_Types].xml']!.replace('sheet.main', 'sheet.macroEnabled.main'),
    };
    expect(await refused(zipParts(macro))).toContain('带有宏');
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('旧格式的 .xls');
    expect(await refused(zipParts({ 'word/document.xml': '<a/>' }))).toContain('不是 Excel 工作簿');
    expect(await refused(Buffer.from('89504e470d0a1a0a0000000d49484452ff00fe', 'hex'))).toContain(
      '不是文本或表格',
    );
    expect(await refused(makeWorkbook({ name: 'a', rows: [['x']] }).subarray(0, 400))).toContain('已损坏');
    expect(await refused(Buffer.alloc(0))).toContain('是空的');
  });

  test('broken XML; entities that the file defines itself stay words', async () => {
    expect(await refused(withSheet('<worksheet><sheetData><row></worksheet>'))).toContain('已损坏');
    const doctype = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>';
    const xml = `${doctype}<worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`;
    const read = await readFile(withSheet(xml)).catch((cause: Error) => cause.message);
    expect(JSON.stringify(read)).not.toContain('bbbb');
  });

  test('a workbook of too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`x/${i}`, '']));
    expect(await refused(zipParts(parts))).toContain('展开后太大');
  });
});

describe('in a thread of its own', () => {
  const rows = [['名称'], ...Array.from({ length: 1_500 }, (_, i) => [`第 ${i} 行`])];

  test('a file reads as it does otherwise, in as many portions as it needs', async () => {
    const bytes = makeWorkbook({ name: '资源', rows });
    expect(await readInThread(bytes)).toEqual(await readFile(bytes));
  });

  test('its refusal is the same sentence', async () => {
    await expect(readInThread(Buffer.alloc(0))).rejects.toThrow('文件是空的');
  });
});
