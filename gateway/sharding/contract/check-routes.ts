// Rules: every root field knows who answers it, and may go without an answer.
import { isNonNullType } from 'graphql';
import type { Place } from './check-contract';
import { ruleOf } from './contract';
import { isConnection, isInnermostNullable, isList } from './type-shape';

/** A field of Query scatters, or exactly one `@home` names who answers. */
export function checkRootField(place: Place): string[] {
  const { contract, field, name } = place;
  const { scatter, homes } = ruleOf(contract, field);
  if (scatter) return [];
  if (homes.length !== 1)
    return [
      `${name}: needs @scatter, or exactly one @home ID that names who answers (found ${homes.length}).`,
    ];
  return homes[0]!.list ? checkRoutedList(place) : checkRouted(place);
}

function checkRouted({ field, name }: Place): string[] {
  if (!isNonNullType(field.type) || isConnection(field.type)) return [];
  return [`${name}: ${field.type} is another home's answer and may be missing, so it must be nullable.`];
}

function checkRoutedList({ contract, field, name }: Place): string[] {
  const { path } = ruleOf(contract, field).homes[0]!;
  const faults: string[] = [];
  if (path.length > 1)
    faults.push(`${name}: the list of ids must be an argument of its own, not part of an input object.`);
  if (!isList(field.type)) faults.push(`${name}: a list of ids is answered by a list, not by ${field.type}.`);
  if (!isInnermostNullable(field.type))
    faults.push(`${name}: the items of ${field.type} may be missing, so they must be nullable.`);
  return faults;
}

/** A mutation field goes to exactly one shard. */
export function checkMutation(place: Place): string[] {
  const { contract, field, name } = place;
  const { scatter, homes } = ruleOf(contract, field);
  if (scatter) return [`${name}: a mutation cannot be @scatter; it goes to exactly one shard.`];
  if (homes.length !== 1 || homes[0]!.list)
    return [`${name}: needs exactly one @home ID (not a list) that names who carries it out.`];
  return checkRouted(place);
}

/** Below the root only `homes` of a scattered field names homes; in a filter that several fields use, @home prunes where it can. */
export function checkStrayHomes({ contract, field, name }: Place): string[] {
  const { scatter, homes } = ruleOf(contract, field);
  const stray = scatter ? undefined : homes.find(({ path }) => path.length === 1);
  return stray ? [`${name}: @home on ${stray.path[0]} has no meaning on a field that is not scattered.`] : [];
}
