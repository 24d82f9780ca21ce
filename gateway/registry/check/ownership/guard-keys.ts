// Rule: an entity is found by the keys that its owner declares; nobody else adds another.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { TypeFacts } from '../graph-members';
import { type OwnershipCase, at, otherHome } from './ownership-case';

export function guardKeys(it: OwnershipCase): Finding[] {
  return [...it.after.types].flatMap(([type, { keys }]) => {
    const was = it.before.types.get(type);
    const owner = it.owners.get(type);
    const home = otherHome(it, owner);
    if (!was || !home) return [];
    const known = new Set(was.keys.map(({ fields }) => normal(fields)));
    const added = keys.filter(({ by, fields }) => by === it.subgraph && !known.has(normal(fields)));
    return added.map(({ fields }) => newKey({ type, fields, home }, was, it));
  });
}

function normal(fields: string): string {
  return (fields.match(/\w+|[{}]/g) ?? []).join(' ');
}

function newKey(
  { type, fields, home }: { type: string; fields: string; home: string },
  { keys }: TypeFacts,
  it: OwnershipCase,
): Finding {
  const declared = [...new Set(keys.map((key) => `@key(fields: "${key.fields}")`))].join(' ') || '—';
  return {
    rule: 'KEY_ADDED',
    severity: 'NEEDS_APPROVAL',
    approver: home,
    ...at(type, it),
    sentence: {
      zh: `${quote(type)} 属于 ${quote(home)}，其键为 ${declared}；此发布另加 @key(fields: ${quote(fields)})。`,
      en: `${quote(type)} belongs to ${quote(home)} and its keys are ${declared}; this publication adds @key(fields: ${quote(fields)}).`,
    },
    suggestion: {
      zh: `用已有的键引用它；或请 ${quote(home)} 批准。`,
      en: `Refer to it by a key that it has; or ask ${quote(home)} to approve.`,
    },
  };
}
