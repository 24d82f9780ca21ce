// Models of questions 9, 10 and 11: who claims what, and which needs nobody has claimed.
import { groups, named, organization, page, pageWithCursor } from './answer-parts';
import { daysFromTo, shiftDay } from './calendar';
import { inOrder } from './in-order';
import { coverage, rowsOf, type Row, type World } from './world';

export function claimsPerOrganization(world: World) {
  const claims = rowsOf(world, 'sharing_claim');
  const figures = ([claim]: Row[]) => ({
    state: claim!.state,
    provenance: claim!.provenance,
    claimant: organization(world, claim!.claimantId),
  });
  return {
    needClaimSummary: {
      count: claims.length,
      coverage: coverage(world, 'sharing'),
      groups: groups(claims, ['claimantId', 'state', 'provenance'], figures),
    },
  };
}

/** Published 30 days ago or longer. */
export function needsUnclaimed(world: World) {
  const latest = shiftDay(world.today, -30);
  const unclaimed = published(world).filter(
    ({ publishedOn }) => publishedOn !== null && publishedOn <= latest,
  );
  const node = (need: Row) => ({
    id: need.id,
    text: need.text,
    publishedOn: need.publishedOn,
    daysSincePublished: daysFromTo(need.publishedOn, world.today),
    claimBy: need.claimBy,
    provenance: need.provenance,
    category: named(world, 'directory_resource_category', need.categoryId),
    owner: organization(world, need.home),
  });
  return {
    needs: {
      ...pageWithCursor(inOrder(unclaimed, 'publishedOn'), 100, node),
      coverage: coverage(world, 'sharing'),
    },
  };
}

/** The list of categories is the directory's: without it there is no answer. */
export function resourcesForUnclaimedNeeds(world: World) {
  if (world.missing.has('demo-street')) return { resourceCategories: null };
  const node = ({ id, name }: Row) => {
    const needs = published(world).filter(({ categoryId }) => categoryId === id);
    const resources = rowsOf(
      world,
      'sharing_resource',
      ({ state, categoryId }) => state === 'LISTED' && categoryId === id,
    );
    return {
      id,
      name,
      needs: { ...needPage(world, needs), coverage: coverage(world, 'sharing') },
      sharedResources: { ...resourcePage(world, resources), coverage: coverage(world, 'sharing') },
    };
  };
  const { pageInfo, edges } = page(
    inOrder(rowsOf(world, 'directory_resource_category'), 'position'),
    100,
    node,
  );
  return { resourceCategories: { pageInfo, edges } };
}

function published(world: World): Row[] {
  return rowsOf(world, 'sharing_need', ({ state }) => state === 'PUBLISHED');
}

function needPage(world: World, needs: Row[]) {
  return page(inOrder(needs, 'publishedOn'), 100, ({ id, text, publishedOn, provenance, home }) => ({
    id,
    text,
    publishedOn,
    daysSincePublished: daysFromTo(publishedOn, world.today),
    provenance,
    owner: organization(world, home),
  }));
}

function resourcePage(world: World, resources: Row[]) {
  return page(inOrder(resources, 'name'), 100, ({ id, name, kind, capacity, provenance, home }) => ({
    id,
    name,
    kind,
    capacity,
    provenance,
    owner: organization(world, home),
  }));
}
