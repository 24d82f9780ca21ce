// Reads a contract: its SDL into a schema and rules, every fault a sentence with its place, all at once.
import { parse, print, visit, type DocumentNode } from 'graphql';
import { buildContractSchema } from './contract/build-contract-schema';
import { checkContract } from './contract/check-contract';
import type { Contract } from './contract/contract';
import { findStubs } from './contract/find-stubs';
import { readFieldRules } from './contract/read-field-rules';
import { readKeys } from './contract/read-keys';
import { MERGE_BY, SHARDING_DIRECTIVES } from './contract/sharding-directives';

/** Throws one Error whose message lists all faults. */
export function readContract(name: string, sdl: string): Contract {
  const document = parseSdl(name, sdl);
  const { entities, faults } = readKeys(document);
  const built = buildContractSchema(document, entities);
  if (!built.ok) throw refusal(name, [...faults, ...built.faults]);
  const { schema } = built;
  const rules = readFieldRules(schema, faults);
  const contract: Contract = {
    schema,
    sdl: composableSdl(sdl),
    rules,
    entities: new Set(entities),
    stubs: findStubs(schema, rules, entities),
  };
  faults.push(...checkContract(contract));
  if (faults.length > 0) throw refusal(name, faults);
  return contract;
}

function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw refusal(name, [(error as Error).message]);
  }
}

function refusal(name: string, faults: string[]): Error {
  return new Error(
    `The contract "${name}" cannot be sharded:\n${[...new Set(faults)].map((fault) => `- ${fault}`).join('\n')}`,
  );
}

/** The SDL without the sharding directives, for composition and `_service { sdl }`. Descriptions are kept. */
export function composableSdl(sdl: string): string {
  const drop = (node: { name: { value: string } }) =>
    SHARDING_DIRECTIVES.has(node.name.value) ? null : undefined;
  const stripped = visit(parse(sdl, { noLocation: true }), {
    Directive: drop,
    DirectiveDefinition: drop,
    EnumTypeDefinition: (node) => (node.name.value === MERGE_BY ? null : undefined),
  });
  return `${print(stripped)}\n`;
}
