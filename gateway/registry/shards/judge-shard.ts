// What speaks against a shard that is published: its name, contracts and homes by rule, and what was found by asking it.
import { parseShardList } from '../../sharding/shard-list';
import { refuseCrowd } from '../check/refuse-crowd';
import type { GraphState } from '../domain/graph-state';
import type { ShardPublication } from '../publication';
import type { Finding } from '../verdict';
import type { RegistryGround } from '../verbs/registry-ground';
import type { ShardEvidence } from './examine-publication';
import { homesFrom, placesLeft } from './homes-from';

export async function judgeShard(
  ground: RegistryGround,
  publication: ShardPublication,
  state: GraphState,
  evidence: ShardEvidence | undefined,
): Promise<Finding[]> {
  const faults = readFaults(publication);
  if (faults.length > 0) return faults;
  const stale = evidence && !isOfNow(evidence, publication, state);
  return [
    ...judgeName(publication, state),
    ...refuseCrowd('shard', publication, state.shards),
    ...judgeContracts(ground, publication),
    ...(await judgeHomes(ground, publication, state)),
    ...(evidence?.findings ?? []),
    ...(stale ? [CHANGED_MEANWHILE] : []),
  ];
}

/** The list of shards is read by the rules of the gateway, so that it never gets one that it cannot take. */
function readFaults({ name, url, contracts, homes }: ShardPublication): Finding[] {
  try {
    parseShardList({ version: 1, shards: [{ name, url, contracts, homes }], notJoined: [] });
    return [];
  } catch (error) {
    const en = (error as Error).message.replace(/shards\[0\]\./g, '');
    return [{ rule: 'SHARD_SHAPE', severity: 'ERROR', sentence: { zh: `分片的说明有误：${en}`, en } }];
  }
}

function judgeName({ name, owner }: ShardPublication, { shards }: GraphState): Finding[] {
  const other = shards.find((shard) => shard.name === name && shard.owner !== owner);
  if (!other) return [];
  return [
    {
      rule: 'NAME_TAKEN',
      severity: 'ERROR',
      sentence: {
        zh: `分片名“${name}”已由“${other.owner}”使用。`,
        en: `The shard name "${name}" is used by "${other.owner}".`,
      },
      suggestion: { zh: '请换一个名称。', en: 'Choose another name.' },
    },
  ];
}

function judgeContracts(
  { contracts: known, street }: RegistryGround,
  { contracts, owner }: ShardPublication,
): Finding[] {
  const open = known
    .filter(({ answeredBy }) => answeredBy === 'sharded' || owner === street)
    .map(({ name }) => name);
  return contracts
    .filter((contract) => !open.includes(contract))
    .map((contract) => ({
      rule: 'UNKNOWN_CONTRACT',
      severity: 'ERROR',
      sentence: {
        zh: `分片不能提供契约“${contract}”；可以提供的有 ${open.join('、')}。`,
        en: `A shard of yours cannot speak the contract "${contract}"; it can speak ${open.join(', ')}.`,
      },
      suggestion: { zh: '请改正 --contracts。', en: 'Correct --contracts.' },
    }));
}

async function judgeHomes(
  { store, street }: RegistryGround,
  publication: ShardPublication,
  state: GraphState,
): Promise<Finding[]> {
  const { owner, homes } = publication;
  const own = new Set((await store.read.member(owner))?.homes ?? []);
  const from = homesFrom(publication, state);
  return homes.flatMap((home): Finding[] => {
    if (own.has(home)) return [];
    if (owner !== street) return [notYourHome(home, owner)];
    const before = from.get(home);
    return before && before.owner !== street ? [takenFrom(home, before.owner)] : [];
  });
}

function notYourHome(home: string, owner: string): Finding {
  return {
    rule: 'HOME_OF_ANOTHER',
    severity: 'ERROR',
    sentence: {
      zh: `“${home}”不是“${owner}”的单位；分片只能提供自己单位的数据。`,
      en: `"${home}" is no home of "${owner}"; a shard serves only the homes of its publisher.`,
    },
    suggestion: {
      zh: '请从 --homes 中去掉它，或在申请加入时写上它并请街道批准。',
      en: 'Take it out of --homes, or name it when you ask to join and let the street approve it.',
    },
  };
}

function takenFrom(home: string, owner: string): Finding {
  return {
    rule: 'HOME_TAKEN',
    severity: 'NEEDS_APPROVAL',
    sentence: {
      zh: `“${home}”现由“${owner}”的分片提供；要有它的同意才能移走。`,
      en: `"${home}" is served by a shard of "${owner}"; it moves only with its owner's yes.`,
    },
    approver: owner,
  };
}

/** Whether the homes still come from where they came from when the shards were asked. */
function isOfNow({ movedFrom }: ShardEvidence, publication: ShardPublication, state: GraphState): boolean {
  const now = placesLeft(publication, state);
  return now.length === movedFrom.length && now.every((line) => movedFrom.includes(line));
}

export const CHANGED_MEANWHILE: Finding = {
  rule: 'CHANGED_MEANWHILE',
  severity: 'ERROR',
  sentence: {
    zh: '检查期间图变了；查到的结果不能用。',
    en: 'While it was being checked, the graph changed; what was found no longer counts.',
  },
  suggestion: { zh: '请再发布一次。', en: 'Publish once more.' },
};
