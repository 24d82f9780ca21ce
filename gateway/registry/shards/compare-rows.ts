// Whether a home that is asked elsewhere from now on has all of its rows there: those of each contract, and of no contract that is not spoken there.
import type { ContractFile } from '../../supergraph/contract-file';
import type { ShardPublication } from '../publication';
import type { Finding } from '../verdict';
import type { CountRows } from './count-rows';

export interface Leaving {
  home: string;
  old: ShardPublication;
  publication: ShardPublication;
  /** All that there are. */
  contracts: ContractFile[];
  /** Its rows are yet to come, by a move. */
  isByMove: boolean;
}

/** Both shards are asked to count the home's rows. */
export async function compareRows(count: CountRows, leaving: Leaving): Promise<Finding[]> {
  const { home, old, publication, contracts, isByMove } = leaving;
  const findings: Finding[] = [];
  for (const contract of contracts) {
    if (!old.contracts.includes(contract.name) || contract.answeredBy === 'ordinary') continue;
    const isSpoken = publication.contracts.includes(contract.name);
    if (isSpoken && isByMove) continue;
    const before = await count(old, contract, home);
    const after = isSpoken ? await count(publication, contract, home) : undefined;
    for (const [field, rows] of before) {
      const counted = { home, field: `${contract.name}.${field}`, old: old.name, before: rows };
      findings.push(...(after ? judgeMoved(counted, after.get(field) ?? null) : judgeLeft(counted)));
    }
  }
  return findings;
}

interface Counted {
  home: string;
  field: string;
  /** The shard that serves the home now, and its rows; null: it did not say. */
  old: string;
  before: number | null;
}

const said = (count: number | null) => count ?? '?';

function judgeMoved({ home, field, old, before }: Counted, after: number | null): Finding[] {
  if (before !== null && before === after) return [];
  return [
    {
      rule: 'ROWS_DIFFER',
      severity: 'ERROR',
      sentence: {
        zh: `“${home}”的 ${field}：原分片“${old}”有 ${said(before)} 行，新分片有 ${said(after)} 行；移动不能丢行或重复。`,
        en: `${field} of "${home}": the shard "${old}" has ${said(before)} rows, the new one ${said(after)}; a move must lose and double none.`,
      },
      suggestion: {
        zh: '请用 npm run registry -- shard move 搬迁（或先用 npm run home 搬运数据），再发布。',
        en: 'Publish without this home, and then move it: npm run registry -- shard move --home <home> --to <shard> (or bring its rows over by hand, npm run home).',
      },
    },
  ];
}

/** A home is on one shard with all of its contracts: what that one does not speak, nobody is asked for. */
function judgeLeft({ home, field, old, before }: Counted): Finding[] {
  if (before === 0) return [];
  const [contract] = field.split('.');
  return [
    {
      rule: 'ROWS_LEFT_BEHIND',
      severity: 'ERROR',
      sentence: {
        zh: `“${home}”的 ${field}：原分片“${old}”有 ${said(before)} 行，新分片不提供契约“${contract}”；这些行会从图中消失。`,
        en: `${field} of "${home}": the shard "${old}" has ${said(before)} rows, and the new one does not speak the contract "${contract}"; they would be gone from the graph.`,
      },
      suggestion: {
        zh: `请让新分片也提供“${contract}”，并写入 --contracts。`,
        en: `Have the new shard speak "${contract}" too, and name it in --contracts.`,
      },
    },
  ];
}
