// Texts by their hash: a version points to what it shares with others instead of holding it again.
import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { isAltered } from '../domain/storable-text';
import { TextRow } from './rows';

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Stores what is missing; the hashes in the order of the texts. */
export async function keepTexts(manager: EntityManager, texts: string[]): Promise<string[]> {
  const rows = texts.map((text) => ({ hash: hashText(text), text }));
  const wanted = new Map(rows.map((row) => [row.hash, row]));
  const known = await manager.find(TextRow, {
    select: { hash: true },
    where: { hash: In([...wanted.keys()]) },
  });
  known.forEach(({ hash }) => wanted.delete(hash));
  const missing = [...wanted.values()];
  if (missing.some(({ text }) => isAltered(text))) throw new Error(ALTERED);
  if (missing.length > 0) await manager.insert(TextRow, missing);
  return rows.map(({ hash }) => hash);
}

const ALTERED =
  'A text of the version has a NUL or half a character: the database would not keep it as it is.';
const DAMAGED =
  'of a version is missing in the database or not what its hash says. The database is damaged: restore it from a copy, or roll back to a version that is whole.';

/** A text that is not what its hash says is given to nobody as a version. */
export async function readTexts(manager: EntityManager, hashes: string[]): Promise<(hash: string) => string> {
  const rows = await manager.find(TextRow, { where: { hash: In([...new Set(hashes)]) } });
  const texts = new Map(rows.map(({ hash, text }) => [hash, text]));
  return (hash) => {
    const text = texts.get(hash);
    if (text === undefined || hashText(text) !== hash) throw new Error(`The text ${hash} ${DAMAGED}`);
    return text;
  };
}
