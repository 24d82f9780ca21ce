// Rule: the root fields of a subgraph begin with its name, so that nobody takes a word that others will look for.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import { type OwnershipCase, at, membersThatDiffer, otherHome } from './ownership-case';

const ROOTS = new Set(['Query', 'Mutation']);

export function guardRootFields(it: OwnershipCase): Finding[] {
  if (it.publisher === it.street) return [];
  return membersThatDiffer(it).flatMap(({ kind, type, coordinate, definers }) => {
    if (kind !== 'field' || !ROOTS.has(type) || !definers.includes(it.subgraph)) return [];
    const was = it.before.members.get(coordinate);
    return was ? [] : guardName(coordinate, it);
  });
}

function guardName(coordinate: string, it: OwnershipCase): Finding[] {
  const field = coordinate.split('.')[1]!;
  const prefix = rootPrefix(it.subgraph);
  if (!beginsWith(field, prefix)) return [outside(coordinate, { approver: it.street, prefix }, it)];
  const nearer = it.current.find(({ name }) => {
    const other = rootPrefix(name);
    return other.length > prefix.length && beginsWith(field, other) && otherHome(it, name);
  });
  return nearer ? [outside(coordinate, { approver: nearer.owner, prefix }, it)] : [];
}

/** `love-market` → `loveMarket`. */
export function rootPrefix(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The name ends there, or a new word begins. */
function beginsWith(field: string, prefix: string): boolean {
  return field.startsWith(prefix) && !/^[a-z]/.test(field.slice(prefix.length));
}

function outside(
  coordinate: string,
  { approver, prefix }: { approver: string; prefix: string },
  it: OwnershipCase,
): Finding {
  const field = coordinate.split('.')[1]!;
  const example = `${prefix}${field[0]!.toUpperCase()}${field.slice(1)}`;
  return {
    rule: 'ROOT_FIELD_NAME',
    severity: 'NEEDS_APPROVAL',
    approver,
    ...at(coordinate, it),
    sentence: {
      zh: `根字段 ${quote(coordinate)} 不以本子图的名称 ${quote(prefix)} 开头（其后须另起一词）。`,
      en: `The root field ${quote(coordinate)} does not begin with the name of its subgraph, ${quote(prefix)} followed by a new word.`,
    },
    suggestion: {
      zh: `改名为 ${quote(example)}，或请 ${quote(approver)} 批准。`,
      en: `Rename it to ${quote(example)}, or ask ${quote(approver)} to approve.`,
    },
  };
}
