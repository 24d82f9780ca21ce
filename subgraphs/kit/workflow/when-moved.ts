// What a row keeps of its last change of state: when, by whom and why, in those columns that its noun has.
import type { NounSpec } from '../noun/spec';
import type { Step } from './machine';

export function whenMoved(
  { columns }: NounSpec,
  { now, today, actor, input }: Pick<Step, 'now' | 'today' | 'actor' | 'input'>,
): object {
  const reason = (input.reason as string | null | undefined)?.trim() || null;
  const said = { changedAt: now, changedOn: today, changedByOffice: actor.office, reason };
  const has = new Set(columns.map(({ property }) => property));
  return Object.fromEntries(Object.entries(said).filter(([property]) => has.has(property)));
}
