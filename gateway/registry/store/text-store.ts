// Texts by their hash: a version points to what it shares with others instead of holding it again.
import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
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
  if (wanted.size > 0) await manager.insert(TextRow, [...wanted.values()]);
  return rows.map(({ hash }) => hash);
}

export async function readTexts(manager: EntityManager, hashes: string[]): Promise<(hash: string) => string> {
  const rows = await manager.find(TextRow, { where: { hash: In([...new Set(hashes)]) } });
  const texts = new Map(rows.map(({ hash, text }) => [hash, text]));
  return (hash) => {
    const text = texts.get(hash);
    if (text === undefined) throw new Error(`The text ${hash} of a version is missing in the database.`);
    return text;
  };
}
