// Walks through a part of a workbook: elements without their prefixes, entities decoded, none defined by the file itself.
import { Parser } from 'saxen';
import { FileFault } from '../grid';

export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Throws a FileFault for what is no XML, and what a handler throws. */
export function walkXml(xml: string, { open, close, text }: XmlHandlers): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => open?.(bare(name), decoded(attributes(), decode)));
  parser.on('closeTag', (name) => close?.(bare(name)));
  parser.on('text', (raw, decode) => text?.(decode(raw)));
  parser.on('cdata', (raw) => text?.(raw));
  parser.on('error', (fault) => {
    throw fault instanceof FileFault ? fault : new FileFault(BROKEN);
  });
  parser.parse(xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string) {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), decode(value)]));
}

const BROKEN = {
  zh: '文件中的表格已损坏；请用 Excel 或 WPS 打开，另存为 .xlsx 再试。',
  en: 'A sheet of the file is damaged; open it in Excel or WPS and save it as .xlsx.',
};
