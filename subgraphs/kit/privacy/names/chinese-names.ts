// Finds what may be a person's name in Chinese: a surname, and around it what speaks for a name and against one.
import { spansOf, touches } from '../spans';
import type { Span } from '../finding';
import { findTransliterated } from './transliterated-names';
import { AMBIGUOUS, CLEAR, COMPOUND, GIVEN } from './surnames';
import { BEARERS, DOINGS, KNOWN, LABELS, ROLES, TITLES, TOWARDS } from './words';
import { wordsOf, type Words } from './words-of';

const ANY = `(?:${COMPOUND.join('|')}|[${CLEAR}${AMBIGUOUS}])`;
const SURE = `(?:${COMPOUND.join('|')}|[${CLEAR}]|[张黄周林何高马])`;

const KNOWN_NAMES = new RegExp(KNOWN.join('|'), 'gu');

/** Each gives places where a name may be; they are weighed afterwards against what bears a name and is no person. */
export function findChineseNames(plain: string): Span[] {
  const words = wordsOf(plain);
  const known = spansOf(KNOWN_NAMES, plain);
  const isNobodys = (span: Span) => known.some((each) => touches(each, span));
  const found = [
    ...titled(plain, words),
    ...familiar(plain, words),
    ...masked(plain),
    ...labelled(plain, words),
    ...inSentences(plain, words),
    ...findTransliterated(plain),
  ];
  return withNeighbours(plain, words, found).filter((span) => !isNobodys(span));
}

const TITLED = new RegExp(`(?<![0-9甲乙双对])(${ANY})(?:${TITLES})`, 'gu');

/** 张阿姨, 孙经理. */
function titled(plain: string, words: Words): Span[] {
  return [...plain.matchAll(TITLED)].flatMap(({ index: start, 0: { length }, 1: surname }) => {
    const cuts = [start, start + surname!.length, start + length];
    return cuts.every(words.isCut) ? [{ start, end: start + length }] : [];
  });
}

const FAMILIAR = new RegExp(`(?:老|小|阿)(?:[${CLEAR}]|[张黄周林何高马金江任唐夏余田叶丁石范方])`, 'gu');
const AFTER_FAMILIAR = new RegExp(
  `^(?:$|[^\\p{Script=Han}]|头|儿|${DOINGS}|[和与及对把被给领向同也带用帮教送修搬])`,
  'u',
);

/** 老张, 小刘. */
function familiar(plain: string, words: Words): Span[] {
  return spansOf(FAMILIAR, plain).filter(
    ({ start, end }) =>
      words.isCut(start) && words.isCut(end) && AFTER_FAMILIAR.test(plain.slice(end, end + 6)),
  );
}

const HIDDEN = [
  `${ANY}某(?:某|(?![日月年个种些一时地处单小社街路]))`,
  `${SURE}[×*xX○]{2}`,
  `${SURE}[×*○](?=\\p{Script=Han})`,
  `(?<!\\p{Script=Han})${SURE}[×*○](?![\\p{Script=Han}0-9])`,
];
const MASKED = new RegExp(`(?<![0-9一两几])(?:${HIDDEN.join('|')})`, 'gu');

/** 李某某, 张××. */
function masked(plain: string): Span[] {
  return spansOf(MASKED, plain);
}

const STOP = `(?=$|[^\\p{Script=Han}]|${DOINGS})`;
const LABELLED = new RegExp(
  `(?:${LABELS})(?:[:：]|是|为)?\\s{0,3}(${ANY}\\s?\\p{Script=Han}{1,2}?${STOP})`,
  'gu',
);

/** 联系人：王小明. */
function labelled(plain: string, words: Words): Span[] {
  return [...plain.matchAll(LABELLED)].flatMap((match) => {
    const end = match.index + match[0].length;
    const span = { start: end - match[1]!.length, end };
    const isSaid = /[:：\s]$/.test(plain.slice(match.index, span.start)) && sure.test(match[1]!);
    return (isSaid ? !words.isOne(span) : isLikely(plain, words, span)) ? [span] : [];
  });
}

const SURNAMED = new RegExp(`(?=(${ANY}\\p{Script=Han}{2})|)(?=(${ANY}\\p{Script=Han})|)`, 'gu');

/** 由李建国负责, 居民赵秀英反映. */
function inSentences(plain: string, words: Words): Span[] {
  const candidates = [...plain.matchAll(SURNAMED)].flatMap(({ index: start, 1: long, 2: short }) =>
    [long, short].filter((name) => name !== undefined).map((name) => ({ start, end: start + name.length })),
  );
  return candidates.filter((span) => isLikely(plain, words, span) && isIntroduced(plain, words, span));
}

const BEFORE = new RegExp(`(?:${ROLES}|${TOWARDS})$`, 'u');
const ROLE_BEFORE = new RegExp(`(?:${ROLES})$`, 'u');
const AFTER = new RegExp(`^(?:${DOINGS})`, 'u');
/** Bodies, places and classes of a school end so. */
const BODIES = /(?:[司局办部处科室站所委组队店厂院校馆行社区街镇县层家]|^[高初][一二三])$/u;
const BEARER = new RegExp(`^(?:${BEARERS})`, 'u');
const given = new Set(GIVEN);
const sure = new RegExp(`^${SURE}`, 'u');

/** A surname and the rest of a name, cut as words are, and nothing that bears a name. */
function isLikely(plain: string, words: Words, span: Span): boolean {
  const name = plain.slice(span.start, span.end);
  if (restOf(name).length === 0 || BEARER.test(plain.slice(span.end)) || words.isOne(span)) return false;
  return words.isCut(span.start) && words.isCut(span.end) && !BODIES.test(name);
}

/** What comes before or after speaks for a name; the less, the more its own characters must. */
function isIntroduced(plain: string, words: Words, { start, end }: Span): boolean {
  const name = plain.slice(start, end);
  const [before, after] = [plain.slice(Math.max(0, start - 6), start), plain.slice(end, end + 6)];
  const [opened, closed] = [
    /(?:^|[^\p{Script=Han}])$/u.test(before),
    /^(?:$|[^\p{Script=Han}])/u.test(after),
  ];
  const [named, called, acts] = [ROLE_BEFORE.test(before), BEFORE.test(before), AFTER.test(after)];
  const ends = acts || closed;
  const rest = restOf(name);
  if (!rest.every((each) => given.has(each)))
    return sure.test(name) && words.isCut(end - rest.length) && called && ends;
  if (!sure.test(name)) return called && ends;
  return name.length > 2 || named || ((called || opened) && ends);
}

function restOf(name: string): string[] {
  const surname = COMPOUND.find((each) => name.startsWith(each)) ?? name[0]!;
  return [...name.slice(surname.length).trim()];
}

const NEIGHBOUR_AFTER = new RegExp(
  `^(?:[、，,\\s]|和|与|及){1,2}(${ANY}\\s?\\p{Script=Han}{1,2}?)${STOP}`,
  'u',
);

/** Where names are listed, what stands beside a name is one. */
function withNeighbours(plain: string, words: Words, found: Span[]): Span[] {
  const all = [...found];
  for (const { end } of all) {
    const next = NEIGHBOUR_AFTER.exec(plain.slice(end));
    if (!next) continue;
    const stop = end + next[0].length;
    const span = { start: stop - next[1]!.length, end: stop };
    const isNew = !all.some((other) => touches(other, span));
    if (isNew && !words.isOne(span) && !BEARER.test(plain.slice(stop))) all.push(span);
  }
  return all;
}
