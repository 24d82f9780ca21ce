// What organizations are called, by the home they are: the list of missing ones has ids only.
import { usePicture } from '../graph/use-picture';
import { Q22CommunitiesCompared } from '../graph/operations';

export function useNames(): (home: string) => string {
  const { answer } = usePicture(Q22CommunitiesCompared);
  const edges = answer?.data.organizations?.edges ?? [];
  const names = new Map(edges.map(({ node }) => [node.id, node.name]));
  return (home) => names.get(home) ?? home;
}
