// Where @apollo/gateway's executor is plainly wrong, why, and what stands instead when it serves as the oracle.

export interface Repair {
  name: string;
  reason: string;
  /** Of `@apollo/gateway/dist`. */
  file: string;
  wrong: string;
  right: string;
}

const MERGE = 'utilities/deepMerge.js';
const EXECUTE = 'executeQueryPlan.js';
const SHAPE = 'resultShaping.js';

export const REPAIRS: Repair[] = [
  {
    name: 'lists of lists are merged',
    reason:
      'Two fetches bring parts of the objects of [[T]]; Apollo merges lists one level deep only, so that the inner list of the later fetch replaces the other and its fields become null.',
    file: MERGE,
    wrong: `                else {
                    target[key][i] = source[key][i];
                }`,
    right: `                else if (Array.isArray(target[key][i]) && Array.isArray(source[key][i])) {
                    deepMerge({ inner: target[key][i] }, { inner: source[key][i] });
                }
                else if (source[key][i] !== null || typeof target[key][i] !== 'object') {
                    target[key][i] = source[key][i];
                }`,
  },
  {
    name: 'a null wipes out nothing',
    reason:
      'Of two parallel fetches for parts of one value one fails and brings null: in Apollo the answer depends on which of them comes last, and the part that came may be lost.',
    file: MERGE,
    wrong: `        if (source[key] === undefined)
            continue;`,
    right: `        if (source[key] === undefined || (source[key] === null && typeof target[key] === 'object'))
            continue;`,
  },
  {
    name: 'a representation holds lists of lists',
    reason:
      '@requires on a field of type [[T]]: Apollo selects from the inner list as if it were an object, and sends null for it.',
    file: EXECUTE,
    wrong: `                    result[responseName] = source[responseName].map((value) => selections
                        ? executeSelectionSet(schema, value, selections)
                        : value);`,
    right: `                    const each = (value) => !selections ? value : Array.isArray(value) ? value.map(each) : executeSelectionSet(schema, value, selections);
                    result[responseName] = source[responseName].map(each);`,
  },
  {
    name: 'an interface object tells no type',
    reason:
      'A field of an interface object is fetched together with __typename: its "Media" replaces the type "E1" that is known already, and the object then becomes null, without any error.',
    file: MERGE,
    wrong: `        (0, own_1.defineOwn)(target, key);`,
    right: `        if (key === '__typename' && require('oracle:types').isInstance(target[key], source[key]))
            continue;
        (0, own_1.defineOwn)(target, key);`,
  },
  {
    name: 'an object without a type is told',
    reason:
      'An object of an interface whose concrete type no subgraph told becomes null when its __typename is asked. Apollo tells this nobody, not even in valueCompletion; __typename is String!, so it is an error.',
    file: SHAPE,
    wrong: `                    if (!(0, federation_internals_1.isObjectType)(type)) {`,
    right: `                    if (!(0, federation_internals_1.isObjectType)(type)) {
                        parameters.errors.push(federation_internals_1.ERRORS.INVALID_GRAPHQL.err('', { path: [...path, responseName] }));`,
  },
  {
    name: "an entity's error stands at the entity",
    reason:
      'Apollo counts all objects of the path when it places an error of `_entities`, but sends only those that have a representation: behind one without (of another type, or without a key) errors stand at a neighbour.',
    file: EXECUTE,
    wrong: `generateHydratedPaths([], cursor.path, cursor.fullResult, hydratedPaths);`,
    right: `generateHydratedPaths([], cursor.path, cursor.fullResult, hydratedPaths);
                hydratedPaths = hydratedPaths.filter((path) => {
                    const sent = executeSelectionSet(schema, path.reduce((value, key) => value[key], cursor.fullResult), fetch.requires);
                    return sent && sent.__typename;
                });`,
  },
  {
    name: "an entity's error stands at the entity (the types that it needs)",
    reason: 'Part of the repair before.',
    file: EXECUTE,
    wrong: `makeLazyErrorPathGenerator(fetch, currentCursor)`,
    right: `makeLazyErrorPathGenerator(fetch, currentCursor, context.supergraphSchema)`,
  },
  {
    name: "an entity's error stands at the entity (the types that it takes)",
    reason: 'Part of the repair before.',
    file: EXECUTE,
    wrong: `makeLazyErrorPathGenerator(fetch, cursor)`,
    right: `makeLazyErrorPathGenerator(fetch, cursor, schema)`,
  },
  {
    name: "an error's path has the client's names",
    reason:
      'Where the planner renames a field against a conflict (mix__alias_0), Apollo tells the client that name, which stands nowhere in the answer.',
    file: EXECUTE,
    wrong: `path: generateErrorPath(originalError.path),`,
    right: `path: generateErrorPath(originalError.path)?.map((key) => typeof key === 'string' ? key.replace(/__alias_\\d+$/, '') : key),`,
  },
  {
    name: 'a fragment widens no type',
    reason:
      'In data without __typename Apollo takes the type of the last fragment for the type of the object: `... on Thing { ... on E0 { f } }` on an E0 leaves f out, as if a Thing might be no E0.',
    file: SHAPE,
    wrong: `parentType: (_d = fragment.typeCondition) !== null && _d !== void 0 ? _d : parentType,`,
    right: `parentType: (0, federation_internals_1.isObjectType)(parentType) ? parentType : (_d = fragment.typeCondition) !== null && _d !== void 0 ? _d : parentType,`,
  },
  {
    name: 'false, 0 and the empty text are renamed',
    reason:
      'What the planner has renamed against a conflict is renamed back only where it is truthy: false, 0 and "" become null.',
    file: 'dataRewrites.js',
    wrong: `                if (objAtPath) {`,
    right: `                if (objAtPath !== undefined) {`,
  },
  {
    name: "the object's own field says its type",
    reason:
      "Completion goes by the field of the object's type (specification, ExecuteField); Apollo goes by the interface through which it was selected, whose type may be wider: then fragments on the narrower type are left out, and a non-null type does not count.",
    file: SHAPE,
    wrong: `const fieldType = field.definition.type;`,
    right: `const own = (0, federation_internals_1.isObjectType)(parentType) ? parentType.field(field.name) : undefined;
            const fieldType = (own ?? field.definition).type;`,
  },
];
