// The service tokens of a shard's homes, from a file that is read for each delivery, so that tokens may be renewed.
import { readFile } from 'node:fs/promises';

/** The file is JSON: `{ "<home>": "<token>" }`. Without it no home has a token, and messages wait. */
export function readOutboxTokens(path: string): (home: string) => Promise<string | undefined> {
  return async (home) => {
    const tokens = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    const token = Object.hasOwn(tokens, home) ? tokens[home] : undefined;
    return typeof token === 'string' ? token : undefined;
  };
}
