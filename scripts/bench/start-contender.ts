// Starts a contender and lets it answer every case once: what does not start or answers otherwise is left out.
import { join } from 'node:path';
import type { BenchOptions } from './bench-options';
import { type Contender, flagsOf } from './contender';
import { type ContenderSettings, HOST, type Replay, writeSettings } from './contender-settings';
import type { Started } from './contenders/lianxi';
import { type Field, type Layout, findFreePort } from './field';
import { installPackages } from './install-packages';
import { canonicalAnswer } from './same-answer';
import { type RunningProgram, spawnProgram } from './spawn-program';
import type { Case, Workload } from './workload';

export interface RunningContender {
  contender: Contender;
  program: RunningProgram;
  url: string;
  flags: string[];
  /** Of ours: the executor that it runs with. */
  executor?: string;
}

const READY_MS = 60_000;

/** Rejects with the reason why it cannot take part. */
export async function startContender(
  contender: Contender,
  workload: Workload,
  {
    field,
    layout,
    options,
    replays = [],
  }: { field: Field; layout: Layout; options: BenchOptions; replays?: Replay[] },
): Promise<RunningContender> {
  if (contender.packages) installPackages(contender.packages);
  const port = await findFreePort();
  const operations = contender.knowsOperations ? workload.cases.map(({ query }) => query) : [];
  const settings: ContenderSettings = { ...layout, port, operations, replays };
  const { env, ...start } = contender.start(settings, field.folder);
  const flags = flagsOf(contender, options.flags);
  const file = join(field.folder, `${workload.name}.${contender.name}.json`);
  const program = spawnProgram({
    ...start,
    flags,
    core: options.cores[0],
    env: { ...env, ...writeSettings(file, settings) },
  });
  const running: RunningContender = { contender, program, flags, url: `http://${HOST}:${port}/graphql` };
  try {
    if (start.answers !== false) running.executor = (await program.ask<Partial<Started>>('started')).executor;
    await untilReady(running, workload.cases[0]!);
    return running;
  } catch (fault) {
    await program.stop();
    throw fault;
  }
}

async function untilReady({ url, program }: RunningContender, first: Case): Promise<void> {
  const deadline = Date.now() + READY_MS;
  let last = '';
  while (Date.now() < deadline && !program.hasEnded()) {
    last = await post(url, first).catch((fault: Error) => String(fault.cause ?? fault));
    if (hasData(last)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`did not become ready: ${[last, program.lastWords()].join(' ').trim()}`);
}

function hasData(text: string): boolean {
  try {
    return (JSON.parse(text) as { data?: unknown }).data != null;
  } catch {
    return false;
  }
}

export async function post(url: string, { body }: Case): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
  return response.text();
}

/** The answers to all cases. Without `expected` they become the reference, which has no errors. Rejects when one is another. */
export async function checkAnswers(
  { url }: RunningContender,
  cases: Case[],
  expected?: string[],
): Promise<string[]> {
  const answers: string[] = [];
  for (const [i, each] of cases.entries()) {
    const text = await post(url, each);
    const answer = canonicalAnswer(text);
    if (!expected && firstMessage(text))
      throw new Error(`cannot be the reference: ${each.name}${firstMessage(text)}`);
    if (expected && answer !== expected[i])
      throw new Error(
        `answers ${each.name} otherwise: ${showDifference(answer, expected[i]!)}${firstMessage(text)}`,
      );
    answers.push(answer);
  }
  return answers;
}

function showDifference(answer: string, expected: string): string {
  let at = 0;
  while (answer[at] === expected[at]) at += 1;
  const cut = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `${cut(answer)} where ${cut(expected)} is right`;
}

function firstMessage(text: string): string {
  const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
  return errors?.[0] ? `; its first error: ${errors[0].message}` : '';
}
