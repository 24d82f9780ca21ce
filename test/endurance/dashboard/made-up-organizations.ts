// The demonstration with as many made-up units beside it as make 300 organizations and 20,000 rows.
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import { PROGRAMS } from '../../../subgraphs/demonstration/prepare-databases';
import type { Row } from '../../../subgraphs/demonstration/rows';
import { syntheticRows } from '../../../subgraphs/demonstration/synthetic-rows';
import { type DemonstrationShard, SHARDS } from '../../../subgraphs/demonstration/topology';

const ORGANIZATIONS = 300;
const ROWS = 20_000;
const HOMES_A_SHARD = 30;

export interface Ground {
  shards: DemonstrationShard[];
  rows: Row[];
}

export function withMadeUpOrganizations(today: string): Ground {
  const base = demonstrationRows(today);
  const known = base.filter(({ noun }) => noun.name === 'Organization');
  const homes = Array.from(
    { length: ORGANIZATIONS - known.length },
    (_, i) => `u${String(i + 1).padStart(3, '0')}`,
  );
  const named = homes.map((home, i) => nameOne(known[0]!, home, i + 1));
  return {
    shards: [...SHARDS, ...shardsOf(homes)],
    rows: [...base, ...named, ...rowsOf(homes, base.length, today)],
  };
}

function nameOne(like: Row, id: string, n: number): Row {
  const name = { name: `编造单位 ${n}`, nameEn: `Made-up unit ${n}` };
  return { ...like, values: { ...like.values, id, ...name, parentId: null, sourceKey: null } };
}

function rowsOf(homes: string[], there: number, today: string): Row[] {
  const { contracts } = PROGRAMS.community;
  const spoken = contracts.map(({ name }) => name);
  const nouns = contracts.flatMap((contract) => contract.nouns).length;
  return syntheticRows({
    contracts,
    homes: homes.map((home) => ({ home, contracts: spoken })),
    rowsEach: Math.ceil((ROWS - there) / homes.length / nouns),
    seed: 1,
    today,
  });
}

function shardsOf(homes: string[]): DemonstrationShard[] {
  return Array.from({ length: Math.ceil(homes.length / HOMES_A_SHARD) }, (_, i) => ({
    name: `made-up-${i + 1}`,
    program: 'community',
    homes: homes.slice(i * HOMES_A_SHARD, (i + 1) * HOMES_A_SHARD),
  }));
}
