// Holds a graph to the contracts that this gateway was built with: a field that its code does not know would be asked for in vain.
import { buildSubgraph } from '@apollo/federation-internals';
import { listExpectations } from '../planning/list-expectations';
import { composableSdl } from '../sharding/read-contract';
import type { ContractFile } from './contract-file';

/** `expected`: by subgraph, a line each. Throws one Error with a sentence. */
export type AdmitContracts = (expected: ReadonlyMap<string, string>) => void;

export function createContractAdmission(contracts: readonly ContractFile[]): AdmitContracts {
  const known = new Map(contracts.map((contract) => [contract.name, linesOf(contract)]));
  return function admitContracts(expected) {
    for (const [name, lines] of known) {
      const strange = (expected.get(name) ?? '')
        .split('\n')
        .filter((line) => line !== '' && !lines.has(line));
      if (strange.length === 0) continue;
      const more = strange.length > 1 ? `, and ${strange.length - 1} more` : '';
      throw new Error(
        `Its contract "${name}" is not the one that this gateway was built with (it has ${strange[0]}${more}). Install the release of the gateway that has this contract, or publish the contract of this one.`,
      );
    }
  };
}

function linesOf({ name, sdl }: ContractFile): ReadonlySet<string> {
  const subgraph = buildSubgraph(name, '', composableSdl(sdl));
  return new Set(listExpectations(subgraph.schema));
}
