// Measures what the introspection of a document would answer, by walking the schema as graphql-js does, up to a bound.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  getNamedType,
  isObjectType,
} from 'graphql';

/** What a field costs beside its own characters: finding it takes about as long as writing so many. */
const FIELD_COST = 20;

/**
 * About the characters of the answer, of all operations together. Never less than what is run: conditions hold, nothing
 * deprecated is left out, and `__type` of a variable counts every type. For valid documents, whose fragments have no circle.
 */
export function measureIntrospection(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  bound = Infinity,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const it of definitions) if (it.kind === Kind.FRAGMENT_DEFINITION) fragments.set(it.name.value, it);
  const known = new Map<SelectionSetNode, FieldNode[]>();
  let cost = 0;
  for (const it of definitions)
    if (it.kind === Kind.OPERATION_DEFINITION) fieldsOf(it.selectionSet).forEach(addRoot);
  return cost;

  function addRoot(field: FieldNode): void {
    const { value } = field.name;
    if (value === '__schema') addValue(field, getNamedType(SchemaMetaFieldDef.type), schema);
    if (value === '__type') addValue(field, getNamedType(TypeMetaFieldDef.type), typesAsked(schema, field));
  }

  function addValue(field: FieldNode, type: GraphQLNamedType, value: unknown): void {
    if (cost > bound) return;
    if (typeof value === 'string') cost += value.length;
    else if (Array.isArray(value)) for (const each of value) addValue(field, type, each);
    else if (value && isObjectType(type)) addFields(field.selectionSet!, type, value);
  }

  function addFields(set: SelectionSetNode, type: GraphQLObjectType, source: object): void {
    for (const field of fieldsOf(set)) {
      cost += FIELD_COST + (field.alias ?? field.name).value.length;
      const asked = type.getFields()[field.name.value];
      if (!asked) continue;
      const value: unknown = asked.resolve!(source, ALL, undefined, { schema } as GraphQLResolveInfo);
      addValue(field, getNamedType(asked.type), value);
    }
  }

  function fieldsOf(set: SelectionSetNode): FieldNode[] {
    let fields = known.get(set);
    if (!fields) known.set(set, (fields = set.selections.flatMap(fieldsOfSelection)));
    return fields;
  }

  function fieldsOfSelection(selection: SelectionSetNode['selections'][number]): readonly FieldNode[] {
    if (selection.kind === Kind.FIELD) return [selection];
    const { selectionSet } =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
    return fieldsOf(selectionSet);
  }
}

const ALL = { includeDeprecated: true };

function typesAsked(schema: GraphQLSchema, { arguments: [name] = [] }: FieldNode): GraphQLNamedType[] {
  if (name?.value.kind !== Kind.STRING) return Object.values(schema.getTypeMap());
  const type = schema.getType(name.value.value);
  return type ? [type] : [];
}
