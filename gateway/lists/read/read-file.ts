// Reads a file of people's, .xlsx or CSV, whatever it is called: by its first bytes.
import { BOUNDS, FileFault, type Sheet } from '../grid';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

/** Rejects with a FileFault for what is no table, or too large a one. */
export async function readFile(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length === 0) throw new FileFault(EMPTY);
  if (bytes.length > BOUNDS.file) throw new FileFault(TOO_LARGE);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileFault(OLD_OR_LOCKED);
  return startsWith(bytes, [0x50, 0x4b]) ? readXlsx(bytes) : readCsv(bytes);
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

const EMPTY = {
  zh: '文件是空的；请选择填好的 .xlsx 或 CSV。',
  en: 'The file is empty; choose a filled-in .xlsx or CSV.',
};
const TOO_LARGE = {
  zh: `文件超过 ${BOUNDS.file / 1024 / 1024} MB；请去掉图片，或分成几个文件。`,
  en: `The file is larger than ${BOUNDS.file / 1024 / 1024} MB; take out pictures or divide it.`,
};
const OLD_OR_LOCKED = {
  zh: '这是旧格式的 .xls，或设了密码的文件；请去掉密码，另存为 .xlsx 再试。',
  en: 'This is an old .xls, or a file with a password; take the password off and save it as .xlsx.',
};
