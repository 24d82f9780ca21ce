// Unpacks the parts of a workbook that are read, in memory and within bounds: what a part claims is not believed.
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { BOUNDS, FileFault } from '../grid';

/** Texts of the parts whose names `wanted` accepts, by name. */
export async function unpack(bytes: Buffer, wanted: (name: string) => boolean): Promise<Map<string, string>> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  let left: number = BOUNDS.unpacked;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      const part = await unpackPart(zip, entry, left);
      left -= part.length;
      parts.set(entry.fileName, part.toString('utf8'));
    }
  } catch (cause) {
    throw cause instanceof FileFault ? cause : new FileFault(BROKEN);
  } finally {
    zip.close();
  }
  return parts;
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw new FileFault(BROKEN);
  });
  if (zip.entryCount > BOUNDS.parts) throw new FileFault(TOO_MUCH);
  return zip;
}

async function unpackPart(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw new FileFault(BROKEN);
  if (entry.uncompressedSize > left) throw new FileFault(TOO_MUCH);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    length += (chunk as Buffer).length;
    if (length > left) throw new FileFault(TOO_MUCH);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, length);
}

const BROKEN = {
  zh: '文件已损坏，或不是 .xlsx；请用 Excel 或 WPS 打开，另存为 .xlsx 再试。',
  en: 'The file is damaged or no .xlsx; open it in Excel or WPS and save it as .xlsx.',
};
const TOO_MUCH = {
  zh: '文件展开后太大；请只留要导入的工作表，分成几个文件。',
  en: 'The file unpacks to too much; keep the sheets that are to be imported and divide them.',
};
