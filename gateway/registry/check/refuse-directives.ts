// Rule: what composition accepts and the running gateway cannot load or serve is refused with a sentence, not found out at the next reload.
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from '@apollo/federation-internals';
import { type DocumentNode, Kind } from 'graphql';
import { quote } from '../../../schema/codes';
import { SHARDING_DIRECTIVES } from '../../sharding/contract/sharding-directives';
import type { Finding } from '../verdict';
import {
  type Definition,
  type PublishedSdl,
  eachDefinition,
  placeOf,
  placeOfDirective,
} from './published-sdl';
import { importsOf, argumentOf, linksOf } from '../../access/to-plannable';

/** Enforced by the gateway itself, and taken out of what the planner loads. */
const ENFORCED = new Set(['authenticated', 'requiresScopes', 'policy']);

/** Of the composed graph: every specification that must be understood, and that nobody here understands. */
export function refuseFeatures(supergraph: DocumentNode, { document }: PublishedSdl): Finding[] {
  return linksOf(supergraph)
    .filter(({ purpose, specification }) => purpose !== undefined && !ENFORCED.has(specification))
    .filter(({ url }) => !DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.has(url))
    .map(({ specification, url }) => unsupported(specification || url, document));
}

function unsupported(specification: string, document: DocumentNode): Finding {
  const local = localName(`@${specification}`, document);
  const at = placeOfDirective(document, local) ?? placeOfDirective(document, 'link');
  return {
    rule: 'DIRECTIVE_UNSUPPORTED',
    severity: 'ERROR',
    ...(at && { at }),
    coordinate: `@${local}`,
    sentence: {
      zh: `网关不能装载 ${quote(`@${specification}`)}：组合工具接受它，但执行时无人理会。`,
      en: `The gateway cannot load ${quote(`@${specification}`)}: composition accepts it, but nothing here would act on it.`,
    },
    suggestion: {
      zh: `去掉 @${local} 及其 @link 导入；可用的有 @authenticated、@requiresScopes、@policy、@tag、@inaccessible。`,
      en: `Remove @${local} and its import in @link; @authenticated, @requiresScopes, @policy, @tag and @inaccessible are supported.`,
    },
  };
}

/** A directive may be imported under another name. */
function localName(name: string, { definitions }: DocumentNode): string {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      const imported = importsOf(argumentOf(link, 'import')).find((it) => it.name === name);
      if (imported) return imported.as.slice(1);
    }
  }
  return name.slice(1);
}

/** Of the published text alone: what means nothing here although federation may let it pass. */
export function refuseForeignWords(published: PublishedSdl, isContract: boolean): Finding[] {
  const { document } = published;
  const subscriptions = published.places.has('Subscription') ? [subscription(published)] : [];
  const sharding = isContract ? [] : [...SHARDING_DIRECTIVES].flatMap((name) => shardingWord(name, document));
  return [...subscriptions, ...sharding, ...plumbing(document)];
}

function subscription(published: PublishedSdl): Finding {
  return {
    rule: 'SUBSCRIPTIONS',
    severity: 'ERROR',
    at: placeOf('Subscription', published),
    coordinate: 'Subscription',
    sentence: {
      zh: '网关不提供订阅，因此 Subscription 的字段无人能用。',
      en: 'The gateway offers no subscriptions, so nobody could use the fields of Subscription.',
    },
    suggestion: { zh: '改用查询。', en: 'Offer a query instead.' },
  };
}

function shardingWord(name: string, document: DocumentNode): Finding[] {
  const at = placeOfDirective(document, name);
  if (!at) return [];
  const sentence = {
    zh: `@${name} 是合约的分片指令，在普通子图中不起作用：网关只问本子图一处。`,
    en: `@${name} is a sharding directive of the contracts and does nothing in a subgraph: the gateway asks this one address only.`,
  };
  const suggestion = {
    zh: `去掉 @${name}；要分担合约的数据，请作为分片加入。`,
    en: `Remove @${name}; to hold rows of a contract, join as a shard.`,
  };
  return [
    { rule: 'SHARDING_DIRECTIVE', severity: 'ERROR', at, coordinate: `@${name}`, sentence, suggestion },
  ];
}

const PLUMBING = /^(?:join|lianxi)__/;

function plumbing(document: DocumentNode): Finding[] {
  const found: Finding[] = [];
  const look = ({ name }: Definition) => {
    if (!name || !PLUMBING.test(name.value)) return;
    const { line, column } = name.loc!.startToken;
    found.push({
      rule: 'NAME_RESERVED',
      severity: 'ERROR',
      at: { line, column },
      coordinate: name.value,
      sentence: {
        zh: `名称 ${quote(name.value)} 留给组合工具使用。`,
        en: `The name ${quote(name.value)} is kept for composition itself.`,
      },
      suggestion: { zh: '另取一个不含双下划线的名称。', en: 'Choose a name without a double underscore.' },
    });
  };
  (document.definitions as Definition[])
    .filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION)
    .forEach(look);
  eachDefinition(document, (_, node, parent) => parent ?? look(node));
  return found;
}
