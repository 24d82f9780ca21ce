// What is asked of whoever reads a field, for each field of one graph where something is, wherever that is written.
import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type SelectionSetNode,
  type TypeNode,
  parse,
} from 'graphql';
import { argumentOf, stringOf } from './to-plannable';
import { parseFieldSet } from './parse-field-set';
import { type AccessNames, readAccessNames, requirementsIn } from './access-directives';
import { type Requirement } from './requirement';

/** Plain data: it is read in the planning thread. Only types of which something is asked are in it. */
export type AccessTable = Array<[type: string, asked: TypeAccess]>;

export interface TypeAccess {
  fields: Array<[field: string, asked: readonly Requirement[]]>;
  /** Of `__typename`. Where it asks something, each field asks at least the same and is listed. */
  rest: readonly Requirement[];
}

interface FieldFacts {
  own: Requirement[];
  returns: string;
  /** Field sets of `@requires`: what is read for this field is read by whoever reads it. */
  needs: string[];
}

interface TypeFacts {
  own: Requirement[];
  fields: Map<string, FieldFacts>;
  interfaces: string[];
  /** Types that implement it. */
  implementations: string[];
}

/** `sdl` is a supergraph as it was published, or a subgraph. Throws when a rule is written in a form that is not understood. */
export function readAccessTable(sdl: string): AccessTable {
  // A graph without rules is not parsed for them.
  if (!/authenticated|requiresScopes|policy/.test(sdl)) return [];
  const document = parse(sdl, { noLocation: true });
  const types = readTypes(document, readAccessNames(document));
  const of = createLookup(types);
  return [...types].flatMap(([type, facts]) => {
    const fields = [...facts.fields.keys()].map(
      (field) => [field, of(type, field)] as [string, Requirement[]],
    );
    const asked: TypeAccess = {
      fields: fields.filter(([, it]) => it.length > 0),
      rest: of(type, '__typename'),
    };
    return asked.rest.length > 0 || asked.fields.length > 0 ? [[type, asked] as [string, TypeAccess]] : [];
  });
}

type Lookup = (type: string, field: string) => Requirement[];

function createLookup(types: ReadonlyMap<string, TypeFacts>): Lookup {
  const known = new Map<string, Requirement[]>();
  return function of(type, field) {
    const name = `${type}.${field}`;
    let found = known.get(name);
    if (!found) {
      // A circle of @requires, which composition refuses, ends here.
      known.set(name, []);
      known.set(name, (found = [...new Set(collect(types, type, field, of))].sort()));
    }
    return found;
  };
}

/** Through an interface a field is whichever of its implementations: what any of them asks, it asks. */
function collect(
  types: ReadonlyMap<string, TypeFacts>,
  type: string,
  field: string,
  of: Lookup,
): Requirement[] {
  const facts = types.get(type);
  const { own = [], returns = '', needs = [] } = facts?.fields.get(field) ?? {};
  return [
    ...(facts?.own ?? []),
    ...own,
    ...(types.get(returns)?.own ?? []),
    ...needs.flatMap((set) => readSet(types, type, parseFieldSet(set), of)),
    ...(facts?.implementations ?? []).flatMap((name) => of(name, field)),
  ];
}

function readSet(
  types: ReadonlyMap<string, TypeFacts>,
  type: string,
  { selections }: SelectionSetNode,
  of: Lookup,
): Requirement[] {
  return selections.flatMap((it) => {
    if (it.kind === Kind.FRAGMENT_SPREAD) return [];
    if (it.kind === Kind.INLINE_FRAGMENT)
      return readSet(types, it.typeCondition?.name.value ?? type, it.selectionSet, of);
    const returns = types.get(type)?.fields.get(it.name.value)?.returns ?? '';
    const inner = it.selectionSet ? readSet(types, returns, it.selectionSet, of) : [];
    return [...of(type, it.name.value), ...inner];
  });
}

/** Extensions add to what a type says. */
function readTypes({ definitions }: DocumentNode, names: AccessNames): Map<string, TypeFacts> {
  const types = new Map<string, TypeFacts>();
  for (const it of definitions) {
    if (!('name' in it) || !it.name || !('directives' in it) || it.kind === Kind.OPERATION_DEFINITION)
      continue;
    const facts: TypeFacts = types.get(it.name.value) ?? {
      own: [],
      fields: new Map(),
      interfaces: [],
      implementations: [],
    };
    types.set(it.name.value, facts);
    facts.own.push(...requirementsIn(it.directives as never, names));
    if ('interfaces' in it) facts.interfaces.push(...(it.interfaces ?? []).map(({ name }) => name.value));
    const fields = 'fields' in it ? ((it.fields ?? []) as FieldDefinitionNode[]) : [];
    for (const field of fields) facts.fields.set(field.name.value, readField(field, names));
  }
  for (const [name, { interfaces }] of types)
    for (const each of new Set(interfaces)) types.get(each)?.implementations.push(name);
  return types;
}

function readField({ directives = [], type }: FieldDefinitionNode, names: AccessNames): FieldFacts {
  const sets = directives.flatMap((node) => {
    if (node.name.value === 'join__field') return stringOf(argumentOf(node, 'requires')) ?? [];
    return /(?:^|__)requires$/.test(node.name.value) ? (stringOf(argumentOf(node, 'fields')) ?? []) : [];
  });
  return { own: requirementsIn(directives, names), returns: namedType(type), needs: sets };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
