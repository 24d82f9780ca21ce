// Sends one operation to the graph and tells what came of it, whatever came.
import type { Sentence } from '../words/language';

export interface Answer {
  data?: unknown;
  errors?: GraphError[];
  extensions?: { homes?: Coverage };
}

export interface GraphError {
  message: string;
  path?: Array<string | number>;
  extensions?: { code?: string };
}

export interface Coverage {
  complete?: boolean | null;
  asOf?: string | null;
  asked?: number | null;
  answered?: number | null;
  missing?: Array<{ home: string; reason: string }> | null;
}

export interface Run {
  query: string;
  /** JSON as it was typed; blank is none. */
  variables: string;
  headers: string;
  operationName?: string;
}

export type Outcome =
  | { kind: 'answered'; status: number; took: number; bytes: number; text: string; answer: Answer | null }
  | { kind: 'refused'; sentence: Sentence }
  | { kind: 'stopped' };

export async function runOperation(run: Run, signal: AbortSignal): Promise<Outcome> {
  const variables = readObject(run.variables, VARIABLES);
  if (!variables.ok) return { kind: 'refused', sentence: variables.sentence };
  const headers = readObject(run.headers, HEADERS);
  if (!headers.ok) return { kind: 'refused', sentence: headers.sentence };
  const { query, operationName } = run;
  try {
    const began = performance.now();
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { ...(headers.value as Record<string, string>), 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: variables.value, operationName }),
      signal,
    });
    const text = await response.text();
    const took = performance.now() - began;
    const bytes = new TextEncoder().encode(text).length;
    return { kind: 'answered', status: response.status, took, bytes, text, answer: readAnswer(text) };
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    return { kind: 'refused', sentence: unreachable(error) };
  }
}

const VARIABLES: Sentence = { zh: '变量', en: 'The variables' };
const HEADERS: Sentence = { zh: '请求头', en: 'The headers' };

type Reading = { ok: true; value: Record<string, unknown> } | { ok: false; sentence: Sentence };

function readObject(text: string, what: Sentence): Reading {
  if (text.trim() === '') return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ok: true, value: value as Record<string, unknown> };
    return notAnObject(what, '');
  } catch (error) {
    return notAnObject(what, (error as Error).message);
  }
}

function notAnObject(what: Sentence, why: string): Reading {
  const tail = why && ` (${why})`;
  return {
    ok: false,
    sentence: {
      zh: `${what.zh}应是一个 JSON 对象，例如 {"first": 10}；请改正后再运行。${tail}`,
      en: `${what.en} must be one JSON object, such as {"first": 10}; mend them and run again.${tail}`,
    },
  };
}

function unreachable(error: unknown): Sentence {
  const why = error instanceof Error ? error.message : String(error);
  return {
    zh: `没有得到网关的回答（${why}）；请检查请求头和网关是否在运行，再试一次。`,
    en: `The gateway did not answer (${why}); check the headers and that the gateway runs, then try again.`,
  };
}

function readAnswer(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : null;
  } catch {
    return null;
  }
}
