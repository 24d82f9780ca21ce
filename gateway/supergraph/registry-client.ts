// Asks the registry for the newest graph, and listens for word of new versions.
import type { KeyObject } from 'node:crypto';
import { Agent, type Dispatcher, request } from 'undici';
import { SIGNATURE_HEADER } from './artifact-signature';
import { type ServerSentEvent, readEvents } from './read-events';
import type { GraphCandidate } from './graph-artifact';
import { MAX_GRAPH } from './read-graph-artifact';
import { type ReceivedGraph, receiveCandidate, receiveGraph } from './received-graph';

export interface RegistryClientOptions {
  /** Without a slash at its end. */
  url: string;
  key: KeyObject | undefined;
  token: string | undefined;
}

export interface RegistryClient {
  /** None when it is the one that was fetched last, unless it is wanted anew. Rejects with a sentence. */
  fetchGraph(wanted: { within: number; anew?: boolean }): Promise<ReceivedGraph | undefined>;
  /** None when nothing is on offer any more. Rejects with a sentence. */
  fetchCandidate(within: number): Promise<GraphCandidate | undefined>;
  /** Resolves or rejects when the stream ends. */
  hearEvents(heard: HeardEvents, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface HeardEvents {
  onVersion(version: number): void;
  /** Whether one is on offer now. */
  onCandidate?(isOffered: boolean): void;
}

/** The registry's heart beats three times as often. */
const SILENCE_MS = 45_000;

export function createRegistryClient({ url, key, token }: RegistryClientOptions): RegistryClient {
  const agent = new Agent({ connections: 2, maxResponseSize: MAX_GRAPH, headersTimeout: 10_000 });
  /** A stream has no end, so its length is bounded by event instead. */
  const streams = new Agent({ connections: 1, headersTimeout: 10_000, bodyTimeout: SILENCE_MS });
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  let etag = '';
  return {
    fetchGraph,
    fetchCandidate,
    hearEvents,
    close: async () => void (await Promise.all([agent.destroy(), streams.destroy()])),
  };

  async function fetchGraph({
    within,
    anew,
  }: {
    within: number;
    anew?: boolean;
  }): Promise<ReceivedGraph | undefined> {
    const known = anew ? '' : etag;
    const { statusCode, headers, body } = await request(`${url}/graph`, {
      dispatcher: agent,
      headers: { ...authorization, accept: 'application/json', ...(known && { 'if-none-match': known }) },
      signal: AbortSignal.timeout(within),
    });
    if (statusCode !== 200) {
      await body.dump();
      if (statusCode === 304) return undefined;
      throw new Error(refusedWith(statusCode, `${url}/graph`));
    }
    const text = await body.text();
    const graph = receiveGraph(text, oneOf(headers[SIGNATURE_HEADER]), key);
    etag = oneOf(headers.etag);
    return graph;
  }

  async function fetchCandidate(within: number): Promise<GraphCandidate | undefined> {
    const { statusCode, headers, body } = await request(`${url}/graph/candidate`, {
      dispatcher: agent,
      headers: { ...authorization, accept: 'application/json' },
      signal: AbortSignal.timeout(within),
    });
    if (statusCode === 200) return receiveCandidate(await body.text(), oneOf(headers[SIGNATURE_HEADER]), key);
    await body.dump();
    if (statusCode === 404) return undefined;
    throw new Error(refusedWith(statusCode, `${url}/graph/candidate`));
  }

  async function hearEvents(heard: HeardEvents, signal: AbortSignal): Promise<void> {
    const { statusCode, body } = await request(`${url}/events`, {
      dispatcher: streams,
      headers: { ...authorization, accept: 'text/event-stream' },
      signal,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(refusedWith(statusCode, `${url}/events`));
    }
    for await (const event of readEvents(body)) tell(heard, event);
  }
}

function tell({ onVersion, onCandidate }: HeardEvents, { name, data }: ServerSentEvent): void {
  const version = Number(data);
  if (name === 'candidate') onCandidate?.(data === 'offered');
  else if (Number.isSafeInteger(version)) onVersion(version);
}

function refusedWith(status: number, url: string): string {
  if (status === 401 || status === 403)
    return `${url} answers ${status}: set LIANXI_REGISTRY_TOKEN to a token for gateways.`;
  if (status === 404) return `${url} answers 404: nothing was published yet, or this is no registry.`;
  return `${url} answers ${status}, expected 200.`;
}

function oneOf(header: Dispatcher.ResponseData['headers'][string]): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
