// Keeps a verdict readable: of each rule only the first findings are told, and how many more there are.
import type { Finding } from '../verdict';

const MAX_OF_A_RULE = { ERROR: 50, NEEDS_APPROVAL: 200, WARNING: 10 };

/** An approver is never left out: who must say yes is told for each. */
export function capFindings(findings: Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule} ${finding.approver ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const max = MAX_OF_A_RULE[group[0]!.severity];
    return group.length <= max ? group : [...group.slice(0, max), rest(group[max]!, group.length - max)];
  });
}

function rest({ rule, severity, approver }: Finding, count: number): Finding {
  return {
    rule,
    severity,
    ...(approver && { approver }),
    sentence: { zh: `另有 ${count} 处同样的情况。`, en: `And ${count} more of the same.` },
  };
}
