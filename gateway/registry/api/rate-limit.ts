// How often one address may ask for what needs no token; a window that moves, bounded in addresses.
import { isIPv6 } from 'node:net';
import { refuse } from '../../../schema/codes';

export interface RateLimit {
  most: number;
  withinMs: number;
}

/** Addresses that are remembered; past that the one that asked longest ago is forgotten. */
const MAX_ADDRESSES = 10_000;

/** Throws a refusal when the address has asked too often. `now` in milliseconds. */
export function createRateLimit({ most, withinMs }: RateLimit, now: () => number): (address: string) => void {
  const asked = new Map<string, number[]>();
  return function take(address) {
    const key = networkOf(address);
    const since = now() - withinMs;
    const recent = (asked.get(key) ?? []).filter((at) => at > since);
    if (recent.length >= most) throw tooOften(most, withinMs);
    asked.delete(key);
    asked.set(key, [...recent, now()]);
    if (asked.size > MAX_ADDRESSES) asked.delete(asked.keys().next().value!);
  };
}

/** Whoever has one IPv6 address has all of its /64. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const gap = plain.includes('::') ? 8 - groups(head).length - groups(tail).length : 0;
  return [...groups(head), ...Array<string>(Math.max(0, gap)).fill('0'), ...groups(tail)]
    .slice(0, 4)
    .join(':');
}

function tooOften(most: number, withinMs: number) {
  const minutes = Math.round(withinMs / 60_000);
  return refuse('OVERLOADED', {
    zh: `这个地址在 ${minutes} 分钟内已问了 ${most} 次；请稍后再试，或请街道办理。`,
    en: `This address has asked ${most} times within ${minutes} minutes; try again later, or ask the street.`,
  });
}
