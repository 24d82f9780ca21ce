// Rule: a subgraph has a short kebab-case name, which belongs to the organization that first published it.
import { quote } from '../../../schema/codes';
import type { SubgraphPublication } from '../publication';
import type { Finding } from '../verdict';
import type { CheckInput } from './check-input';

const MAX_LENGTH = 40;
const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Names that the gateway's paths or federation itself take. */
const RESERVED = new Set([
  'lianxi',
  'supergraph',
  'shards',
  'registry',
  'graphql',
  'query',
  'mutation',
  'join',
]);

type NameInput = Pick<CheckInput, 'current' | 'contracts' | 'street'>;

export function refuseName({ name, owner }: SubgraphPublication, input: NameInput): Finding[] {
  if (name.length > MAX_LENGTH || !KEBAB_CASE.test(name)) return [badForm(name)];
  const isContract = input.contracts.some((contract) => contract.name === name);
  if (isContract && owner !== input.street) return [taken(name, input.street)];
  if (RESERVED.has(name)) return [reserved(name)];
  const clash = input.current.find((it) => enumName(it.name) === enumName(name));
  if (clash && (clash.name !== name || clash.owner !== owner)) return [taken(clash.name, clash.owner)];
  return [];
}

/** What composition makes of a name; two names must not become one. */
function enumName(name: string): string {
  return name.replace(/-/g, '_').toUpperCase();
}

const ownWords = {
  zh: '请用本单位自己的名称，如 lovemarket 或 love-market。',
  en: 'Choose a name of your own, such as lovemarket or love-market.',
};

function badForm(name: string): Finding {
  return {
    rule: 'NAME_FORM',
    severity: 'ERROR',
    sentence: {
      zh: `子图名称 ${quote(name)} 不可用：应为以连字符相连的小写单词，以字母开头，最多 ${MAX_LENGTH} 个字符。`,
      en: `The subgraph name ${quote(name)} cannot be used: lower-case words joined by hyphens, beginning with a letter, at most ${MAX_LENGTH} characters.`,
    },
    suggestion: ownWords,
  };
}

function reserved(name: string): Finding {
  return {
    rule: 'NAME_RESERVED',
    severity: 'ERROR',
    sentence: {
      zh: `名称 ${quote(name)} 由网关保留。`,
      en: `The name ${quote(name)} is reserved by the gateway.`,
    },
    suggestion: ownWords,
  };
}

function taken(name: string, owner: string): Finding {
  return {
    rule: 'NAME_TAKEN',
    severity: 'ERROR',
    sentence: {
      zh: `名称 ${quote(name)} 属于 ${quote(owner)}，不能由其他单位发布。`,
      en: `The name ${quote(name)} belongs to ${quote(owner)}; no other organization can publish it.`,
    },
    suggestion: ownWords,
  };
}
