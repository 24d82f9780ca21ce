// What is said when an SDL cannot be read, or when the check itself stumbles.
import { quote } from '../../../schema/codes';
import type { Finding } from '../verdict';
import type { Place } from './published-sdl';

export function syntaxFault({ message, at }: { message: string; at?: Place }): Finding {
  const words = quote(message, 300);
  return {
    rule: 'SYNTAX',
    severity: 'ERROR',
    ...(at && { at }),
    sentence: {
      zh: `SDL 不合 GraphQL 语法：${words}。`,
      en: `The SDL is not written in GraphQL: ${words}.`,
    },
    suggestion: {
      zh: '改正所指的行；花括号和引号要成对。',
      en: 'Mend the line that is shown; braces and quotation marks come in pairs.',
    },
  };
}

/** Refused, since nothing can be promised of what could not be checked. */
export function ourFault(error: unknown): Finding {
  const words = quote(error instanceof Error ? error.message : error, 200);
  return {
    rule: 'CHECK_FAILED',
    severity: 'ERROR',
    sentence: {
      zh: `检查没有做完，这多半是登记处的缺陷：${words}。`,
      en: `The check could not be finished, most likely by a fault of the registry: ${words}.`,
    },
    suggestion: {
      zh: '图没有改变；请把 SDL 交给街道办事处查看。',
      en: 'The graph is unchanged; show the SDL to the street office.',
    },
  };
}
