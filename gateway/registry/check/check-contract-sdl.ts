// Rule: a contract that is sharded can still be read by the sharding layer.
import { readContract } from '../../sharding/read-contract';
import type { Finding } from '../verdict';
import type { ContractName } from './check-input';

export function checkContractSdl({ name, answeredBy }: ContractName, sdl: string): Finding[] {
  if (answeredBy === 'ordinary') return [];
  try {
    readContract(name, sdl);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n- ').slice(1).map(fault);
  }
}

function fault(words: string): Finding {
  return {
    rule: 'CONTRACT',
    severity: 'ERROR',
    sentence: {
      zh: `分片层读不了此合约：${words}`,
      en: `The sharding layer cannot read this contract: ${words}`,
    },
    suggestion: {
      zh: '按 schema/sharding.graphql 写明 @home、@scatter、@merge、@foreign、@local。',
      en: 'State @home, @scatter, @merge, @foreign and @local as schema/sharding.graphql says.',
    },
  };
}
