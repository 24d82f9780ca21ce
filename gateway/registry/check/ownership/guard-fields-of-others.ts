// Rule: a field that another subgraph resolves is not overridden or doubled behind its owner's back.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { Member } from '../graph-members';
import { coordinatesIn } from './field-set';
import { type OwnershipCase, at, membersThatDiffer, otherHome } from './ownership-case';

export function guardFieldsOfOthers(it: OwnershipCase): Finding[] {
  return membersThatDiffer(it)
    .filter(({ kind }) => kind === 'field')
    .flatMap((field) => [...guardOverride(field, it), ...guardDouble(field, it)]);
}

function guardOverride(field: Member, it: OwnershipCase): Finding[] {
  const isKnown = (from: string) =>
    it.before.members
      .get(field.coordinate)
      ?.overrides.some((was) => was.by === it.subgraph && was.from === from);
  return field.overrides
    .filter(({ by, from }) => by === it.subgraph && !isKnown(from))
    .flatMap(({ from }) => {
      const home = otherHome(it, from);
      return home ? [overridden(field.coordinate, { from, home }, it)] : [];
    });
}

/** Two subgraphs that resolve one field are copies to a planner, which asks one of them: the other's rows are missing. */
function guardDouble({ coordinate, type, definers, overrides }: Member, it: OwnershipCase): Finding[] {
  if (overrides.some(({ by }) => by === it.subgraph)) return [];
  const was = it.before.members.get(coordinate);
  if (!was || !definers.includes(it.subgraph) || was.definers.includes(it.subgraph)) return [];
  if (isValue(type, it) || isKeyField(coordinate, it)) return [];
  const other = was.definers.find((name) => otherHome(it, name));
  return other ? [doubled(coordinate, { other, home: otherHome(it, other)! }, it)] : [];
}

/** A type without identity, such as `PageInfo`, holds what its parent says; each parent's subgraph makes its own. */
function isValue(type: string, { before }: OwnershipCase): boolean {
  const isRoot = type === 'Query' || type === 'Mutation' || type === 'Subscription';
  return !isRoot && (before.types.get(type)?.keys.length ?? 0) === 0;
}

/** Whoever refers to an entity says its key. */
function isKeyField(coordinate: string, { after, subgraph }: OwnershipCase): boolean {
  const [type] = coordinate.split('.') as [string];
  const keys = after.types.get(type)?.keys.filter(({ by }) => by === subgraph) ?? [];
  return keys.some(({ fields }) => coordinatesIn(fields, type, after).has(coordinate));
}

function overridden(
  coordinate: string,
  { from, home }: { from: string; home: string },
  it: OwnershipCase,
): Finding {
  return {
    rule: 'FIELD_OVERRIDDEN',
    severity: 'NEEDS_APPROVAL',
    approver: home,
    ...at(coordinate, it),
    sentence: {
      zh: `${quote(coordinate)} 用 @override 从 ${quote(home)} 的子图 ${quote(from)} 手中接管。`,
      en: `${quote(coordinate)} is taken over with @override from the subgraph ${quote(from)} of ${quote(home)}.`,
    },
    suggestion: {
      zh: `去掉 @override，另取一个字段名；确要移交，请 ${quote(home)} 批准。`,
      en: `Remove @override and choose a field name of your own; if it is really handed over, ask ${quote(home)} to approve.`,
    },
  };
}

function doubled(
  coordinate: string,
  { other, home }: { other: string; home: string },
  it: OwnershipCase,
): Finding {
  return {
    rule: 'SHAREABLE_FROM_OTHER_DATA',
    severity: 'ERROR',
    ...at(coordinate, it),
    sentence: {
      zh: `${quote(coordinate)} 已由 ${quote(home)} 的子图 ${quote(other)} 作答；标为 @shareable 后网关只会问其中一个，另一个的数据会无声地缺失。`,
      en: `${quote(coordinate)} is already answered by the subgraph ${quote(other)} of ${quote(home)}; with @shareable the gateway asks only one of the two, and the other's data go missing without a word.`,
    },
    suggestion: {
      zh: '另取一个字段名作答；只需读取它时，标为 @external 并用 @requires。',
      en: 'Answer under a field name of your own; to read it only, mark it @external and use @requires.',
    },
  };
}
