// Rule: what breaks an operation that is really used waits for a yes; what nobody uses is only said.
import { quote } from '../../../../schema/codes';
import type { ApiChange, Finding } from '../../verdict';
import type { Change } from './find-changes';
import type { Uses } from './used-coordinates';

export interface Judges {
  street: string;
  /** Home of the owner of a coordinate, when it is not the publisher. */
  otherOwner(coordinate: string): string | undefined;
  placeOf(coordinate: string): Finding['at'];
}

/** Operations named in one sentence. */
const MAX_NAMED = 5;

/** Uses are looked up only where a change may hurt. */
export function withUse(changes: Change[], findUses: () => Uses): ApiChange[] {
  let uses: Uses | undefined;
  return changes.map((change) => {
    if (change.criticality === 'SAFE') return { ...change, inUseBy: [] };
    uses ??= findUses();
    const inUseBy = [...(uses.get(usedBy(change)) ?? [])];
    return { ...change, inUseBy: inUseBy.sort() };
  });
}

/** What is new is used by nobody; it meets whoever uses what it is added to. */
function usedBy({ kind, coordinate }: Change): string {
  if (kind !== 'ADDED') return coordinate;
  return coordinate.includes('(') ? coordinate.split('(')[0]! : coordinate.split('.')[0]!;
}

export function judgeChanges(changes: ApiChange[], judges: Judges): Finding[] {
  return changes.flatMap((change) => {
    if (change.criticality === 'SAFE') return [];
    if (change.criticality === 'DANGEROUS') return change.inUseBy.length > 0 ? [warning(change, judges)] : [];
    return change.inUseBy.length > 0 ? breakingInUse(change, judges) : [warning(change, judges)];
  });
}

function breakingInUse(change: ApiChange, judges: Judges): Finding[] {
  const owner = judges.otherOwner(change.coordinate);
  const approvers = [...new Set([judges.street, ...(owner ? [owner] : [])])];
  const named = change.inUseBy
    .slice(0, MAX_NAMED)
    .map((it) => quote(it))
    .join(' ');
  const more = change.inUseBy.length - MAX_NAMED;
  const rest =
    more > 0 ? { zh: ` 等 ${change.inUseBy.length} 个`, en: ` and ${more} more` } : { zh: '', en: '' };
  return approvers.map((approver) => ({
    ...placed(change, judges),
    rule: 'BREAKING_IN_USE',
    severity: 'NEEDS_APPROVAL',
    approver,
    sentence: {
      zh: `${change.sentence.zh}正在使用它的有 ${named}${rest.zh}。`,
      en: `${change.sentence.en} It is used by ${named}${rest.en}.`,
    },
    suggestion: {
      zh: '先保留并标为 @deprecated，等使用者改用新字段；或请批准。',
      en: 'Keep it for now, marked @deprecated, until its users have moved; or ask for approval.',
    },
  }));
}

function warning(change: ApiChange, judges: Judges): Finding {
  const breaking = change.criticality === 'BREAKING';
  return {
    ...placed(change, judges),
    rule: breaking ? 'BREAKING_NOT_IN_USE' : 'DANGEROUS',
    severity: 'WARNING',
    sentence: breaking
      ? { zh: `${change.sentence.zh}近期无人使用。`, en: `${change.sentence.en} Nobody used it lately.` }
      : {
          zh: `${change.sentence.zh}使用者可能未料到。`,
          en: `${change.sentence.en} Its users may not expect it.`,
        },
  };
}

function placed({ coordinate }: ApiChange, { placeOf }: Judges): Pick<Finding, 'coordinate' | 'at'> {
  const at = placeOf(coordinate);
  return { coordinate, ...(at && { at }) };
}
