// Rule: what names residents' personal data goes into the graph only with the street's yes.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import { type Definition, type PublishedSdl, eachDefinition, placeOf } from '../published-sdl';
import type { PrivacyWords } from './privacy-words';
import { splitWords } from './split-words';

export interface PrivacyCase {
  published: PublishedSdl;
  words: PrivacyWords;
  street: string;
  /** What was there before with the same words is not asked again. */
  isKnown(coordinate: string, description: string): boolean;
}

export function findPersonalData({ published, words, street, isKnown }: PrivacyCase): Finding[] {
  const wordOf = createReader(words);
  const findings: Finding[] = [];
  eachDefinition(published.document, (coordinate, definition, parent) => {
    const { name, description } = definition;
    if (isKnown(coordinate, description?.value ?? '')) return;
    const texts = [name!.value, description?.value ?? '', ...(parent ? ofPerson(definition, parent) : [])];
    const word = texts.map(wordOf).find((it) => it !== undefined);
    if (word !== undefined) findings.push(hit(coordinate, word, { published, street }));
  });
  return findings;
}

/** A name that says little by itself, on a type of people: `name` of `Resident` is read as `resident name`. */
function ofPerson({ name, description }: Definition, parent: Definition): string[] {
  const type = splitWords(parent.name!.value).split(' ').at(-1)!.replace(/s$/, '');
  const [person] = PERSON_ZH.exec(parent.description?.value ?? '') ?? [];
  return [
    ...(PERSON.has(type) ? [`${type} ${splitWords(name!.value)}`] : []),
    ...(person ? [`${person}${description?.value ?? ''}`] : []),
  ];
}

const PERSON = new Set(['resident', 'householder', 'homeowner', 'elder', 'child', 'patient', 'volunteer']);
const PERSON_ZH = /^(?:居民|住户|业主|老人|儿童|志愿者)(?![\p{Script=Han}])/u;

/** The first word of the list in a name or a description, unless what holds it is allowed. */
export function createReader({ zh, en, allowed }: PrivacyWords): (text: string) => string | undefined {
  const fine = allowed.map(normal).filter((it) => it !== '');
  const latin = en.map(normal).filter((it) => it !== '');
  return (text) => {
    const plain = fine.reduce((rest, it) => withoutWord(rest, it), ` ${splitWords(text)} `);
    return latin.find((it) => plain.includes(` ${it} `)) ?? zh.find((it) => it !== '' && plain.includes(it));
  };
}

function normal(word: string): string {
  return splitWords(word);
}

function withoutWord(text: string, word: string): string {
  return /\p{Script=Han}/u.test(word) ? text.replaceAll(word, '·') : text.replaceAll(` ${word} `, ' · ');
}

function hit(
  coordinate: string,
  word: string,
  { published, street }: Pick<PrivacyCase, 'published' | 'street'>,
): Finding {
  return {
    rule: 'PERSONAL_DATA',
    severity: 'NEEDS_APPROVAL',
    approver: street,
    at: placeOf(coordinate, published),
    coordinate,
    sentence: {
      zh: `${quote(coordinate)} 看来是居民的个人信息（${quote(word)}）。`,
      en: `${quote(coordinate)} seems to be personal data of residents (${quote(word)}).`,
    },
    suggestion: {
      zh: '去掉它，只发布单位的信息或合计数；确有必要时，请街道批准。',
      en: "Leave it out and publish organizations' data or totals only; if it is needed, ask the street to approve.",
    },
  };
}
