// The ready-made questions to the graph, one file each, that the explorer offers.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface ReadyOperation {
  /** The file's name, e.g. `vacant-rooms.graphql`. */
  file: string;
  text: string;
}

export function readOperations(schemaFolder: string): ReadyOperation[] {
  const folder = path.join(schemaFolder, 'operations');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}
