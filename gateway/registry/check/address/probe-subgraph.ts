// Asks a subgraph for its SDL: at the addresses that were allowed, with no redirect, up to a number of bytes, until a deadline.
import type { LookupAddress } from 'node:dns';
import { Agent, type Dispatcher, request } from 'undici';
import { type Sentence, quote } from '../../../../schema/codes';
import { pinnedLookup } from '../../../sharding/wire/pinned-lookup';
import type { Finding } from '../../verdict';
import type { AllowedNetworks } from './allowed-networks';
import { type Resolve, resolveAllowedAddress } from './resolve-allowed-address';

export interface ProbeTerms {
  networks: AllowedNetworks;
  /** Milliseconds from first to last. */
  deadline?: number;
  maxBytes?: number;
  /** What the subgraph wants of the gateway, e.g. a bearer secret. */
  headers?: Record<string, string>;
  resolve?: Resolve;
}

/** `addresses`: those that were asked, ascending; absent where none was. */
export type Probed = ({ ok: true; sdl: string } | { ok: false; findings: Finding[] }) & {
  addresses?: string[];
};

const DEADLINE = 5_000;
const MAX_BYTES = 10 * 1024 * 1024;
const QUESTION = JSON.stringify({ query: '{ _service { sdl } }' });

export async function probeSubgraph(url: string, terms: ProbeTerms): Promise<Probed> {
  const { networks, resolve, deadline = DEADLINE } = terms;
  const signal = AbortSignal.timeout(deadline);
  const resolved = await orAborted(resolveAllowedAddress(url, networks, resolve), signal);
  if (!resolved) return failed(url, tooSlow(deadline));
  if (!resolved.ok) return resolved;
  const dispatcher = createPinnedAgent(resolved.addresses);
  try {
    const probed = await ask(resolved.url, { ...terms, dispatcher, signal });
    return { ...probed, addresses: resolved.addresses.map(({ address }) => address).sort() };
  } catch (error) {
    return failed(url, signal.aborted ? tooSlow(deadline) : noAnswer(error));
  } finally {
    await dispatcher.destroy();
  }
}

export function createPinnedAgent(addresses: LookupAddress[]): Agent {
  const lookup = pinnedLookup(addresses.map(({ address }) => address));
  return new Agent({ connect: { lookup }, pipelining: 0 });
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return Promise.race([
    work,
    new Promise<undefined>((done) => signal.addEventListener('abort', () => done(undefined), { once: true })),
  ]);
}

interface Asking extends ProbeTerms {
  dispatcher: Dispatcher;
  signal: AbortSignal;
}

async function ask(url: URL, { dispatcher, signal, headers, maxBytes = MAX_BYTES }: Asking): Promise<Probed> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    body: QUESTION,
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    dispatcher,
    signal,
  });
  body.on('error', () => undefined);
  if (statusCode >= 300 && statusCode < 400) return failed(url.href, REDIRECT);
  if (statusCode === 401 || statusCode === 403) return closed(url.href, statusCode);
  const text = await readBounded(body, maxBytes);
  if (text === undefined) return failed(url.href, tooLong(maxBytes));
  const sdl = sdlIn(text);
  return sdl === undefined ? failed(url.href, noSdl(statusCode)) : { ok: true, sdl };
}

async function readBounded(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function sdlIn(text: string): string | undefined {
  try {
    const answer = JSON.parse(text) as { data?: { _service?: { sdl?: unknown } } } | null;
    const sdl = answer?.data?._service?.sdl;
    return typeof sdl === 'string' ? sdl : undefined;
  } catch {
    return undefined;
  }
}

/** What the other side said is not repeated: a probe must not read for others what they may not read. */
function failed(url: string, { zh, en }: Sentence): Probed {
  const finding: Finding = {
    rule: 'PROBE_FAILED',
    severity: 'ERROR',
    sentence: {
      zh: `向 ${quote(url, 100)} 询问 SDL：${zh}。`,
      en: `Asking ${quote(url, 100)} for its SDL: ${en}.`,
    },
    suggestion: {
      zh: '请确认子图已启动、地址直达，并对 { _service { sdl } } 作答。',
      en: 'See that the subgraph is up, that the address leads to it directly, and that it answers { _service { sdl } }.',
    },
  };
  return { ok: false, findings: [finding] };
}

/** It is there, and answers the gateway alone; the registry holds no secrets of subgraphs. */
function closed(url: string, status: number): Probed {
  const finding: Finding = {
    rule: 'PROBE_CLOSED',
    severity: 'WARNING',
    sentence: {
      zh: `${quote(url, 100)} 要凭据才作答（状态 ${status}），所以没有比对它的 SDL。`,
      en: `${quote(url, 100)} answers only with credentials (status ${status}), so its SDL was not compared.`,
    },
    suggestion: {
      zh: '请确认网关的 LIANXI_SUBGRAPH_CREDENTIALS 中有这个子图的凭据。',
      en: 'See that LIANXI_SUBGRAPH_CREDENTIALS of the gateway has what this subgraph wants to be shown.',
    },
  };
  return { ok: false, findings: [finding] };
}

const REDIRECT = {
  zh: '答的是跳转，而跳转不予跟随',
  en: 'it answers with a redirect, which is not followed',
};

function tooSlow(deadline: number): Sentence {
  return { zh: `${deadline} 毫秒内没有答完`, en: `no whole answer within ${deadline} milliseconds` };
}

function tooLong(maxBytes: number): Sentence {
  return { zh: `所答超过 ${maxBytes} 字节`, en: `the answer is longer than ${maxBytes} bytes` };
}

function noSdl(status: number): Sentence {
  return { zh: `所答（状态 ${status}）中没有 SDL`, en: `the answer (status ${status}) holds no SDL` };
}

/** Only the code: it says enough to whoever runs the subgraph. */
function noAnswer(error: unknown): Sentence {
  const { code = 'UNKNOWN' } = error as { code?: string };
  return { zh: `连接不上（${code}）`, en: `it cannot be reached (${code})` };
}
