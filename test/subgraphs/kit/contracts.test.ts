// Every contract that a program serves: its file, its words, and that it is a subgraph by itself.
import { existsSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { Kind, parse, visit, type ASTNode, type StringValueNode } from 'graphql';
import { readContractSdl } from '../../../subgraphs/kit/contract-files';
import { contractSdl } from '../../../subgraphs/kit/contract-schema';
import type { Contract } from '../../../subgraphs/kit/federated-schema';
import { isNoun, specOf } from '../../../subgraphs/kit/noun/spec';
import { startShard, type RunningShard } from '../../../subgraphs/kit/start-shard';
import { street } from '../../../subgraphs/street/program';
import { dataOf } from '../../kit/list-operation';
import { askAt } from '../../kit/open-shard';
import { CHINESE, ENGLISH } from '../../kit/spoken';
import { sqlite, type CreatedDatabase } from '../../kit/test-databases';

let shard: RunningShard;
let created: CreatedDatabase;
beforeAll(async () => {
  created = await sqlite.create();
  shard = await startShard(street, {
    databaseUrl: created.url,
    host: '127.0.0.1',
    port: 0,
    log: () => undefined,
  });
});
afterAll(async () => {
  await shard.stop();
  await created.drop();
});

/** `Type.field(argument:)` of a node, from the nodes above it. */
function placeOf(node: ASTNode, ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const named = [...ancestors, node].filter(
    (each): each is ASTNode & { name: { value: string } } => 'name' in each && each.name !== undefined,
  );
  return named.map(({ name }) => name.value).join('.');
}

const DESCRIBED: string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
];

/** Places whose description lacks one of the two languages. */
function undescribed(sdl: string): string[] {
  const faults: string[] = [];
  visit(parse(sdl), {
    enter(node, _key, _parent, _path, ancestors) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      const text = (node as { description?: StringValueNode }).description?.value ?? '';
      if (DESCRIBED.includes(node.kind) && !(CHINESE.test(text) && ENGLISH.test(text)))
        faults.push(placeOf(node, ancestors));
      return undefined;
    },
  });
  return faults;
}

/** Types of other contracts, described by those. */
function isStub(name: string, { nouns }: Contract): boolean {
  return (
    street.contracts.some((other) => other.nouns.some((noun) => noun.name === name)) &&
    !nouns.some((noun) => noun.name === name)
  );
}

describe.each(street.contracts)('$name', (contract) => {
  test('the code says what the file says', () => {
    expect(contractSdl(contract)).toBe(readContractSdl(contract.name));
  });

  test('code that says otherwise refuses to start, with the file and the line, before it opens a database', async () => {
    const { url: databaseUrl, drop } = await sqlite.create();
    const other = { ...street, contracts: [{ ...contract, nouns: contract.nouns.slice(1) }] };
    const sentence = new RegExp(
      `schema/${contract.name}\\.graphql and the code differ at line \\d+: the file says ".+", the code ".+"\\. Mend one`,
    );
    await expect(
      startShard(other, { databaseUrl, host: '127.0.0.1', port: 0, log: () => undefined }),
    ).rejects.toThrow(sentence);
    expect(existsSync(databaseUrl.slice('file:'.length))).toBe(false);
    await drop();
  });

  test('every type, field, argument, input field and enum value is described in both languages', () => {
    expect(
      undescribed(readContractSdl(contract.name)).filter(
        (place) => place !== 'Query' && place !== 'Mutation' && !isStub(place, contract),
      ),
    ).toEqual([]);
  });

  test('its endpoint composes by itself, as it stands', async () => {
    const { _service } = dataOf(await askAt(`${shard.url}/${contract.name}`, '{ _service { sdl } }'));
    const { errors, supergraphSdl } = composeServices([
      { name: contract.name, typeDefs: parse(_service.sdl) },
    ]);
    expect(errors).toBeUndefined();
    expect(supergraphSdl).toContain(`@join__graph(name: "${contract.name}"`);
  });

  test('its endpoint answers representations of its entities, and null for rows that do not exist', async () => {
    const nouns = contract.nouns.map((noun) => ({
      __typename: noun.name,
      id: `nowhere.${specOf(noun).kind}.00000000000000000000000000`,
    }));
    const stubs = contract.extended
      .filter((type) => !isNoun(type))
      .map(({ name }) => ({ __typename: name, id: 'somewhere' }));
    const document = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
    const { _entities } = dataOf(
      await askAt(`${shard.url}/${contract.name}`, document, { of: [...nouns, ...stubs] }),
    );
    expect(_entities).toEqual([...nouns.map(() => null), ...stubs.map(({ __typename }) => ({ __typename }))]);
  });
});
