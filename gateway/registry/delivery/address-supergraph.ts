// The supergraph for other routers: each subgraph's address filled in, so that the text alone is enough to run the graph.
import { type DirectiveNode, Kind, type StringValueNode, parse } from 'graphql';

/** `addressOf` answers undefined for what keeps the address that it was composed with. */
export function addressSupergraph(
  supergraphSdl: string,
  addressOf: (subgraph: string) => string | undefined,
): string {
  let addressed = '';
  let done = 0;
  for (const { name, url } of joinedGraphs(supergraphSdl)) {
    const address = addressOf(name.value);
    if (address === undefined) continue;
    addressed += supergraphSdl.slice(done, url.loc!.start) + JSON.stringify(address);
    done = url.loc!.end;
  }
  return addressed + supergraphSdl.slice(done);
}

/** https://specs.apollo.dev/join/v0.3/#@graph : the values of the enum `join__Graph`, in the order of the text. */
function joinedGraphs(supergraphSdl: string): Array<Record<'name' | 'url', StringValueNode>> {
  const { definitions } = parse(supergraphSdl);
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') return [];
    const directives = definition.values?.flatMap((value) => value.directives ?? []) ?? [];
    return directives.filter(({ name }) => name.value === 'join__graph').map(argumentsOf);
  });
}

function argumentsOf({ arguments: given = [] }: DirectiveNode): Record<'name' | 'url', StringValueNode> {
  const find = (wanted: string) => given.find(({ name }) => name.value === wanted)!.value as StringValueNode;
  return { name: find('name'), url: find('url') };
}
