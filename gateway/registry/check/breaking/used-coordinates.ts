// Which coordinates each known operation and each recorded client really uses.
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputField,
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
    for (const it of impliedBy(coordinate, schema)) add(it, who);
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
        addSent(getNamedType(info.getInputType()), found);
      },
      ObjectField: ({ name }) => {
        const input = getNamedType(info.getParentInputType());
        if (input) found.add(input.name).add(`${input.name}.${name.value}`);
        addSent(getNamedType(info.getInputType()), found);
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
function addInput(type: GraphQLNamedType | undefined, found: Set<string>, seen = new Set<string>()): void {
  if (!type || seen.has(type.name)) return;
  seen.add(type.name);
  addResult(type, found);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    found.add(`${type.name}.${field.name}`);
    addInput(getNamedType(field.type), found, seen);
  }
}

/** Whoever sends an object, an empty one too, meets what becomes required in it. */
function addSent(type: GraphQLNamedType | undefined, found: Set<string>): void {
  if (isInputObjectType(type)) found.add(type.name);
}

/** What a recorded coordinate uses beside itself; a type alone is a fragment's, or a variable's that may hold all of it. */
function impliedBy(coordinate: string, schema: GraphQLSchema): Set<string> {
  const [typeName = '', member, argumentName] = coordinate.split(/[.(:)]/);
  const found = new Set([coordinate, typeName]);
  const type = schema.getType(typeName);
  if (!member) addInput(type, found);
  else if (type && 'getFields' in type) addMember(type.getFields()[member], { argumentName, found });
  return found;
}

function addMember(
  field: GraphQLField<unknown, unknown> | GraphQLInputField | undefined,
  { argumentName, found }: { argumentName: string | undefined; found: Set<string> },
): void {
  if (!field) return;
  if (!('args' in field)) addSent(getNamedType(field.type), found);
  else if (!argumentName) addResult(getNamedType(field.type), found);
  else addSent(getNamedType(field.args.find(({ name }) => name === argumentName)?.type), found);
}
