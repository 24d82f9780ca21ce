// Which coordinates each known operation and each recorded client really uses.
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isEnumType,
  isInputObjectType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RecordedUse } from '../check-input';
import type { ReadOperation } from '../read-operation';

/** From a coordinate to the names of the operations that use it. */
export type Uses = ReadonlyMap<string, ReadonlySet<string>>;

export function findUses(schema: GraphQLSchema, operations: ReadOperation[], usage: RecordedUse[]): Uses {
  const uses = new Map<string, Set<string>>();
  const add = (coordinate: string, operation: string) => {
    const known = uses.get(coordinate);
    if (known) known.add(operation);
    else uses.set(coordinate, new Set([operation]));
  };
  for (const { name, parsed } of operations)
    for (const coordinate of coordinatesOf(schema, parsed)) add(coordinate, name);
  for (const { coordinate, operation, client, count } of usage) {
    if (count <= 0) continue;
    const who = client ? `${operation} (${client})` : operation;
    for (const it of [coordinate, ...impliedBy(coordinate, schema)]) add(it, who);
  }
  return uses;
}

/** Of a document: its fields, arguments, values, and all that the types of its variables let a client send. */
export function coordinatesOf(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        found.add(parent.name).add(`${parent.name}.${field.name}`);
        addResult(getNamedType(field.type), found);
      },
      Argument: ({ name }) => {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (parent && field) found.add(`${parent.name}.${field.name}(${name.value}:)`);
      },
      ObjectField: ({ name }) => {
        const input = getNamedType(info.getParentInputType());
        if (input) found.add(input.name).add(`${input.name}.${name.value}`);
      },
      EnumValue: ({ value }) => {
        const type = getNamedType(info.getInputType());
        if (type) found.add(type.name).add(`${type.name}.${value}`);
      },
      NamedType: ({ name }) => void found.add(name.value),
      VariableDefinition: ({ type }) => {
        const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        addInput(getNamedType(input), found);
      },
    }),
  );
  return found;
}

/** A client that reads an enum may read any of its values. */
function addResult(type: GraphQLNamedType, found: Set<string>): void {
  found.add(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
}

/** What a variable will hold is not known, so all of its type counts as used. */
function addInput(type: GraphQLNamedType | undefined, found: Set<string>): void {
  if (!type) return;
  addResult(type, found);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    if (found.has(coordinate)) continue;
    found.add(coordinate);
    addInput(getNamedType(field.type), found);
  }
}

/** A recorded field uses its type and what it returns. */
function impliedBy(coordinate: string, schema: GraphQLSchema): string[] {
  const [typeName, rest = ''] = coordinate.split('.') as [string, string?];
  const type = schema.getType(typeName);
  if (!type) return [];
  const found = new Set([typeName]);
  const field = 'getFields' in type ? type.getFields()[rest.split('(')[0]!] : undefined;
  if (field) addResult(getNamedType(field.type), found);
  return [...found];
}
