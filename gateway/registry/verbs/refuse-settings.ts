// What speaks against settings: each refusal names the setting, what it holds and what it should hold.
import { isIP } from 'node:net';
import type { GraphQLError } from 'graphql';
import { quote, refuse, type Sentence } from '../../../schema/codes';
import type { RegistrySettings } from '../domain/settings';

const MAX_WORDS = 2_000;
const MAX_WORD = 100;
const MAX_NETWORKS = 200;

/** Throws for the first that is out of bounds. */
export function refuseSettings(settings: Partial<RegistrySettings>): void {
  const { privacyWords, networks, planningBudget, usageDays } = settings;
  if (Object.keys(settings).length === 0) throw bad(NOTHING);
  for (const [list, words] of Object.entries(privacyWords ?? {})) refuseWords(`privacyWords.${list}`, words);
  if (networks) refuseNetworks(networks.cidrs);
  if (planningBudget !== undefined) refuseNumber('planningBudget', planningBudget, [50, 60_000]);
  if (usageDays !== undefined) refuseNumber('usageDays', usageDays, [1, 3_660]);
}

function refuseWords(name: string, words: string[]): void {
  if (words.length > MAX_WORDS) throw tooMany(name, words.length, MAX_WORDS);
  const wrong = words.find((word) => word.trim() === '' || word.length > MAX_WORD);
  if (wrong !== undefined)
    throw bad({
      zh: `${name} 中的 ${quote(wrong)} 应为 1 到 ${MAX_WORD} 个字符的词语。`,
      en: `${name} holds ${quote(wrong)}; each must be a word of 1 to ${MAX_WORD} characters.`,
    });
}

function refuseNetworks(cidrs: string[]): void {
  if (cidrs.length > MAX_NETWORKS) throw tooMany('networks.cidrs', cidrs.length, MAX_NETWORKS);
  const wrong = cidrs.findIndex((cidr) => !isNetwork(cidr));
  // What looks like an address is never repeated in an answer, so the place is said instead.
  if (wrong >= 0)
    throw bad({
      zh: `networks.cidrs 的第 ${wrong + 1} 项不是网段；应为 CIDR 写法：地址、斜线、位数。`,
      en: `Entry ${wrong + 1} of networks.cidrs is no network; expected CIDR notation: an address, a slash and a number of bits.`,
    });
}

function isNetwork(cidr: string): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits) <= (family === 4 ? 32 : 128);
}

function refuseNumber(name: string, value: number, [least, most]: [number, number]): void {
  if (value >= least && value <= most) return;
  throw bad({
    zh: `${name} 是 ${value}，应为 ${least} 到 ${most} 的整数。`,
    en: `${name} is ${value}; expected a whole number from ${least} to ${most}.`,
  });
}

function tooMany(name: string, count: number, most: number): GraphQLError {
  return refuse('TOO_MANY', {
    zh: `${name} 有 ${count} 项，至多 ${most} 项。`,
    en: `${name} has ${count} entries; at most ${most} are taken.`,
  });
}

function bad(sentence: Sentence): GraphQLError {
  return refuse('BAD_NAME', sentence);
}

const NOTHING = {
  zh: '没有写明要改的设定；可改 privacyWords、networks、planningBudget、usageDays。',
  en: 'No setting was given; there are privacyWords, networks, planningBudget and usageDays.',
};
