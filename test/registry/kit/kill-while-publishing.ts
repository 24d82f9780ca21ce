// Publishes to a registry of its own process, kills it at a random moment, and looks at what is left in the database.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ChainWalk, walkChain } from '../../../gateway/registry/domain/audit-chain';
import { openStore } from '../../../gateway/registry/store/open-store';
import { APPROVE, askAt, JOIN, PUBLISH } from './open-registry';
import { servePublished } from './serve-published';
import { STREET_TOKEN, subgraphSdl } from './small-parts';

export interface KillReport {
  kills: number;
  /** Publications that were answered before their registry died. */
  answered: number;
  /** Versions that were stored although their answer was lost. */
  storedUnanswered: number;
}

export interface KillOptions {
  databaseUrl: string;
  kills: number;
  /** From 0 to 1. */
  random(): number;
  onKill?(kill: number): void;
}

/** The kill comes within the time of so many publications. */
const PUBLICATIONS = 3;

/** Throws when what is left is not a whole version, or lacks what was answered. */
export async function killWhilePublishing({
  databaseUrl,
  kills,
  random,
  onKill,
}: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-kill-'));
  const report: KillReport = { kills: 0, answered: 0, storedUnanswered: 0 };
  let token = '';
  let serial = 0;
  let known = 1;
  const published = await servePublished();
  try {
    for (; report.kills < kills; report.kills++) {
      const { child, url } = await start(databaseUrl, folder);
      token ||= await admit(url);
      // The first publication loads composition, which takes seconds; after it a moment lies in the midst of the work.
      await publish(url);
      const within = await timeOf(() => publish(url));
      const publishing = publishOn(url);
      await wait(random() * PUBLICATIONS * within);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await publishing;
      const stored = await examine(databaseUrl);
      if (stored < known)
        throw new Error(`Version ${known} was answered, and ${stored} is the newest after the kill.`);
      if (stored > known + 1) throw new Error(`${stored - known} versions were stored of one publication.`);
      report.storedUnanswered += stored - known;
      known = stored;
      onKill?.(report.kills + 1);
    }
    return report;
  } finally {
    await published.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function publishOn(url: string): Promise<void> {
    while (await publish(url));
  }

  /** False when the registry died before it answered. */
  async function publish(url: string): Promise<boolean> {
    const sdl = subgraphSdl('victim', `field${serial++}`);
    const subgraph = { name: 'victim', url: published.addressOf(sdl), sdl };
    const answer = await askAt(url, PUBLISH, { subgraph }, token).catch(() => null);
    if (!answer) return false;
    if (answer.data?.publish.outcome !== 'ACCEPTED')
      throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
    known = answer.data.publish.version;
    report.answered += 1;
    return true;
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function start(databaseUrl: string, folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(__dirname, 'serve-small-registry.ts'), [databaseUrl, folder], {
    execArgv: ['-r', require.resolve('@swc-node/register')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The registry ended with ${code}.`))),
  ]);
  return { child, url: (message as { ready: string }).ready };
}

async function admit(url: string): Promise<string> {
  const { data } = await askAt(url, JOIN, { home: 'victim', name: 'victim' }, null);
  await askAt(url, APPROVE, { id: data.join.proposal, reason: 'known' }, STREET_TOKEN);
  return data.join.secret as string;
}

/** The newest version is whole: its texts are there, its graph has what its subgraph says, the audit chain is sound. */
async function examine(databaseUrl: string): Promise<number> {
  const store = await openStore(databaseUrl);
  try {
    const number = await store.read.headNumber();
    const version = await store.read.version(number);
    if (!version) throw new Error('Neither the old nor the new version is there.');
    const numbers = (await store.read.history({ limit: 1_000_000 })).map((entry) => entry.number);
    if (numbers.some((each, i) => each !== number - i))
      throw new Error(`The history has gaps: ${numbers.join(' ')}`);
    const victim = version.state.subgraphs.find(({ name }) => name === 'victim');
    const field = victim && /field\d+/.exec(victim.sdl)![0];
    const { supergraphSdl, plannableSdl, apiSdl } = version.composed;
    if (field && ![supergraphSdl, plannableSdl, apiSdl].every((text) => text.includes(`${field}:`)))
      throw new Error(`Version ${number} is in pieces.`);
    const entries = await store.read.audit(0, 1_000_000);
    const { broken } = walkChain({ last: null, broken: null } satisfies ChainWalk, entries);
    if (broken) throw new Error(`The audit log is broken at ${broken.sequence} (${broken.why}).`);
    const published = entries.filter(({ verb }) => verb === 'PUBLISH').length;
    if (published !== number - 1)
      throw new Error(`${number - 1} versions were published, and ${published} are in the audit log.`);
    return number;
  } finally {
    await store.close();
  }
}
