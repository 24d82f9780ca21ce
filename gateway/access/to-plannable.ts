// The supergraph without the directives of access, which the planner refuses to load; the gateway enforces them itself.
import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** Their whole specifications are taken out: link, definitions, scalars and every application. */
const ACCESS = new Set(['authenticated', 'requiresScopes', 'policy']);
const SPECIFICATION = /^https:\/\/specs\.apollo\.dev\/([A-Za-z]+)\/v[\d.]+\/?$/;

/** What says nothing of access stands as it stood, to the letter. */
export function toPlannable(supergraphSdl: string, document: DocumentNode = parse(supergraphSdl)): string {
  const links = accessLinksOf(document);
  if (links.length === 0) return supergraphSdl;
  const words = links.flatMap(({ specification, prefix, directives, types }) =>
    [specification, `${prefix}__`, ...directives, ...types].filter((word) => word !== ''),
  );
  const definitions = document.definitions.flatMap((definition) => {
    const { start, end } = definition.loc!;
    const text = supergraphSdl.slice(start, end);
    if (!words.some((word) => text.includes(word))) return [text];
    const without = withoutAccess(definition, links);
    return without ? [print(without)] : [];
  });
  return `${definitions.join('\n\n')}\n`;
}

export function accessLinksOf(document: DocumentNode): Link[] {
  return linksOf(document).filter(({ specification }) => ACCESS.has(specification));
}

function withoutAccess(definition: DefinitionNode, links: Link[]): DefinitionNode | null {
  const directives = new Set(links.flatMap((link) => link.directives));
  const types = new Set(links.flatMap((link) => link.types));
  const isOfAccess = (name: string) => links.some(({ prefix }) => name.startsWith(`${prefix}__`));
  return visit(definition, {
    Directive: (node) => {
      if (links.some((link) => link.node === node)) return null;
      if (directives.has(node.name.value) || isOfAccess(node.name.value)) return null;
      return namesDirective(node as ConstDirectiveNode, directives) ? null : undefined;
    },
    DirectiveDefinition: ({ name }) =>
      directives.has(name.value) || isOfAccess(name.value) ? null : undefined,
    ScalarTypeDefinition: ({ name }) => (types.has(name.value) || isOfAccess(name.value) ? null : undefined),
  }) as DefinitionNode | null;
}

export interface Link {
  node: ConstDirectiveNode;
  url: string;
  /** Last word of the address, e.g. `policy`; empty for one that is not Apollo's. */
  specification: string;
  /** Why it must be understood, if it must: `SECURITY` or `EXECUTION`. */
  purpose: string | undefined;
  prefix: string;
  /** Under the names that they have in this document. */
  directives: string[];
  types: string[];
}

/** The specifications that a document links, whatever names it gives to `@link` and to what it imports. */
export function linksOf({ definitions }: DocumentNode): Link[] {
  return definitions
    .filter(
      (it): it is SchemaDefinitionNode | SchemaExtensionNode =>
        it.kind === Kind.SCHEMA_DEFINITION || it.kind === Kind.SCHEMA_EXTENSION,
    )
    .flatMap(({ directives }) => directives ?? [])
    .flatMap((node) => readLink(node) ?? []);
}

function readLink(node: ConstDirectiveNode): Link | undefined {
  const url = stringOf(argumentOf(node, 'url') ?? argumentOf(node, 'feature'));
  if (url === undefined) return undefined;
  const specification = SPECIFICATION.exec(url)?.[1] ?? '';
  const prefix = stringOf(argumentOf(node, 'as')) ?? specification;
  const purpose = argumentOf(node, 'for');
  const imports = importsOf(argumentOf(node, 'import'));
  const own = imports.some(({ name }) => name === `@${specification}`) ? [] : [prefix];
  return {
    node,
    url,
    specification,
    prefix,
    purpose: purpose?.kind === Kind.ENUM ? purpose.value : undefined,
    directives: [...own, ...imports.filter(({ as }) => as.startsWith('@')).map(({ as }) => as.slice(1))],
    types: imports.filter(({ as }) => !as.startsWith('@')).map(({ as }) => as),
  };
}

export function importsOf(value: ConstValueNode | undefined): Array<{ name: string; as: string }> {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((it) => {
    if (it.kind === Kind.STRING) return [{ name: it.value, as: it.value }];
    if (it.kind !== Kind.OBJECT) return [];
    const of = (key: string) => stringOf(it.fields.find(({ name }) => name.value === key)?.value);
    const name = of('name');
    return name === undefined ? [] : [{ name, as: of('as') ?? name }];
  });
}

/** `@join__directive(name: "policy", …)` carries an application under another's name. */
function namesDirective(node: ConstDirectiveNode, names: ReadonlySet<string>): boolean {
  return node.name.value === 'join__directive' && names.has(stringOf(argumentOf(node, 'name')) ?? '');
}

export function argumentOf(node: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

export function stringOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
