// The last good graph on disk: written whole, brought to the disk and renamed, so that there is always the old or the new one.
import type { KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type ReceivedGraph, receiveGraph } from './received-graph';

const FILE = z.object({ signature: z.string(), graph: z.string() });

export type KeptGraph =
  { kind: 'read'; graph: ReceivedGraph } | { kind: 'absent' } | { kind: 'faulty'; why: string };

export async function readKeptGraph(file: string, key: KeyObject | undefined): Promise<KeptGraph> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'faulty', why: `It cannot be read (${code}).` };
  }
  try {
    const { graph, signature } = FILE.parse(JSON.parse(text));
    return { kind: 'read', graph: receiveGraph(graph, signature, key) };
  } catch (error) {
    const isShape = error instanceof SyntaxError || error instanceof z.ZodError;
    return {
      kind: 'faulty',
      why: isShape ? 'It is not a graph that a gateway has kept.' : (error as Error).message,
    };
  }
}

export async function keepGraph(file: string, { text, signature }: ReceivedGraph): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const next = `${file}.new`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify({ signature, graph: text }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
}
