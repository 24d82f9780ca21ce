// The executable schema of a contract, held to the contract's file at every start.
import type { GraphQLSchema } from 'graphql';
import { contractPath, readContractSdl, readShardingDirectives } from './contract-files';
import { buildContractSchema, buildFederatedSchema, printContract, type Contract } from './federated-schema';

/** The SDL of a contract as the code has it; what `npm run schema:write` writes. */
export function contractSdl(contract: Contract): string {
  return printContract(codeSchema(contract));
}

function codeSchema(contract: Contract): GraphQLSchema {
  return buildContractSchema(contract, contract.sharded ? readShardingDirectives() : []);
}

/** Throws with the first line that differs between the code and `schema/<contract>.graphql`. */
export function createContractSchema(contract: Contract): GraphQLSchema {
  const schema = codeSchema(contract);
  const sdl = readContractSdl(contract.name);
  const difference = firstDifference(printContract(schema), sdl);
  if (difference) throw new Error(`${contractPath(contract.name)} and the code differ at line ${difference.line}: the file says ${JSON.stringify(difference.right)}, the code ${JSON.stringify(difference.left)}. Mend one, or run npm run schema:write.`);
  return buildFederatedSchema(contract, schema, sdl);
}

function firstDifference(left: string, right: string): { line: number; left: string; right: string } | null {
  if (left === right) return null;
  const [lefts, rights] = [left.split('\n'), right.split('\n')];
  const line = lefts.findIndex((text, i) => text !== rights[i]);
  const at = line === -1 ? lefts.length : line;
  return { line: at + 1, left: lefts[at] ?? '', right: rights[at] ?? '' };
}
