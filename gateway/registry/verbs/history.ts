// Reading what was: the history, one version, and the difference of two. Whoever was let in may read.
import type { Actor } from '../domain/actor';
import type { Version, VersionEntry } from '../domain/version';
import { requireReader } from './permissions';
import { unknown } from './refusals';
import type { RegistryGround } from './registry-ground';
import { diffTexts } from './write-diff';

const MAX_PAGE = 200;

export async function history(
  ground: RegistryGround,
  actor: Actor | null,
  before?: number,
  limit = 50,
): Promise<VersionEntry[]> {
  await requireReader(ground, actor);
  return ground.store.read.history({ before, limit: Math.max(1, Math.min(MAX_PAGE, limit)) });
}

export async function readVersion(
  ground: RegistryGround,
  actor: Actor | null,
  number?: number,
): Promise<Version> {
  await requireReader(ground, actor);
  const asked = number ?? (await ground.store.read.headNumber());
  const version = await ground.store.read.version(asked);
  if (!version) throw unknown('version', String(asked), [`1 … ${await ground.store.read.headNumber()}`]);
  return version;
}

export interface VersionDiff {
  /** Of the composed API, as a client sees it. */
  api: string;
  /** Of each subgraph that differs, one after the other. */
  subgraphs: string;
  /** Of the list of shards. */
  shards: string;
}

/** From the one before, when only one is named. */
export async function diff(
  ground: RegistryGround,
  actor: Actor | null,
  to: number,
  from = to - 1,
): Promise<VersionDiff> {
  const newer = await readVersion(ground, actor, to);
  const older = from === 0 ? null : await readVersion(ground, actor, from);
  const sdlOf = (version: Version | null, name: string) =>
    version?.state.subgraphs.find((each) => each.name === name)?.sdl ?? '';
  const names = new Set(
    [...(older?.state.subgraphs ?? []), ...newer.state.subgraphs].map(({ name }) => name),
  );
  return {
    api: diffTexts('api.graphql', older?.composed.apiSdl ?? '', newer.composed.apiSdl),
    subgraphs: [...names]
      .map((name) => diffTexts(`${name}.graphql`, sdlOf(older, name), sdlOf(newer, name)))
      .join(''),
    shards: diffTexts('shards.json', shardsOf(older), shardsOf(newer)),
  };
}

function shardsOf(version: Version | null): string {
  if (!version) return '';
  const { shards, notJoined } = version.state;
  return `${JSON.stringify({ shards, notJoined }, null, 2)}\n`;
}
