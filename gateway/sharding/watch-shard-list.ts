// Follows the file that holds the list of shards, and keeps the last good version of it.
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseShardList, type ShardList } from './shard-list';

export interface ShardListSource {
  /** The last good version; before there is one, an empty list of version 0. A request asks once and keeps what it got. */
  current(): ShardList;
  /** Whether a good version was ever read. */
  isLoaded(): boolean;
  /** Looks at the file now, without waiting for an event. */
  refresh(): Promise<void>;
  stop(): void;
}

export interface ShardListSourceOptions {
  onChange?(list: ShardList): void;
  /** One sentence per new fault: why the file is not followed. */
  onFault?(sentence: string): void;
  /** Files on network disks and in containers may change without an event. */
  pollMs?: number;
}

const EMPTY: ShardList = { version: 0, shards: [], notJoined: [] };
/** A file that is being written in place is faulty for a moment: a fault is believed when it is seen twice. */
const RECHECK_MS = 100;

export function createShardListSource(file: string, options: ShardListSourceOptions = {}): ShardListSource {
  const { onChange, onFault, pollMs = 300 } = options;
  const reader = createReader(file, onChange, onFault);
  reader.take(readNow(file), true);

  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;
  let recheck: NodeJS.Timeout | undefined;
  let signature = '';

  /** One look at a time; a look that is asked for meanwhile is made right after. */
  function refresh(): Promise<void> {
    if (running) again = true;
    else running = look().finally(() => (running = undefined));
    return running;
  }

  async function look(): Promise<void> {
    do {
      again = false;
      const { doubtful } = reader.take(await readLater(file), false);
      if (doubtful && !stopped) recheck = setTimeout(lookAgain, RECHECK_MS).unref();
    } while (again && !stopped);
  }

  function lookAgain(): void {
    clearTimeout(recheck);
    if (!stopped) void refresh();
  }

  async function poll(): Promise<void> {
    const seen = await stat(file).then(
      ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
      () => 'absent',
    );
    if (seen !== signature && !stopped) void refresh();
    signature = seen;
  }

  const timer = setInterval(() => void poll(), pollMs).unref();
  const watcher = watchFolder(file, lookAgain);
  return {
    current: reader.current,
    isLoaded: reader.isLoaded,
    refresh,
    stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(recheck);
      watcher?.close();
    },
  };
}

type FileText = { kind: 'read'; text: string } | { kind: 'failed'; why: string };

/** Judges each text of the file: a new good version, nothing new, or a fault. */
function createReader(
  file: string,
  onChange?: (list: ShardList) => void,
  onFault?: (sentence: string) => void,
) {
  let list: ShardList | undefined;
  let goodText = '';
  let doubted = '';
  let reported = '';
  return { current: () => list ?? EMPTY, isLoaded: () => list !== undefined, take };

  /** Doubtful: a fault that was not seen before. `atOnce` reports it all the same. */
  function take(read: FileText, atOnce: boolean): { doubtful: boolean } {
    if (read.kind === 'read' && read.text === goodText) return settle();
    const verdict = judge(read, list);
    if (verdict.kind === 'fault') return doubt(verdict.why, atOnce);
    goodText = (read as { text: string }).text;
    if (list?.version !== verdict.list.version) {
      list = verdict.list;
      onChange?.(list);
    }
    return settle();
  }

  function settle() {
    doubted = '';
    reported = '';
    return { doubtful: false };
  }

  function doubt(why: string, atOnce: boolean) {
    const seenTwice = doubted === why;
    doubted = why;
    if (!atOnce && !seenTwice) return { doubtful: true };
    const kept = list ? `version ${list.version} stays in force` : 'no shard is asked until it is there';
    if (reported !== why) onFault?.(`The shard list ${file} is not followed: ${why} Meanwhile ${kept}.`);
    reported = why;
    return { doubtful: false };
  }
}

type Judgement = { kind: 'good'; list: ShardList } | { kind: 'fault'; why: string };

function judge(read: FileText, before: ShardList | undefined): Judgement {
  if (read.kind === 'failed') return { kind: 'fault', why: read.why };
  const next = parse(read.text);
  if (next.kind === 'fault' || !before) return next;
  const { version } = next.list;
  if (version < before.version) {
    return {
      kind: 'fault',
      why: `its version ${version} is lower than ${before.version}; raise it with every change.`,
    };
  }
  if (version === before.version && JSON.stringify(next.list) !== JSON.stringify(before)) {
    return {
      kind: 'fault',
      why: `it changed, but its version is still ${version}; raise it with every change.`,
    };
  }
  return next;
}

function parse(text: string): Judgement {
  try {
    return { kind: 'good', list: parseShardList(JSON.parse(text)) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not valid JSON.' : (error as Error).message;
    return { kind: 'fault', why };
  }
}

function readNow(file: string): FileText {
  try {
    return { kind: 'read', text: readFileSync(file, 'utf8') };
  } catch (error) {
    return failed(error);
  }
}

function readLater(file: string): Promise<FileText> {
  return readFile(file, 'utf8').then((text) => ({ kind: 'read', text }), failed);
}

function failed(error: unknown): FileText {
  const { code } = error as NodeJS.ErrnoException;
  return {
    kind: 'failed',
    why: code === 'ENOENT' ? 'there is no such file.' : `it cannot be read (${code}).`,
  };
}

/** The folder is watched, not the file: a file that is replaced by a rename is another file. */
function watchFolder(file: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path.dirname(file), { persistent: false }, (_, name) => {
      if (name === null || name === path.basename(file)) onEvent();
    });
    return watcher.on('error', () => watcher.close());
  } catch {
    return undefined; // The folder is not there yet: polling finds the file when it comes.
  }
}
