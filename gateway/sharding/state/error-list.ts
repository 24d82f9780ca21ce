// The errors of one operation: without duplicates, capped, in two languages.
import type { GraphQLFormattedError } from 'graphql';
import { quote, refuse, type Code, type Sentence } from '../../../schema/codes';
import type { Fault } from './fault';
import { pathToArray, type ResponsePath } from './response-path';

export interface ErrorList {
  /** One error for the same fault of the same field, however many rows have it. */
  add(fault: Fault, path: ResponsePath): void;
  /** One error per silent home and root field (law 7). */
  unavailable(home: string, root: string): void;
  /** One error per root field: fetches of it were not sent. */
  notAsked(root: string): void;
  /** One error per shard (named by its first home) and root field (law 6). */
  protocol(homes: readonly string[], root: string): void;
  list(): GraphQLFormattedError[];
}

export function createErrorList(cap: number): ErrorList {
  const errors = new Map<string, GraphQLFormattedError>();
  const unavailable = new Map<string, Set<string>>();
  const protocol = new Map<string, Map<string, number>>();
  const notAsked = new Set<string>();
  return {
    add(fault, path) {
      const keys = pathToArray(path);
      const pattern = keys.filter((key) => typeof key === 'string').join('.');
      const key = `${fault.code}\n${fault.message}\n${pattern}`;
      if (!errors.has(key))
        errors.set(key, {
          message: fault.message,
          path: keys,
          extensions: { ...fault.extensions, code: fault.code },
        });
    },
    unavailable: (home, root) => void entry(unavailable, root, () => new Set<string>()).add(home),
    notAsked: (root) => void notAsked.add(root),
    protocol: (homes, root) =>
      void entry(protocol, root, () => new Map<string, number>()).set(homes[0] ?? '', homes.length),
    list: () => [
      ...errors.values(),
      ...[...notAsked].map((root) => ({ ...refuse('OVERLOADED', tooBusy).toJSON(), path: [root] })),
      ...[...unavailable].flatMap(([root, homes]) =>
        capped([...homes].sort(), cap, root, 'HOME_UNAVAILABLE', silentHome, restSilent),
      ),
      ...[...protocol].flatMap(([root, homes]) =>
        capped([...homes].sort(byHome), cap, root, 'SHARD_PROTOCOL', brokenShard, restBroken),
      ),
    ],
  };
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function capped<T>(
  items: T[],
  cap: number,
  root: string,
  code: Code,
  one: (item: T) => Sentence & { home: string },
  rest: (count: number) => Sentence,
): GraphQLFormattedError[] {
  const format = (sentence: Sentence, extensions: Record<string, unknown>) => ({
    ...refuse(code, sentence, extensions).toJSON(),
    path: [root],
  });
  const said = items.slice(0, cap).map((item) => format(one(item), { home: one(item).home }));
  return items.length > cap
    ? [...said, format(rest(items.length - cap), { count: items.length - cap })]
    : said;
}

const byHome = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1);

const tooBusy: Sentence = {
  zh: '网关此刻太忙，没有来得及询问全部单位，结果不完整；请稍后再试，或减少同时发出的请求。',
  en: 'The gateway is too busy and did not get to ask every organization, so the answer is not complete; try again later, or send fewer requests at once.',
};

const silentHome = (home: string) => ({
  home,
  zh: `单位 ${quote(home)} 的数据没有应答，结果中缺少它的部分；请稍后重试。`,
  en: `The data of ${quote(home)} did not answer, so its part is missing; try again later.`,
});

const restSilent = (count: number): Sentence => ({
  zh: `另有 ${count} 个单位的数据没有应答；名单见 coverage。`,
  en: `The data of ${count} more organizations did not answer; coverage lists them.`,
});

const brokenShard = ([home, count]: [string, number]) => ({
  home,
  zh: `单位 ${quote(home)}${count > 1 ? `(及同一服务上的另 ${count - 1} 个单位)` : ''}的应答不合约定，错误的行已剔除，其数不计。`,
  en: `The answer for ${quote(home)}${count > 1 ? ` (and ${count - 1} more on the same service)` : ''} broke the contract: faulty rows were dropped and its counts left out.`,
});

const restBroken = (count: number): Sentence => ({
  zh: `另有 ${count} 个服务的应答不合约定。`,
  en: `The answers of ${count} more services broke the contract.`,
});
