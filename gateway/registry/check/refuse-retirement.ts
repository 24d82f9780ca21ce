// Rule: a subgraph is retired by its owner or by the street.
import { quote } from '../../../schema/codes';
import type { Finding } from '../verdict';
import type { Change, CheckInput } from './check-input';

type Retirement = Extract<Change, { kind: 'retire' }>;

export function refuseRetirement(
  { name, by }: Retirement,
  { current, street }: Pick<CheckInput, 'current' | 'street'>,
): Finding[] {
  const known = current.find((it) => it.name === name);
  if (!known)
    return [
      unknown(
        name,
        current.map((it) => it.name),
      ),
    ];
  return by === known.owner || by === street ? [] : [notYours(name, known.owner)];
}

function unknown(name: string, names: string[]): Finding {
  return {
    rule: 'NAME_UNKNOWN',
    severity: 'ERROR',
    sentence: { zh: `没有名为 ${quote(name)} 的子图。`, en: `There is no subgraph named ${quote(name)}.` },
    suggestion: {
      zh: `现有：${names.slice(0, 50).join('、')}。`,
      en: `There are: ${names.slice(0, 50).join(', ')}.`,
    },
  };
}

function notYours(name: string, owner: string): Finding {
  return {
    rule: 'NAME_TAKEN',
    severity: 'ERROR',
    sentence: {
      zh: `子图 ${quote(name)} 属于 ${quote(owner)}，只有它或街道可以撤下。`,
      en: `The subgraph ${quote(name)} belongs to ${quote(owner)}; only it or the street can retire it.`,
    },
    suggestion: { zh: `请 ${quote(owner)} 撤下。`, en: `Ask ${quote(owner)} to retire it.` },
  };
}
