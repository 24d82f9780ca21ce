// The contracts that make up the graph: which there are, who answers each, and their SDL.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findSchemaFolder } from './find-schema-folder';
import { StartFault } from './start-fault';

export interface ContractFile {
  name: string;
  /** The SDL with the directives of sharding, as the file has it. */
  sdl: string;
  /** `ordinary`: the one shard that speaks it; `sharded`: every shard that speaks it, through the sharding layer. */
  answeredBy: 'ordinary' | 'sharded';
}

const ANSWERED_BY: Record<string, ContractFile['answeredBy']> = {
  directory: 'ordinary',
  conference: 'sharded',
  cobuilding: 'sharded',
  sharing: 'sharded',
};

export function readContractFiles(folder: string = findSchemaFolder()): ContractFile[] {
  return Object.entries(ANSWERED_BY).map(([name, answeredBy]) => ({
    name,
    sdl: readSdl(path.join(folder, `${name}.graphql`)),
    answeredBy,
  }));
}

function readSdl(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartFault([`The contract ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`]);
  }
}
