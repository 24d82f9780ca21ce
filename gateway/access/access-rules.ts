// The rules of access of one graph: for each field, all that is asked of whoever reads it.
import { type AccessTable, readAccessTable } from './access-table';
import { type Requirement } from './requirement';

export interface AccessRules {
  /** Nothing is asked of anybody. */
  readonly isEmpty: boolean;
  of(type: string, field: string): readonly Requirement[];
}

const NOTHING: readonly Requirement[] = [];

export function accessRulesOf(table: AccessTable): AccessRules {
  const types = new Map(table.map(([type, { fields, rest }]) => [type, { fields: new Map(fields), rest }]));
  return {
    isEmpty: types.size === 0,
    of(type, field) {
      const asked = types.get(type);
      return asked?.fields.get(field) ?? asked?.rest ?? NOTHING;
    },
  };
}

/** `sdl` is a supergraph as it was published, or a subgraph. Throws when a rule is written in a form that is not understood. */
export function readAccessRules(sdl: string): AccessRules {
  return accessRulesOf(readAccessTable(sdl));
}
