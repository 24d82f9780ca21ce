// A shard of the contract `cobuilding` without HTTP: rows of one home go in, GraphQL answers come out.
import { ulid } from 'ulid';
import { cobuildingContract } from '../../../../subgraphs/cobuilding/nouns';
import { MoneyAmount } from '../../../../subgraphs/kit/noun/money-amount';
import { inheritedColumns, specOf, type Class } from '../../../../subgraphs/kit/noun/spec';
import { openContract, type OpenContract } from '../../../kit/open-contract';
import type { TestDatabase } from '../../../kit/test-databases';

const HOME = 'example-community';
/** 23 November 2026 in Asia/Shanghai, still the 22nd in UTC. */
const NOW = new Date('2026-11-22T16:30:00.000Z');

export class CobuildingShard {
  private constructor(private readonly contract: OpenContract) {}

  static async open(kind: TestDatabase): Promise<CobuildingShard> {
    return new CobuildingShard(await openContract(cobuildingContract, kind, NOW));
  }

  /** Adds a row; what is required and not given is false, and money is none. Returns its id. */
  async add(noun: Class, facts: Record<string, unknown> = {}): Promise<string> {
    const id = `${HOME}.${specOf(noun).kind}.${ulid().toLowerCase()}`;
    const values = { ...unsaid(noun), id, home: HOME, provenance: 'DEMONSTRATION', updatedAt: NOW.toISOString(), ...facts };
    await this.contract.load([{ noun, values }]);
    return id;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  async ask(source: string, variables: Record<string, unknown> = {}): Promise<any> {
    return JSON.parse(JSON.stringify(await this.contract.ask(source, variables)));
  }

  /** The ids of a list under a filter, in code point order. */
  async idsOf(list: string, filter: string): Promise<string[]> {
    const data = await this.ask(`{ ${list}(filter: ${filter}) { edges { node { id } } } }`);
    return data[list].edges.map((edge: { node: { id: string } }) => edge.node.id).sort();
  }

  close(): Promise<void> {
    return this.contract.close();
  }
}

function unsaid(noun: Class): Record<string, unknown> {
  const columns = inheritedColumns(noun);
  const flags = columns.filter((column) => column.kind === 'flag' && column.required).map((column) => [column.property, false]);
  const money = columns.filter((column) => column.kind === 'money').map((column) => [column.property, MoneyAmount.none()]);
  return Object.fromEntries([...flags, ...money]);
}
