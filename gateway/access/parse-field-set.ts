// Reads the field set of a `@key`, `@requires` or `@provides`.
import { type OperationDefinitionNode, type SelectionSetNode, parse } from 'graphql';

/** With or without the outermost braces, as composition takes it. Throws when it cannot be read. */
export function parseFieldSet(set: string): SelectionSetNode {
  const document = parse(/^\s*\{/.test(set) ? set : `{${set}}`, { noLocation: true });
  return (document.definitions[0] as OperationDefinitionNode).selectionSet;
}
