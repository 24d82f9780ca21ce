// Finds the entities of a contract and what of federation the layer does not carry.
import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** Directives that need fields of one subgraph to resolve another's: a shard is asked by key only. */
const REFUSED = new Set([
  'requires',
  'external',
  'provides',
  'interfaceObject',
  'context',
  'fromContext',
  'override',
]);

export interface Keys {
  /** Object types with `@key(fields: "id")`, sorted as they stand. */
  entities: string[];
  faults: string[];
}

export function readKeys(document: DocumentNode): Keys {
  const keys: Keys = { entities: [], faults: refusedDirectives(document) };
  for (const node of document.definitions) {
    const type = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
    const found = type ? (node.directives ?? []).filter(isKey) : [];
    if (!type || found.length === 0) continue;
    const place = `${node.name.value} (line ${node.loc?.startToken.line})`;
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      keys.faults.push(`${place} is an interface with @key; only object types may have one.`);
      continue;
    }
    if (found.length > 1 || keyFields(found[0]!) !== 'id')
      keys.faults.push(`${place}: its one @key must be fields: "id".`);
    const id = node.fields?.find((field) => field.name.value === 'id');
    const isId =
      id?.type.kind === Kind.NON_NULL_TYPE &&
      id.type.type.kind === Kind.NAMED_TYPE &&
      id.type.type.name.value === 'ID';
    if (!isId) keys.faults.push(`${place} needs the field id: ID!.`);
    keys.entities.push(node.name.value);
  }
  return keys;
}

const isKey = (directive: ConstDirectiveNode) =>
  directive.name.value === 'key' || directive.name.value === 'federation__key';

function keyFields(key: ConstDirectiveNode): string {
  const value = key.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value.trim() : '';
}

function refusedDirectives(document: DocumentNode): string[] {
  const faults: string[] = [];
  visit(document, {
    Directive({ name, loc }) {
      if (!REFUSED.has(name.value.replace(/^federation__/, ''))) return;
      faults.push(
        `Line ${loc?.startToken.line}: @${name.value} is not for a sharded contract; objects are asked by key only.`,
      );
    },
  });
  return faults;
}
