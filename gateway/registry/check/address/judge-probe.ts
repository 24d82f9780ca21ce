// Rule: the server at a subgraph's address answers, and has everything that is published for it.
import type { Finding } from '../../verdict';
import { type PublishedSdl, placeOf } from '../published-sdl';
import type { Probed } from './probe-subgraph';
import { missingInServed } from './served-sdl';

/** The rest is of the same kind. */
const MOST = 20;
const COORDINATE = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)\b/;

/** `sdl` is the text of `published`. */
export function judgeProbe(probed: Probed | undefined, sdl: string, published: PublishedSdl): Finding[] {
  if (!probed) return [];
  if (!probed.ok) return probed.findings;
  if (!canBeRead(sdl)) return [];
  try {
    return missingInServed(sdl, probed.sdl)
      .slice(0, MOST)
      .map((what) => servesLess(what, published));
  } catch {
    return [unreadable];
  }
}

/** What is wrong with the published text itself is said by other rules. */
function canBeRead(sdl: string): boolean {
  try {
    return missingInServed(sdl, sdl).length === 0;
  } catch {
    return false;
  }
}

function servesLess(what: string, published: PublishedSdl): Finding {
  const coordinate = COORDINATE.exec(what)?.[1];
  const isPlace = coordinate !== undefined && published.places.has(coordinate);
  return {
    rule: 'SERVES_LESS',
    severity: 'ERROR',
    ...(isPlace && { coordinate, at: placeOf(coordinate, published) }),
    sentence: {
      zh: `这个地址的服务器没有所发布的内容：${what}`,
      en: `The server at that address lacks what is published: ${what}`,
    },
    suggestion: {
      zh: '先启动新版本，再发布；要去掉某个字段时，先发布不含它的 SDL，再改服务器。',
      en: 'Start the new version first, then publish. To take a field away, publish without it first, then change the server.',
    },
  };
}

const unreadable: Finding = {
  rule: 'SERVES_LESS',
  severity: 'ERROR',
  sentence: {
    zh: '这个地址的服务器所答的 SDL 不成其为 GraphQL。',
    en: 'What the server at that address says of itself cannot be read as GraphQL.',
  },
  suggestion: {
    zh: '请确认地址指向这个子图，并对 { _service { sdl } } 答出它的 SDL。',
    en: 'See that the address leads to this subgraph, and that it answers { _service { sdl } } with its SDL.',
  },
};
