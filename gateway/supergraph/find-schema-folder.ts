// Where the contracts are: the folder `schema` beside package.json, from the sources and from dist alike.
import { existsSync } from 'node:fs';
import path from 'node:path';

export function findSchemaFolder(from: string = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) return path.join(from, 'schema');
  const parent = path.dirname(from);
  if (parent === from)
    throw new Error(`No package.json in any folder above ${__dirname}: cannot find the folder "schema".`);
  return findSchemaFolder(parent);
}
