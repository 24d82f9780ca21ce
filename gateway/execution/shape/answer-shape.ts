// The shape of an answer, compiled from the client's operation and the API schema, type by type as data comes.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Kind,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { KeyTable } from '../run/key-table';
import { isInherited } from '../run/read-own';
import { type Selecting, collectFields } from './collect-fields';
import { readKeyNames } from './key-names';
import { leafCheck, type IsLeaf } from './leaf';

/** What a value must look like. `isNonNull` is of the place, so a list has one for itself and one for its items. */
export type ValueShape =
  | { kind: 'leaf'; isNonNull: boolean; typeName: string; isAllowed: IsLeaf | undefined }
  | { kind: 'list'; isNonNull: boolean; typeName: string; item: ValueShape }
  | { kind: 'object'; isNonNull: boolean; typeName: string; objects: ObjectShapes }
  | { kind: 'typename'; isNonNull: true; typeName: string; nameOf: (raw: unknown) => string | undefined }
  | { kind: 'introspection'; isNonNull: boolean; typeName: string; nodes: readonly FieldNode[] };

export interface FieldShape {
  key: string;
  /** Whether every object seems to have this name. */
  isInherited: boolean;
  /** `"key":`, and the same after a comma. */
  first: string;
  later: string;
  value: ValueShape;
}

export interface ObjectShape {
  typeName: string;
  fields: readonly FieldShape[];
  /** Response names under which nothing comes but what names the object. */
  keyNames: ReadonlySet<string>;
}

/** The shapes of one selection, by the type that an object turns out to have. */
export interface ObjectShapes {
  /** Of an object that says nothing of its type. */
  declared: ObjectShape;
  /** Undefined when the API schema has no such type, or none that may stand here. */
  of(typename: string): ObjectShape | undefined;
}

export interface ShapeOptions {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  keys: KeyTable;
  conditions: Readonly<Record<string, unknown>>;
}

export function compileShape(options: ShapeOptions): ObjectShape {
  const { schema, document, operation, keys, conditions } = options;
  const fragments = document.definitions.flatMap((it) =>
    it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [],
  );
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const selecting = { schema, fragments: new Map(fragments), conditions };
  return new ShapeCompiler(selecting, keys).objectShape(root, [operation.selectionSet]);
}

/** Names come from subgraphs, and what is not known is remembered too. */
const MAX_TYPES = 1_000;

class ShapeCompiler {
  /** A field that stands alone has one shape per parent, wherever fragments repeat it. */
  private readonly alone = new WeakMap<FieldNode, Map<string, FieldShape | undefined>>();

  constructor(
    private readonly selecting: Selecting,
    private readonly keys: KeyTable,
  ) {}

  objectShape(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectShape {
    const keys = this.keys.get(type.name);
    const collect = () => collectFields(this.selecting, type, sets);
    const readFields = () =>
      [...collect()].flatMap(([key, nodes]) => this.fieldShape(type, key, nodes) ?? []);
    let fields: FieldShape[] | undefined;
    let keyNames: ReadonlySet<string> | undefined;
    return {
      typeName: type.name,
      get fields() {
        return (fields ??= readFields());
      },
      get keyNames() {
        return (keyNames ??= readKeyNames(collect(), keys));
      },
    };
  }

  private fieldShape(parent: GraphQLCompositeType, key: string, nodes: FieldNode[]): FieldShape | undefined {
    const [node] = nodes;
    if (nodes.length > 1) return this.makeField(parent, key, nodes);
    let known = this.alone.get(node!);
    if (!known) this.alone.set(node!, (known = new Map()));
    if (!known.has(parent.name)) known.set(parent.name, this.makeField(parent, key, nodes));
    return known.get(parent.name);
  }

  private makeField(parent: GraphQLCompositeType, key: string, nodes: FieldNode[]): FieldShape | undefined {
    const value = this.fieldValue(parent, nodes);
    const first = `${JSON.stringify(key)}:`;
    return value && { key, isInherited: isInherited(key), first, later: `,${first}`, value };
  }

  private fieldValue(parent: GraphQLCompositeType, nodes: FieldNode[]): ValueShape | undefined {
    const name = nodes[0]!.name.value;
    if (name === '__typename') {
      return { kind: 'typename', isNonNull: true, typeName: 'String', nameOf: this.nameOf(parent) };
    }
    if ((name === '__schema' || name === '__type') && parent === this.selecting.schema.getQueryType()) {
      return { kind: 'introspection', isNonNull: name === '__schema', typeName: name, nodes };
    }
    const hasFields = isObjectType(parent) || isInterfaceType(parent);
    const definition = hasFields ? parent.getFields()[name] : undefined;
    return definition && this.valueShape(definition.type, nodes);
  }

  /** Of an object that has no `__typename` of its own, an alias of it may still tell its type. */
  private nameOf(parent: GraphQLCompositeType): (raw: unknown) => string | undefined {
    if (isObjectType(parent)) return () => parent.name;
    const names = new Set<unknown>(this.selecting.schema.getPossibleTypes(parent).map(({ name }) => name));
    return (raw) => (names.has(raw) ? (raw as string) : undefined);
  }

  private valueShape(type: GraphQLOutputType, nodes: readonly FieldNode[], isNonNull = false): ValueShape {
    if (isNonNullType(type)) return this.valueShape(type.ofType, nodes, true);
    const common = { isNonNull, typeName: String(type) };
    if (isListType(type)) return { kind: 'list', ...common, item: this.valueShape(type.ofType, nodes) };
    if (isLeafType(type)) return { kind: 'leaf', ...common, isAllowed: leafCheck(type) };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { kind: 'object', ...common, objects: this.objectShapes(type, sets) };
  }

  private objectShapes(declared: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectShapes {
    const { schema } = this.selecting;
    const byName = new Map<string, ObjectShape | undefined>();
    return {
      declared: this.objectShape(declared, sets),
      of: (typename) => {
        if (byName.has(typename)) return byName.get(typename);
        const type = schema.getType(typename);
        const mayStand = isCompositeType(type) && mayStandFor(schema, type, declared);
        const shape = mayStand ? this.objectShape(type, sets) : undefined;
        if (byName.size < MAX_TYPES) byName.set(typename, shape);
        return shape;
      },
    };
  }
}

/** An interface may come for itself: an interface object of a subgraph whose type no other subgraph told. */
function mayStandFor(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  declared: GraphQLCompositeType,
): boolean {
  if (type.name === declared.name) return true;
  if (isObjectType(declared)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(declared, type);
}
