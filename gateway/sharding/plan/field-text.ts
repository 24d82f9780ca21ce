// Text of a field as a shard is asked it, with the caller's variables that it uses.
import { Kind, print, visit, type FieldNode, type ValueNode } from 'graphql';

/** A piece of a request to a shard. */
export interface Text {
  text: string;
  variables: ReadonlySet<string>;
}

export const NO_TEXT: Text = { text: '', variables: new Set() };

export function plainText(text: string): Text {
  return { text, variables: NO_TEXT.variables };
}

export function joinTexts(texts: readonly Text[]): Text {
  const pieces = texts.filter(({ text }) => text !== '');
  const variables = new Set<string>();
  for (const piece of pieces) for (const name of piece.variables) variables.add(name);
  return { text: pieces.map(({ text }) => text).join(' '), variables };
}

/** `response: name(arguments)`; `replaced` arguments read a variable of ours instead of what the caller wrote. */
export function fieldText(response: string, node: FieldNode, replaced: Record<string, string> = {}): Text {
  const variables = new Set<string>();
  const kept = (node.arguments ?? []).filter(({ name }) => !(name.value in replaced));
  for (const argument of kept) addVariables(argument.value, variables);
  const args = [
    ...kept.map(({ name, value }) => `${name.value}:${print(value)}`),
    ...Object.entries(replaced).map(([name, variable]) => `${name}:$${variable}`),
  ];
  const name = response === node.name.value ? response : `${response}:${node.name.value}`;
  return { text: args.length > 0 ? `${name}(${args.join(' ')})` : name, variables };
}

/** `head{inner}`; an object of which nothing is needed is still asked whether it is there. */
export function withBraces(head: Text, inner: Text): Text {
  return {
    text: `${head.text}{${inner.text || '__typename'}}`,
    variables: new Set([...head.variables, ...inner.variables]),
  };
}

function addVariables(value: ValueNode, into: Set<string>): void {
  if (value.kind === Kind.VARIABLE) into.add(value.name.value);
  else visit(value, { Variable: ({ name }) => void into.add(name.value) });
}
