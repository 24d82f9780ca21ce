// Rule: one organization, and the whole graph, have a bounded number of subgraphs and of shards.
import { quote } from '../../../schema/codes';
import type { Finding } from '../verdict';

export const MOST_OF_ONE = 50;
/** Fewer than a gateway takes, so that it is said here before one refuses the graph. */
export const MOST_OF_ALL = 800;

interface Named {
  name: string;
  owner: string;
}

/** What is there already may always be published again. */
export function refuseCrowd(
  kind: 'subgraph' | 'shard',
  { name, owner }: Named,
  current: readonly Named[],
): Finding[] {
  if (current.some((it) => it.name === name)) return [];
  const own = current.filter((it) => it.owner === owner).length;
  if (own >= MOST_OF_ONE) return [tooMany(kind, { zh: quote(owner), en: quote(owner) }, MOST_OF_ONE)];
  if (current.length < MOST_OF_ALL) return [];
  return [tooMany(kind, { zh: '图', en: 'The graph' }, MOST_OF_ALL)];
}

function tooMany(kind: 'subgraph' | 'shard', who: { zh: string; en: string }, most: number): Finding {
  const zh = kind === 'subgraph' ? '子图' : '分片';
  return {
    rule: kind === 'subgraph' ? 'TOO_MANY_SUBGRAPHS' : 'TOO_MANY_SHARDS',
    severity: 'ERROR',
    sentence: {
      zh: `${who.zh}已有 ${most} 个${zh}，不能再多。`,
      en: `${who.en} has ${most} ${kind}s, which is the most that there may be.`,
    },
    suggestion: {
      zh: `先停用一个不再需要的${zh}，或把几个合并为一个。`,
      en: `Retire a ${kind} that is no longer needed first, or make one of several.`,
    },
  };
}
