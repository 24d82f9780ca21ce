// Makes a layer with a bug in it: a copy of its sources in a folder of its own, with one small change.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateLayer } from './kit/world';
import type { PlantedBug } from './planted-bugs';

const ROOT = join(__dirname, '..', '..');

export interface Planted {
  create: CreateLayer;
  remove: () => void;
}

/** The sources with the bug. Throws when its place is gone, or is no longer one place. */
export function plantInto({ name, file, find, replace }: PlantedBug, source: string): string {
  const pieces = source.split(find);
  if (pieces.length !== 2)
    throw new Error(
      `The bug “${name}” has ${pieces.length - 1} places in ${file}, where it needs one: write it anew for the code as it is.`,
    );
  return pieces.join(replace);
}

export function readSource({ file }: PlantedBug): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The working tree is left alone. */
export function plantBug(bug: PlantedBug): Planted {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-planted-'));
  for (const room of ['gateway/sharding', 'schema'])
    cpSync(join(ROOT, room), join(folder, room), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, bug.file), plantInto(bug, readSource(bug)));
  const layer = require(join(folder, 'gateway/sharding/sharding-layer')) as {
    createShardingLayer: CreateLayer;
  };
  return {
    create: layer.createShardingLayer,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
