// Rows of question 11: each unclaimed need with the resources of its category.
import { absenceOf, type Absence, type Counted, type Rows } from './absence';

interface Need {
  id: string;
  text: string;
}

interface Resource {
  id: string;
  name: string;
}

type Listed<Node> = Counted & { pageInfo: { hasNextPage: boolean }; edges: { node: Node }[] };

export interface CategoriesAnswer {
  resourceCategories: {
    pageInfo: { hasNextPage: boolean };
    edges: {
      node: {
        id: string;
        name: string;
        needs: Listed<Need> | null;
        sharedResources: Listed<Resource> | null;
      };
    }[];
  } | null;
}

export interface Match {
  need: Need;
  category: string;
  resources: Resource[];
  /** Null when there is a resource; a match that may be elsewhere is not “none”. */
  absence: Absence | null;
}

export function matches({ resourceCategories: categories }: CategoriesAnswer): Rows<Match> {
  if (!categories) return { rows: [], complete: false };
  const nodes = categories.edges.map(({ node }) => node);
  const rows = nodes.flatMap(({ name, needs, sharedResources }) =>
    (needs?.edges ?? []).map(({ node: need }) => ({
      need,
      category: name,
      resources: (sharedResources?.edges ?? []).map(({ node }) => node),
      absence: absenceOf(sharedResources),
    })),
  );
  return {
    rows,
    complete:
      !categories.pageInfo.hasNextPage &&
      nodes.every((node) => isWhole(node.needs) && isWhole(node.sharedResources)),
  };
}

function isWhole(list: Listed<unknown> | null): boolean {
  return list !== null && list.coverage.complete && !list.pageInfo.hasNextPage;
}
