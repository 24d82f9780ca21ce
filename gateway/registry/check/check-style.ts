// Rule: names have the usual forms, and what is published says what it is; warnings only.
import { Kind } from 'graphql';
import { quote } from '../../../schema/codes';
import type { Finding } from '../verdict';
import { type Definition, type PublishedSdl, eachDefinition, placeOf } from './published-sdl';

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/;
const UPPER_CASE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** What federation itself adds to an SDL. */
const FEDERATION = /^_|__/;

/** Only of what the subgraph itself brings: the rest is its owner's to write. */
export function checkStyle(published: PublishedSdl, isOwn: (coordinate: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  eachDefinition(published.document, (coordinate, node, parent) => {
    if (FEDERATION.test(coordinate) || !isOwn(coordinate)) return;
    findings.push(...formOf(coordinate, node, parent), ...descriptionOf(coordinate, node));
  });
  return findings.map((finding) => ({ ...finding, at: placeOf(finding.coordinate!, published) }));
}

function formOf(coordinate: string, { name, kind }: Definition, parent: Definition | undefined): Finding[] {
  const [form, words] = !parent
    ? ([PASCAL_CASE, 'PascalCase'] as const)
    : kind === Kind.ENUM_VALUE_DEFINITION
      ? ([UPPER_CASE, 'UPPER_CASE'] as const)
      : ([CAMEL_CASE, 'camelCase'] as const);
  const written = parent ? name!.value : coordinate;
  if (form.test(written)) return [];
  return [
    {
      rule: 'NAMING',
      severity: 'WARNING',
      coordinate,
      sentence: {
        zh: `${quote(coordinate)} 的名称不是 ${words} 的写法。`,
        en: `The name of ${quote(coordinate)} is not written in ${words}.`,
      },
      suggestion: { zh: `改写为 ${words}。`, en: `Write it in ${words}.` },
    },
  ];
}

function descriptionOf(coordinate: string, { description, kind, arguments: args }: Definition): Finding[] {
  const isArgument = kind === Kind.INPUT_VALUE_DEFINITION && args === undefined && coordinate.endsWith(':)');
  if (description?.value.trim() || ROOTS.has(coordinate) || isArgument) return [];
  return [
    {
      rule: 'DESCRIPTION_MISSING',
      severity: 'WARNING',
      coordinate,
      sentence: { zh: `${quote(coordinate)} 没有说明。`, en: `${quote(coordinate)} has no description.` },
      suggestion: {
        zh: '用一句中英文说明它是什么。',
        en: 'Say in a sentence, in Chinese and English, what it is.',
      },
    },
  ];
}
