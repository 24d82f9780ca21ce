// Makes a satisfiability error readable: the path that nobody can answer, why, and what to add.
import type { Sentence } from '../../../schema/codes';
import { quote } from '../../../schema/codes';
import type { Finding } from '../verdict';
import type { Proposal } from './explain-composition';
import { placeOf } from './published-sdl';

export function explainSatisfiability(message: string, { published }: Proposal): Finding {
  const path = pathOf(message);
  const coordinate = /cannot find field "([\w.]+)"/.exec(message)?.[1];
  const at = published && coordinate ? placeOf(coordinate, published) : undefined;
  const reason = reasonOf(message);
  return {
    rule: 'UNSATISFIABLE',
    severity: 'ERROR',
    ...(at && { at }),
    ...(coordinate && { coordinate }),
    sentence: {
      zh: `查询 ${path} 无人能答${coordinate ? `：到了这里，取不到 ${quote(coordinate)}` : ''}。${reason.sentence.zh}`,
      en: `The query ${path} could not be answered${coordinate ? `: there is no way to ${quote(coordinate)} from there` : ''}. ${reason.sentence.en}`,
    },
    suggestion: reason.suggestion,
  };
}

/** `{ need { extra } }` → `need → extra`. */
function pathOf(message: string): string {
  const query = /query:\n([\s\S]*?)\ncannot be satisfied/.exec(message)?.[1] ?? '';
  const names = query.split('\n').flatMap((line) => {
    const text = line
      .trim()
      .replace(/\(.*\)/, '')
      .replace(/\s*\{$/, '');
    return /^[{}]?$|^(?:query|mutation)\b/.test(text) ? [] : [text.replace(/^\.\.\. on /, '… on ')];
  });
  return names.slice(0, 12).join(' → ') || '?';
}

interface Reason {
  sentence: Sentence;
  suggestion: Sentence;
}

function reasonOf(message: string): Reason {
  const noKey = /type "(\w+)" has no @key defined in subgraph "([\w-]+)"/.exec(message);
  if (noKey) return withoutKey(noKey[1]!, noKey[2]!);
  const unresolvable = /@key defined on type "(\w+)" in subgraph "([\w-]+)" are resolvable/.exec(message);
  if (unresolvable) return notResolvable(unresolvable[1]!, unresolvable[2]!);
  const keyMissing =
    /using @key\(fields: "([^"]*)"\) of "(\w+)", the key field\(s\) cannot be resolved from subgraph "([\w-]+)"/.exec(
      message,
    );
  if (keyMissing) return withoutKeyField(keyMissing[2]!, keyMissing[3]!, keyMissing[1]!);
  return OTHER;
}

function withoutKey(type: string, subgraph: string): Reason {
  return {
    sentence: {
      zh: `子图 ${quote(subgraph)} 中的 ${quote(type)} 没有 @key，网关无法凭编号去问它。`,
      en: `${quote(type)} has no @key in the subgraph ${quote(subgraph)}, so the gateway cannot ask for it by its id.`,
    },
    suggestion: {
      zh: `在子图 ${quote(subgraph)} 的 ${type} 上加 @key(fields: "id") 和 id: ID!，并实现其引用解析；若字段不该在此类型上，请移到自己的类型。`,
      en: `Add @key(fields: "id") and id: ID! to ${type} in the subgraph ${quote(subgraph)} and resolve its references; or move the field to a type of your own.`,
    },
  };
}

function notResolvable(type: string, subgraph: string): Reason {
  return {
    sentence: {
      zh: `子图 ${quote(subgraph)} 把 ${quote(type)} 的键都标为 resolvable: false，网关不会去问它。`,
      en: `The subgraph ${quote(subgraph)} marks every key of ${quote(type)} resolvable: false, so the gateway never asks it.`,
    },
    suggestion: {
      zh: `去掉 resolvable: false 并实现其引用解析，或把新字段移到自己的类型。`,
      en: `Remove resolvable: false and resolve its references, or move the new field to a type of your own.`,
    },
  };
}

function withoutKeyField(type: string, subgraph: string, fields: string): Reason {
  return {
    sentence: {
      zh: `子图 ${quote(subgraph)} 的 ${quote(type)} 不给出键 ${quote(fields)}，网关无法转问其他子图。`,
      en: `${quote(type)} of the subgraph ${quote(subgraph)} does not give its key ${quote(fields)}, so the gateway cannot ask the others.`,
    },
    suggestion: {
      zh: `把 ${type} 写成存根：type ${type} @key(fields: "${fields}", resolvable: false) { ${fields}: ID! }。`,
      en: `Write ${type} as a stub: type ${type} @key(fields: "${fields}", resolvable: false) { ${fields}: ID! }.`,
    },
  };
}

const OTHER: Reason = {
  sentence: {
    zh: '所在子图不给出这个字段，也没有键可以转问给出它的子图。',
    en: 'The subgraph that is asked there does not give the field, and no key leads to one that does.',
  },
  suggestion: {
    zh: '为该类型加上 @key，或在那里也给出这个字段。',
    en: 'Add a @key to the type, or give the field there as well.',
  },
};
