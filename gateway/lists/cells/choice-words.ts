// What the values of an enum are called: the first clause of their descriptions, which are written `中文。 English.`
import { isEnumType, type GraphQLSchema } from 'graphql';
import type { Choice } from './cell';

export function choiceWords(code: string, description: string): Choice {
  const [, zh = '', en = ''] = /^([^A-Za-z]*)\s*(.*)$/s.exec(description.trim()) ?? [];
  const first = (text: string, ends: RegExp) => text.split(ends)[0]!.trim();
  const inEnglish = first(en, /[,.:;(]/) || code;
  return { code, zh: first(zh, /[，。：；（(,:]/) || inEnglish, en: inEnglish };
}

/** Throws for a type that is no enum of the graph: a fault of ours. */
export function choicesOf(schema: GraphQLSchema, type: string): Choice[] {
  const found = schema.getType(type);
  if (!isEnumType(found)) throw new Error(`${type} is no enum of the graph`);
  return found.getValues().map(({ name, description }) => choiceWords(name, description ?? ''));
}
