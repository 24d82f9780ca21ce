// The contract's files as a running program sees them, from sources or from the build.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildASTSchema, parse, type GraphQLDirective } from 'graphql';

/** The folder that holds package.json. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`No package.json above ${__dirname}`);
  return projectRoot(parent);
}

export function contractPath(name: string): string {
  return join(projectRoot(), 'schema', `${name}.graphql`);
}

export function readContractSdl(name: string): string {
  return readFileSync(contractPath(name), 'utf8');
}

/** The directives of `sharding.graphql`. */
export function readShardingDirectives(): GraphQLDirective[] {
  const document = parse(readContractSdl('sharding'));
  const names = new Set(document.definitions.flatMap((node) => (node.kind === 'DirectiveDefinition' ? [node.name.value] : [])));
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return schema.getDirectives().filter((directive) => names.has(directive.name));
}
