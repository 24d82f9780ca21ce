// Rule: the address of a subgraph is a plain http or https URL in an allowed network; judged without any call.
import { isIP } from 'node:net';
import { quote } from '../../../../schema/codes';
import type { Sentence } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { AllowedNetworks } from './allowed-networks';
import { isAllowedAddress, isLoopback } from './is-allowed-address';

const MAX_LENGTH = 2_048;
/** Databases and caches that take what looks like HTTP for commands. */
const NO_HTTP = new Set([2049, 3306, 5432, 5672, 6379, 9092, 11211, 27017]);

export function refuseUrl(text: string | undefined, networks: AllowedNetworks): Finding[] {
  if (text === undefined || text === '') return [badUrl(MISSING)];
  const url = text.length <= MAX_LENGTH && !/[\s\p{Cc}\p{Cs}]/u.test(text) ? parse(text) : undefined;
  if (!url) return [badUrl(unreadable(text))];
  return [...refuseForm(url), ...refuseHost(url, networks)];
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function refuseForm(url: URL): Finding[] {
  const faults: Sentence[] = [];
  if (url.protocol !== 'http:' && url.protocol !== 'https:') faults.push(wrongScheme(url.protocol));
  if (url.username || url.password) faults.push(CREDENTIALS);
  if (url.hash) faults.push(FRAGMENT);
  if (url.port && !isAllowedPort(Number(url.port))) faults.push(wrongPort(url.port));
  return faults.map(badUrl);
}

function isAllowedPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && port <= 65_535 && !NO_HTTP.has(port));
}

/** A name is judged by what it resolves to, when it is asked. */
function refuseHost({ hostname }: URL, networks: AllowedNetworks): Finding[] {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '') return [badUrl(unreadable(hostname))];
  if (/(?:^|\.)localhost$/i.test(host)) return networks.loopback ? [] : [ownMachine(host)];
  return isIP(host) === 0 || isAllowedAddress(host, networks) ? [] : [notAllowed(host, host)];
}

/** `address`: the one of the host's that is not allowed. */
export function notAllowed(host: string, address: string): Finding {
  return isLoopback(address) ? ownMachine(host) : outsideNetworks(host);
}

function ownMachine(host: string): Finding {
  return {
    rule: 'ADDRESS_NOT_ALLOWED',
    severity: 'ERROR',
    sentence: {
      zh: `地址 ${quote(host)} 是注册中心和网关自己的机器，不在允许之列。`,
      en: `The address ${quote(host)} is the machine of the registry and the gateway itself, which is not allowed.`,
    },
    suggestion: {
      zh: '请用街道允许的网段内的地址。只在一台机器上试用时，以 LIANXI_REGISTRY_LOOPBACK=on 启动注册中心；街道自己设定过网段的，改设定中的 networks.loopback。',
      en: 'Use an address in the networks that the street allows. Where one machine runs everything, for a try, the registry is started with LIANXI_REGISTRY_LOOPBACK=on; where the street has set the networks itself, it sets networks.loopback.',
    },
  };
}

function outsideNetworks(host: string): Finding {
  return {
    rule: 'ADDRESS_NOT_ALLOWED',
    severity: 'ERROR',
    sentence: {
      zh: `地址 ${quote(host)} 不在允许的网段内。`,
      en: `The address ${quote(host)} lies outside the allowed networks.`,
    },
    suggestion: {
      zh: '请用街道允许的网段内的地址，或请街道把该网段加入允许的网段。',
      en: 'Use an address in the networks that the street allows, or ask the street to allow this one.',
    },
  };
}

export function badUrl(sentence: Sentence): Finding {
  return {
    rule: 'URL_FORM',
    severity: 'ERROR',
    sentence,
    suggestion: {
      zh: '写成 http://主机:端口/路径，如 https://lovemarket.example.cn/graphql；凭据另行约定。',
      en: 'Write http://host:port/path, such as https://lovemarket.example.cn/graphql; credentials are agreed elsewhere.',
    },
  };
}

const MISSING = { zh: '没有写明子图的地址。', en: 'The address of the subgraph is missing.' };
const CREDENTIALS = {
  zh: '地址中不能带用户名或口令。',
  en: 'The address must hold no user name or password.',
};
const FRAGMENT = { zh: '地址中不能带 # 片段。', en: 'The address must hold no # fragment.' };

function unreadable(text: string): Sentence {
  return {
    zh: `地址 ${quote(text)} 不成其为网址。`,
    en: `The address ${quote(text)} cannot be read as a URL.`,
  };
}

function wrongScheme(protocol: string): Sentence {
  return {
    zh: `地址以 ${quote(protocol)} 开头，只能是 http: 或 https:。`,
    en: `The address begins with ${quote(protocol)}; only http: and https: are allowed.`,
  };
}

function wrongPort(port: string): Sentence {
  return {
    zh: `端口 ${port} 不可用：只能是 80、443 或 1024 至 65535 中不属于数据库的端口。`,
    en: `The port ${port} cannot be used: only 80, 443, or one from 1024 to 65535 that is no database's.`,
  };
}
