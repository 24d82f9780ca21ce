// Rule: what another owner's type looks like in the composed graph changes only with that owner's yes.
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { Member } from '../graph-members';
import { ownerOf } from './find-owners';
import { type OwnershipCase, at, otherHome } from './ownership-case';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

export function guardWhatOthersOwn(it: OwnershipCase): Finding[] {
  return it.differing.flatMap((key) => {
    const was = it.before.members.get(key);
    const is = it.after.members.get(key);
    if (was?.text === is?.text && was?.shape === is?.shape) return [];
    return was ? guardChanged(key, was, is, it) : guardAdded(is!, it);
  });
}

function guardChanged(key: string, was: Member, is: Member | undefined, it: OwnershipCase): Finding[] {
  if (was.kind === 'directive') return is ? guardDirective(was, it) : [];
  const owner = ownerOf(it.owners, key, was);
  const home = otherHome(it, owner);
  if (!home) return [];
  const what = is ? { zh: '改变', en: 'changes' } : { zh: '去掉', en: 'takes away' };
  return [touch(was, { home, owner: owner! }, what, it, is && differenceOf(was, is))];
}

/** Cut, so that a verdict with hundreds of them stays readable. */
function differenceOf(was: Member, is: Member): string {
  const flat = (text: string) => quote(text.replace(/\s+/g, ' ').trim(), 160);
  return `${flat(was.text)} → ${flat(is.text)}`;
}

/** An application of a composed directive may be anywhere, so its definition is the street's once it is there. */
function guardDirective(was: Member, it: OwnershipCase): Finding[] {
  if (it.publisher === it.street) return [];
  return [touch(was, { home: it.street, owner: 'lianxi' }, { zh: '改变', en: 'changes' }, it)];
}

function guardAdded(is: Member, it: OwnershipCase): Finding[] {
  if (!it.before.types.has(is.type)) return guardJoining(is, it);
  if (ROOTS.has(is.type) && is.kind === 'field') return [];
  if (is.kind === 'argument' && !it.before.members.has(is.coordinate.split('(')[0]!)) return [];
  const owner = it.owners.get(is.kind === 'argument' ? is.coordinate.split('(')[0]! : is.type);
  const home = otherHome(it, owner);
  if (!home || (is.kind === 'field' && extendsEntity(is, it))) return guardJoining(is, it);
  return [touch(is, { home, owner: owner! }, { zh: '增添', en: 'adds' }, it)];
}

/** A new field of one's own on another's entity, found by its key: what federation is for. */
function extendsEntity({ type, definers }: Member, { after, subgraph }: OwnershipCase): boolean {
  const isOwn = definers.every((it) => it === subgraph);
  return isOwn && (after.types.get(type)?.keys.length ?? 0) > 0;
}

/** A type of one's own becomes one of the types that another's interface may be. */
function guardJoining(is: Member, it: OwnershipCase): Finding[] {
  if (is.kind !== 'interface' || !it.before.types.has(is.shape)) return [];
  const owner = it.owners.get(is.shape);
  const home = otherHome(it, owner);
  return home ? [touch(is, { home, owner: owner! }, { zh: '加入', en: 'joins' }, it, is.shape)] : [];
}

function touch(
  member: Member,
  { home, owner }: { home: string; owner: string },
  what: { zh: string; en: string },
  it: OwnershipCase,
  difference?: string,
): Finding {
  const { coordinate } = member;
  const name = member.shape && member.kind !== 'field' ? nameOf(member) : quote(coordinate);
  const detail = difference ? { zh: `：${difference}`, en: `: ${difference}` } : { zh: '', en: '' };
  return {
    rule: 'TOUCHES_ANOTHERS_TYPE',
    severity: 'NEEDS_APPROVAL',
    approver: home,
    ...at(coordinate, it),
    sentence: {
      zh: `此发布${what.zh} ${name}，它属于 ${quote(home)} 的子图 ${quote(owner)}${detail.zh}。`,
      en: `This publication ${what.en} ${name}, which belongs to the subgraph ${quote(owner)} of ${quote(home)}${detail.en}.`,
    },
    suggestion: {
      zh: `从本子图的 SDL 中去掉对它的改动（只留实体的键和自己的字段），或请 ${quote(home)} 批准。`,
      en: `Leave it as it is (keep only the key of an entity and your own fields), or ask ${quote(home)} to approve.`,
    },
  };
}

function nameOf({ kind, coordinate, shape }: Member): string {
  if (kind === 'interface') return quote(`${coordinate} implements ${shape}`);
  return kind === 'unionMember' ? quote(`union ${coordinate} = ${shape}`) : quote(coordinate);
}
