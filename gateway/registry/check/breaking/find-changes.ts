// Every difference between two API schemas, and whether it breaks clients, may surprise them, or neither.
import { Kind, type TypeNode, parseType } from 'graphql';
import { type Sentence, quote } from '../../../../schema/codes';
import type { ApiChange } from '../../verdict';
import type { GraphMembers, Member } from '../graph-members';

export type Change = Omit<ApiChange, 'inUseBy'>;

/** By coordinate. */
export function findChanges(before: GraphMembers, after: GraphMembers): Change[] {
  const changes: Change[] = [];
  for (const [key, was] of before.members) {
    const is = after.members.get(key);
    if (is === was) continue;
    if (!is && isOutermost(was, before, after)) changes.push(removed(was));
    else if (is && (was.text !== is.text || was.shape !== is.shape)) changes.push(changed(was, is));
  }
  for (const [key, is] of after.members)
    if (!before.members.has(key) && isOutermost(is, after, before)) changes.push(added(is));
  return changes.sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}

/** A type that goes or comes whole is one difference, and a field with its arguments too. */
function isOutermost({ kind, type, coordinate }: Member, here: GraphMembers, there: GraphMembers): boolean {
  if (kind === 'type' || kind === 'directive') return true;
  if (!there.members.has(type)) return false;
  if (here.members.get(type)?.shape !== there.members.get(type)?.shape) return false;
  return kind !== 'argument' || there.members.has(coordinate.split('(')[0]!);
}

function removed(was: Member): Change {
  const criticality = was.kind === 'directive' ? 'SAFE' : 'BREAKING';
  return change(was, { kind: 'REMOVED', criticality }, { zh: '去掉', en: 'is removed' });
}

const DANGEROUS_ADDITIONS = new Set(['enumValue', 'interface', 'unionMember']);

function added(is: Member): Change {
  const isInput = is.kind === 'argument' || is.kind === 'inputField';
  const isRequired = isInput && is.shape.endsWith('!') && is.defaultValue === undefined;
  const words = isRequired
    ? { zh: '新增，且必填', en: 'is added and required' }
    : { zh: '新增', en: 'is added' };
  if (isRequired) return change(is, { kind: 'ADDED', criticality: 'BREAKING' }, words);
  const criticality = isInput || DANGEROUS_ADDITIONS.has(is.kind) ? 'DANGEROUS' : 'SAFE';
  return change(is, { kind: 'ADDED', criticality }, words);
}

function changed(was: Member, is: Member): Change {
  const kind = 'CHANGED';
  if (was.shape !== is.shape) {
    const words = {
      zh: `由 ${quote(was.shape)} 变为 ${quote(is.shape)}`,
      en: `changes from ${quote(was.shape)} to ${quote(is.shape)}`,
    };
    return change(is, { kind, criticality: isSafeShape(was, is) ? 'SAFE' : 'BREAKING' }, words);
  }
  if (was.defaultValue !== is.defaultValue) {
    const words = {
      zh: `默认值由 ${quote(was.defaultValue ?? '无')} 变为 ${quote(is.defaultValue ?? '无')}`,
      en: `changes its default from ${quote(was.defaultValue ?? 'none')} to ${quote(is.defaultValue ?? 'none')}`,
    };
    const lost = is.defaultValue === undefined && is.shape.endsWith('!');
    return change(is, { kind, criticality: lost ? 'BREAKING' : 'DANGEROUS' }, words);
  }
  const words = { zh: '改变了说明或指令', en: 'changes its description or directives' };
  return change(is, { kind, criticality: 'SAFE' }, words);
}

function isSafeShape(was: Member, is: Member): boolean {
  if (was.kind === 'field') return isNarrower(parseType(was.shape), parseType(is.shape));
  if (was.kind === 'argument' || was.kind === 'inputField') {
    const safe = isNarrower(parseType(is.shape), parseType(was.shape));
    return (
      safe && (is.defaultValue !== undefined || was.defaultValue === undefined || !is.shape.endsWith('!'))
    );
  }
  return false;
}

/** Whoever expects the first is content with the second. */
function isNarrower(was: TypeNode, is: TypeNode): boolean {
  if (is.kind === Kind.NON_NULL_TYPE)
    return isNarrower(was.kind === Kind.NON_NULL_TYPE ? was.type : was, is.type);
  if (was.kind === Kind.NAMED_TYPE) return is.kind === Kind.NAMED_TYPE && was.name.value === is.name.value;
  return was.kind === Kind.LIST_TYPE && is.kind === Kind.LIST_TYPE && isNarrower(was.type, is.type);
}

function change(member: Member, facts: Pick<Change, 'kind' | 'criticality'>, { zh, en }: Sentence): Change {
  const name = nameOf(member);
  return {
    coordinate: member.coordinate,
    ...facts,
    sentence: { zh: `${name}${zh}。`, en: `${name} ${en}.` },
  };
}

function nameOf({ kind, coordinate, shape }: Member): string {
  if (kind === 'interface') return quote(`${coordinate} implements ${shape}`, 120);
  if (kind === 'unionMember') return quote(`${coordinate} = ${shape}`, 120);
  return quote(coordinate, 120);
}
