// Which figures of different organizations measure the same: those that the facts give one English name and one unit.
import { facts, text, type Fact } from '../facts';
import { rowId, STREET } from '../rows';

/** Indicators that share a definition, each list by itself. No definition is made for a figure that stands alone. */
export function sharedDefinitions(): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts('indicators'))
    groups.set(nameOf(fact), [...(groups.get(nameOf(fact)) ?? []), fact]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The definition that an indicator refers to; null for one that stands alone. */
export function indicatorDefinitionId(indicator: Fact): string | null {
  const group = sharedDefinitions().find(([first]) => nameOf(first!) === nameOf(indicator));
  return group ? rowId(STREET, 'indicator-definition', group[0]!.id) : null;
}

function nameOf(indicator: Fact): string {
  return `${text(indicator, 'nameEn')} (${text(indicator, 'unit')})`;
}
