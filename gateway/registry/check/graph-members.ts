// The members of a composed graph by their coordinates: what each looks like to clients, and which subgraphs define it.
import {
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  Kind,
  isTypeDefinitionNode,
  print,
} from 'graphql';
import { subgraphNames } from '../../planning/carry/graph-definitions';
import { factsOf } from './graph-members/type-facts';
import { membersOf, NOTHING } from './graph-members/type-members';

export type MemberKind =
  'type' | 'interface' | 'unionMember' | 'field' | 'argument' | 'enumValue' | 'inputField' | 'directive';

export interface Member {
  kind: MemberKind;
  /** Schema coordinate; for an interface of a type and a member of a union that of the type or union. */
  coordinate: string;
  /** The type that it is, or that it lies in. */
  type: string;
  /** All that clients, planners and guards see of it, printed, without what composition adds. */
  text: string;
  /** Subgraphs that resolve or define it. */
  definers: string[];
  /** Printed type of a field, argument or input field; kind of a type; name of the interface or union member. */
  shape: string;
  defaultValue?: string;
  /** Subgraphs that take it away from another, with the name of that other. */
  overrides: Array<{ by: string; from: string }>;
  /** Paths that a subgraph resolves through this field although they are another's. */
  provides: Array<{ by: string; fields: string }>;
}

export interface TypeFacts {
  kind: Kind;
  /** Also of stubs. */
  definers: string[];
  /** One for each `@key` of each subgraph. */
  keys: Array<{ by: string; fields: string; resolvable: boolean }>;
  /** Subgraphs that only extend it, or only hold its key. */
  guests: Set<string>;
  interfaceObjectIn: string[];
}

export interface GraphMembers {
  members: Map<string, Member>;
  types: Map<string, TypeFacts>;
}

/** Of a supergraph; an API schema is read too, with no definers. */
export function readMembers({ definitions }: DocumentNode): GraphMembers {
  const subgraphs = subgraphNames(definitions);
  const members = new Map<string, Member>();
  const types = new Map<string, TypeFacts>();
  for (const definition of definitions) {
    const { name, facts, entries } = readDefinition(definition, subgraphs);
    if (facts) types.set(name, facts);
    for (const [key, member] of entries) members.set(key, member);
  }
  return { members, types };
}

export interface DefinitionMembers {
  name: string;
  /** Of a type. */
  facts?: TypeFacts;
  entries: Array<[key: string, member: Member]>;
}

/** What one definition says; nothing when it is of composition's own. */
export function readDefinition(
  definition: DefinitionNode,
  subgraphs: ReadonlyMap<string, string>,
): DefinitionMembers {
  if (isPlumbing(definition)) return { name: '', entries: [] };
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return readDirective(definition);
  if (!isTypeDefinitionNode(definition)) return { name: '', entries: [] };
  const facts = factsOf(definition, subgraphs);
  return { name: definition.name.value, facts, entries: [...membersOf(definition, facts, subgraphs)] };
}

function readDirective(definition: DirectiveDefinitionNode): DefinitionMembers {
  const coordinate = `@${definition.name.value}`;
  const text = print(definition);
  const member: Member = { ...NOTHING, kind: 'directive', coordinate, type: coordinate, text };
  return { name: coordinate, entries: [[coordinate, member]] };
}

const PLUMBING = /^(?:join|link|federation|context|requiresScopes|policy)__|^link$/;

/** What composition adds, and the scalars of the specifications that it links; nobody may publish such names. */
function isPlumbing(definition: DefinitionNode): boolean {
  return !('name' in definition) || !definition.name || PLUMBING.test(definition.name.value);
}
