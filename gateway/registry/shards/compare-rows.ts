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
  street: string;
  /** Its rows are yet to come, by a move. */
  isByMove: boolean;
}

/** Both shards are asked to count the home's rows. */
export async function compareRows(count: CountRows, leaving: Leaving): Promise<Finding[]> {
  const counted = await countBoth(count, leaving);
  const unknown = leaving.old.name === leaving.publication.name ? counted.filter(isUnknown) : [];
  const findings = counted.filter((each) => !unknown.includes(each)).flatMap((each) => judge(leaving, each));
  return unknown.length > 0 ? [...findings, toBeVouchedFor(leaving, unknown)] : findings;
}

interface Counted {
  contract: string;
  field: string;
  /** Null: the shard did not say. */
  before: number | null;
  /** Undefined: the contract is not spoken there. */
  after: number | null | undefined;
}

async function countBoth(
  count: CountRows,
  { home, old, publication, contracts, isByMove }: Leaving,
): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const contract of contracts) {
    const { name, answeredBy } = contract;
    if (!old.contracts.includes(name) || answeredBy === 'ordinary') continue;
    const isSpoken = publication.contracts.includes(name);
    if (isSpoken && isByMove) continue;
    const before = await count(old, contract, home);
    const after = isSpoken ? await count(publication, contract, home) : undefined;
    for (const [field, rows] of before)
      counted.push({ contract: name, field, before: rows, after: after && (after.get(field) ?? null) });
  }
  return counted;
}

function judge(leaving: Leaving, counted: Counted): Finding[] {
  const { before, after } = counted;
  if (after === undefined) return before === 0 ? [] : [leftBehind(leaving, counted)];
  return before !== null && before === after ? [] : [rowsDiffer(leaving, counted)];
}

/** A server that died says nothing any more; its shard can still be asked at another address. */
function isUnknown({ before, after }: Counted): boolean {
  return before === null && after !== null;
}

const said = (count: number | null | undefined) => count ?? '?';

function rowsDiffer(
  { home, old, publication }: Leaving,
  { contract, field, before, after }: Counted,
): Finding {
  const isOwn = old.name === publication.name;
  return {
    rule: 'ROWS_DIFFER',
    severity: 'ERROR',
    sentence: {
      zh: `“${home}”的 ${contract}.${field}：原${isOwn ? '地址' : `分片“${old.name}”`}有 ${said(before)} 行，新${isOwn ? '地址' : '分片'}有 ${said(after)} 行；移动不能丢行或重复。`,
      en: `${contract}.${field} of "${home}": the ${isOwn ? 'old address of the ' : ''}shard "${old.name}" has ${said(before)} rows, the new one ${said(after)}; a move must lose and double none.`,
    },
    suggestion: isOwn ? OTHER_ADDRESS : OTHER_SHARD,
  };
}

const OTHER_SHARD = {
  zh: '请用 npm run registry -- shard move 搬迁（或先用 npm run home 搬运数据），再发布。',
  en: 'Publish without this home, and then move it: npm run registry -- shard move --home <home> --to <shard> (or bring its rows over by hand, npm run home).',
};

const OTHER_ADDRESS = {
  zh: '请核对 --url；新地址的服务要用原来的数据库，或先用 npm run home 搬运数据。',
  en: 'See that --url is right, and that the server there has the same database, or bring the rows over first (npm run home).',
};

/** One for a home: the street reads each. */
function toBeVouchedFor({ home, old, street }: Leaving, unknown: Counted[]): Finding {
  const rows = unknown.reduce((sum, { after }) => sum + (after ?? 0), 0);
  return {
    rule: 'ROWS_UNKNOWN',
    severity: 'NEEDS_APPROVAL',
    sentence: {
      zh: `分片“${old.name}”在原地址没有说出“${home}”有多少行；新地址有 ${rows} 行。是否齐全，由街道确认。`,
      en: `At its old address the shard "${old.name}" does not say how many rows of "${home}" it has; at the new one it has ${rows}. The street decides whether these are all.`,
    },
    approver: street,
  };
}

/** A home is on one shard with all of its contracts: what that one does not speak, nobody is asked for. */
function leftBehind({ home, old }: Leaving, { contract, field, before }: Counted): Finding {
  return {
    rule: 'ROWS_LEFT_BEHIND',
    severity: 'ERROR',
    sentence: {
      zh: `“${home}”的 ${contract}.${field}：原分片“${old.name}”有 ${said(before)} 行，新分片不提供契约“${contract}”；这些行会从图中消失。`,
      en: `${contract}.${field} of "${home}": the shard "${old.name}" has ${said(before)} rows, and the new one does not speak the contract "${contract}"; they would be gone from the graph.`,
    },
    suggestion: {
      zh: `请让新分片也提供“${contract}”，并写入 --contracts。`,
      en: `Have the new shard speak "${contract}" too, and name it in --contracts.`,
    },
  };
}
