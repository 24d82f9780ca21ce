// Cuts out of an operation what may not be read, before it is planned: what is cut is never fetched.
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  getOperationAST,
  isAbstractType,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { AccessRules } from './access-rules';
import { type Requirement, WRITE } from './requirement';

export interface OperationText {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | undefined;
}

/** All that the fields of an operation ask, each once. Its document may hold others, which count as well. */
export function requirementsOf(
  { schema, document, operationName }: OperationText,
  rules: AccessRules,
): Requirement[] {
  const found = new Set<Requirement>();
  const isMutation = getOperationAST(document, operationName)?.operation === 'mutation';
  if (isMutation) found.add(WRITE);
  if (rules.isEmpty) return [...found];
  const info = new TypeInfo(schema);
  const note = () => {
    const [type, field] = [info.getParentType(), info.getFieldDef()];
    if (type && field) for (const each of rules.of(type.name, field.name)) found.add(each);
  };
  visit(document, visitWithTypeInfo(info, { Field: note }));
  return [...found].sort();
}

export interface Cut {
  document: DocumentNode;
  /** The fields of the whole document that were cut out, with what each would have needed. */
  fields: ReadonlyMap<FieldNode, Lack>;
}

export interface Lack {
  /** `Type.field`, by the type that the operation asks it of. */
  coordinate: string;
  wanted: readonly Requirement[];
}

/** The operation alone, with what it still uses. Where only the answer tells a type, the answer is made to tell it. */
export function cutDocument(
  { schema, document, operationName }: OperationText,
  rules: AccessRules,
  missing: ReadonlySet<Requirement>,
): Cut {
  const info = new TypeInfo(schema);
  const fields = new Map<FieldNode, Lack>();
  const mutation = missing.has(WRITE) ? schema.getMutationType() : undefined;
  const lackOf = (type: GraphQLNamedType, field: string): Requirement[] => {
    const wanted = rules.of(type.name, field).filter((each) => missing.has(each));
    return type === mutation ? [...wanted, WRITE] : wanted;
  };
  const cut = visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const type = info.getParentType();
        const field = node.name.value;
        const wanted = type && !field.startsWith('__') ? lackOf(type, field) : [];
        if (wanted.length === 0) return undefined;
        fields.set(node, { coordinate: `${type!.name}.${field}`, wanted });
        return null;
      },
      SelectionSet: {
        leave(set) {
          const type = info.getParentType();
          const isUntold = type && isAbstractType(type) && !tellsType(set);
          if (set.selections.length > 0 && !isUntold) return undefined;
          return { ...set, selections: [...set.selections, TYPENAME] };
        },
      },
    }),
  );
  return { document: withoutUnused(cut, operationName), fields };
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function tellsType({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (it) =>
      it.kind === Kind.FIELD &&
      it.name.value === '__typename' &&
      !it.alias &&
      (it.directives ?? []).length === 0,
  );
}

function withoutUnused(document: DocumentNode, operationName: string | undefined): DocumentNode {
  const operation = getOperationAST(document, operationName)!;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const it of document.definitions)
    if (it.kind === Kind.FRAGMENT_DEFINITION) fragments.set(it.name.value, it);
  const reached = new Set<DefinitionNode>();
  const variables = new Set<string>();
  reach(operation);
  const kept = [...reached].map((it) => (it === operation ? withVariables(operation, variables) : it));
  return { kind: Kind.DOCUMENT, definitions: kept };

  function reach(definition: DefinitionNode | undefined): void {
    if (!definition || reached.has(definition)) return;
    reached.add(definition);
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => reach(fragments.get(name.value)),
    });
  }
}

function withVariables(
  operation: OperationDefinitionNode,
  used: ReadonlySet<string>,
): OperationDefinitionNode {
  const definitions = operation.variableDefinitions ?? [];
  return {
    ...operation,
    variableDefinitions: definitions.filter(({ variable }) => used.has(variable.name.value)),
  };
}
