// What the codes of composition mean to a publisher, and what to do about each.
import type { Sentence } from '../../../schema/codes';

interface Advice {
  sentence: Sentence;
  suggestion: Sentence;
}

const say = (zh: string, en: string, doZh: string, doEn: string): Advice => ({
  sentence: { zh, en },
  suggestion: { zh: doZh, en: doEn },
});

const KEY_ADVICE = say(
  '@key、@requires 或 @provides 的 fields 不成立',
  'The fields of a @key, @requires or @provides do not hold',
  'fields 只能写本类型上有的、不是列表的字段，如 @key(fields: "id")。',
  'Name only fields that the type has and that are no lists, such as @key(fields: "id").',
);
const SAME_TYPE = say(
  '此处的类型与其他子图所写的不一致',
  'The type here differs from what other subgraphs say',
  '照其他子图的定义写，或另取名称。',
  'Write it as the other subgraphs do, or choose another name.',
);
const INACCESSIBLE = say(
  '@inaccessible 藏起了别处还要用的东西',
  '@inaccessible hides what others still need',
  '去掉 @inaccessible，或把用到它的一并藏起。',
  'Remove @inaccessible, or hide what uses it as well.',
);
const LINK = say(
  '@link 写得不对',
  'The @link is wrong',
  '写成 extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])，只导入所用的指令。',
  'Write extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) and import what you use.',
);
const OVERRIDE = say(
  '@override 用得不对',
  'The @override is wrong',
  '去掉 @override；要接管字段，from 须是另一个子图的名称，并须其所有者批准。',
  'Remove @override; to take a field over, `from` is the name of another subgraph, and its owner must approve.',
);
const EXTERNAL = say(
  '@external 的字段与其所有者的定义不符',
  'A field marked @external does not match what its owner defines',
  '照所有者的定义写出类型和参数，并在 @requires 中用到它；不用则删去。',
  "Write its type and arguments as its owner does, and use it in @requires; remove it when it isn't used.",
);
const CUSTOM = say(
  '自定义指令不能组合进图中',
  'A custom directive cannot be composed into the graph',
  '去掉 @composeDirective，或与其他子图用同一版本的规范。',
  'Remove @composeDirective, or link the same version of its specification as the others.',
);

export const COMPOSITION_ADVICE: Readonly<Record<string, Advice | undefined>> = {
  INVALID_GRAPHQL: say(
    'SDL 不是合法的 GraphQL',
    'The SDL is not valid GraphQL',
    '按所述改正；用到的每个类型和指令都要定义或导入。',
    'Mend it as told; every type and directive that is used must be defined or imported.',
  ),
  UNKNOWN_FEDERATION_LINK_VERSION: LINK,
  UNKNOWN_LINK_VERSION: LINK,
  INVALID_LINK_DIRECTIVE_USAGE: LINK,
  INVALID_LINK_IDENTIFIER: LINK,
  LINK_IMPORT_NAME_MISMATCH: LINK,
  UNSUPPORTED_LINKED_FEATURE: LINK,
  DIRECTIVE_DEFINITION_INVALID: LINK,
  TYPE_DEFINITION_INVALID: LINK,
  KEY_INVALID_FIELDS: KEY_ADVICE,
  KEY_INVALID_FIELDS_TYPE: KEY_ADVICE,
  KEY_FIELDS_SELECT_INVALID_TYPE: KEY_ADVICE,
  KEY_FIELDS_HAS_ARGS: KEY_ADVICE,
  REQUIRES_INVALID_FIELDS: KEY_ADVICE,
  REQUIRES_FIELDS_MISSING_EXTERNAL: KEY_ADVICE,
  PROVIDES_INVALID_FIELDS: KEY_ADVICE,
  PROVIDES_FIELDS_MISSING_EXTERNAL: KEY_ADVICE,
  TYPE_KIND_MISMATCH: SAME_TYPE,
  FIELD_TYPE_MISMATCH: SAME_TYPE,
  FIELD_ARGUMENT_TYPE_MISMATCH: SAME_TYPE,
  FIELD_ARGUMENT_DEFAULT_MISMATCH: SAME_TYPE,
  INPUT_FIELD_DEFAULT_MISMATCH: SAME_TYPE,
  ENUM_VALUE_MISMATCH: SAME_TYPE,
  EMPTY_MERGED_ENUM_TYPE: SAME_TYPE,
  EMPTY_MERGED_INPUT_TYPE: SAME_TYPE,
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: SAME_TYPE,
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: SAME_TYPE,
  INTERFACE_FIELD_NO_IMPLEM: SAME_TYPE,
  SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES: SAME_TYPE,
  EXTENSION_WITH_NO_BASE: say(
    '所扩展的类型无人定义',
    'Nobody defines the type that is extended',
    '改正类型名称，或去掉 extend 自己定义它。',
    'Mend the name of the type, or define it yourself without extend.',
  ),
  REFERENCED_INACCESSIBLE: INACCESSIBLE,
  DEFAULT_VALUE_USES_INACCESSIBLE: INACCESSIBLE,
  QUERY_ROOT_TYPE_INACCESSIBLE: INACCESSIBLE,
  REQUIRED_INACCESSIBLE: INACCESSIBLE,
  IMPLEMENTED_BY_INACCESSIBLE: INACCESSIBLE,
  DISALLOWED_INACCESSIBLE: INACCESSIBLE,
  ONLY_INACCESSIBLE_CHILDREN: INACCESSIBLE,
  OVERRIDE_FROM_SELF_ERROR: OVERRIDE,
  OVERRIDE_SOURCE_HAS_OVERRIDE: OVERRIDE,
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: OVERRIDE,
  OVERRIDE_ON_INTERFACE: OVERRIDE,
  OVERRIDE_LABEL_INVALID: OVERRIDE,
  EXTERNAL_UNUSED: EXTERNAL,
  EXTERNAL_TYPE_MISMATCH: EXTERNAL,
  EXTERNAL_MISSING_ON_BASE: EXTERNAL,
  EXTERNAL_ARGUMENT_MISSING: EXTERNAL,
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: EXTERNAL,
  EXTERNAL_ON_INTERFACE: EXTERNAL,
  DIRECTIVE_COMPOSITION_ERROR: CUSTOM,
  MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED: say(
    '此发布使图复杂到无法核对',
    'This publication makes the graph too entangled to be checked',
    '减少相互引用的实体和接口，或少写几个键。',
    'Use fewer entities and interfaces that refer to each other, or fewer keys.',
  ),
  NO_QUERIES: say(
    '图中没有任何查询',
    'The graph would have no query at all',
    '至少保留一个 Query 字段。',
    'Keep at least one field of Query.',
  ),
};
