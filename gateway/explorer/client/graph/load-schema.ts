// The schema as the gateway prints it, with its descriptions in one language. Needs no introspection.
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse, visit } from 'graphql';
import { inLanguage, type Language } from '../words/language';

export async function loadSchema(): Promise<DocumentNode> {
  const response = await fetch('/schema.graphql');
  if (!response.ok) throw new Error(`/schema.graphql: HTTP ${response.status}`);
  return parse(await response.text(), { noLocation: true });
}

/** Completion, hints and documentation all read this schema, so they all speak its language. */
export function schemaIn(document: DocumentNode, language: Language): GraphQLSchema {
  const spoken = visit(document, {
    StringValue: (node, key) =>
      key === 'description' ? { ...node, value: inLanguage(node.value, language) } : undefined,
  });
  return buildASTSchema(spoken, { assumeValid: true });
}
