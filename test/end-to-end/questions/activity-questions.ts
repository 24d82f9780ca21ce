// Models of questions 20 and 21: joint activities of next month with what they lack, and service stations.
import { childrenOf, named, organization, page, pageWithCursor } from './answer-parts';
import { beijingTime, nextMonth, within } from './calendar';
import { inOrder } from './in-order';
import { unitGroup } from './member-questions';
import { coverage, rowById, rowsOf, type Row, type World } from './world';

export function activitiesNextMonth(world: World) {
  const planned = ({ joint, state }: Row) =>
    Boolean(joint) && ['PLANNED', 'ANNOUNCED'].includes(state as string);
  const activities = rowsOf(
    world,
    'cobuilding_joint_activity',
    (row) => planned(row) && within(nextMonth(world.today), row.startsOn),
  );
  const node = (activity: Row) => ({
    id: activity.id,
    name: activity.name,
    state: activity.state,
    startsOn: activity.startsOn,
    startsAt: beijingTime(activity.startsAt),
    endsAt: beijingTime(activity.endsAt),
    place: activity.place,
    expectedHeadcount: activity.expectedHeadcount,
    provenance: activity.provenance,
    host: organization(world, activity.hostId),
    partners: page(
      inOrder(childrenOf(world, 'cobuilding_activity_partner', 'activityId', activity), 'updatedAt'),
      100,
      (row) => partner(world, row),
    ),
    requirements: page(inOrder(lacking(world, activity), 'kind'), 100, (row) => requirement(world, row)),
  });
  return {
    jointActivities: {
      ...pageWithCursor(inOrder(activities, 'startsAt'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function serviceStations(world: World) {
  const node = (station: Row) => {
    const {
      id,
      name,
      place,
      openingHours,
      statedCount,
      statedServiceCount,
      statedSchemes,
      provenance,
      note,
    } = station;
    return {
      id,
      name,
      place,
      openingHours,
      statedCount,
      statedServiceCount,
      statedSchemes,
      provenance,
      note,
      masked: Boolean(station.masked),
      statedServiceCountIsMinimum: Boolean(station.statedServiceCountIsMinimum),
      ownerStated: Boolean(station.ownerStated),
      owner: organization(world, station.home),
      office: office(world, station.officeId),
      items: page(
        inOrder(childrenOf(world, 'cobuilding_service_item', 'stationId', station), 'name'),
        100,
        (row) => item(world, row),
      ),
    };
  };
  const stations = inOrder(rowsOf(world, 'cobuilding_service_station'), 'name');
  return {
    serviceStations: { ...pageWithCursor(stations, 100, node), coverage: coverage(world, 'cobuilding') },
  };
}

function partner(world: World, { id, roleText, organizationId, unitGroupId }: Row) {
  return {
    id,
    roleText,
    organization: organization(world, organizationId),
    unitGroup: unitGroup(world, unitGroupId),
  };
}

function lacking(world: World, activity: Row): Row[] {
  return childrenOf(world, 'cobuilding_activity_requirement', 'activityId', activity).filter(
    ({ quantityNeeded, quantityMet }) => quantityMet < quantityNeeded,
  );
}

function requirement(
  world: World,
  { id, kind, text, quantityNeeded, quantityMet, unitOfMeasure, categoryId, providerId }: Row,
) {
  return {
    id,
    kind,
    text,
    quantityNeeded,
    quantityMet,
    unitOfMeasure,
    missing: quantityNeeded - quantityMet,
    category: named(world, 'directory_resource_category', categoryId),
    provider: organization(world, providerId),
  };
}

function office(world: World, id: string | null) {
  const row = rowById(world, 'cobuilding_office', id);
  return row && { id: row.id, title: row.title, officePhone: row.officePhone };
}

function item(world: World, { id, name, hours, audienceText, providerText, providerId }: Row) {
  return { id, name, hours, audienceText, providerText, provider: organization(world, providerId) };
}
