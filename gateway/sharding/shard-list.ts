// The versioned list of shards: which server speaks which contracts for which homes.
import { MAX_WORD, parseId } from '../../schema/id';

export interface Shard {
  name: string;
  /** Base address; a contract is served at `<url>/<contract>`. Only the HTTP transport reads it. */
  url: string;
  contracts: string[];
  homes: string[];
}

/** A known organization that no shard serves yet, with the contracts it would speak. */
export interface NotJoined {
  home: string;
  contracts: string[];
}

/** One version of the list. Never changed in place: a request holds one version from start to end (law 11). */
export interface ShardList {
  version: number;
  shards: Shard[];
  notJoined: NotJoined[];
}

/** Reads a parsed JSON document. Throws one Error that names every fault, each with its place. */
export function parseShardList(json: unknown): ShardList {
  const faults: string[] = [];
  const document = asRecord(json);
  if (!document) throw new Error('Shard list: expected a JSON object with version, shards and notJoined.');
  const list: ShardList = {
    version: readVersion(document.version, faults),
    shards: readArray(document.shards, 'shards', faults).map((item, i) =>
      readShard(item, `shards[${i}]`, faults),
    ),
    notJoined: readArray(document.notJoined ?? [], 'notJoined', faults).map((item, i) =>
      readNotJoined(item, `notJoined[${i}]`, faults),
    ),
  };
  checkNames(list.shards, faults);
  checkHomes(list, faults);
  if (faults.length > 0) throw new Error(`Shard list: ${faults.join(' ')}`);
  return list;
}

function readVersion(version: unknown, faults: string[]): number {
  if (Number.isSafeInteger(version) && (version as number) >= 0) return version as number;
  faults.push(`version is ${show(version)}; expected a whole number that grows with every change.`);
  return 0;
}

function readShard(json: unknown, place: string, faults: string[]): Shard {
  const shard = asRecord(json) ?? {};
  return {
    name: readName(shard.name, `${place}.name`, faults),
    url: readUrl(shard.url, `${place}.url`, faults),
    contracts: readNames(shard.contracts, `${place}.contracts`, faults),
    homes: readHomes(shard.homes, `${place}.homes`, faults),
  };
}

function readNotJoined(json: unknown, place: string, faults: string[]): NotJoined {
  const entry = asRecord(json) ?? {};
  return {
    home: readHome(entry.home, `${place}.home`, faults),
    contracts: readNames(entry.contracts, `${place}.contracts`, faults),
  };
}

function readUrl(url: unknown, place: string, faults: string[]): string {
  const isReadable = typeof url === 'string' && !/[\p{Cc}\p{Cs}]/u.test(url) && URL.canParse(url);
  const parsed = isReadable ? new URL(url) : null;
  const plain =
    parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.search && !parsed.hash;
  if (plain) return (url as string).replace(/\/+$/, '');
  faults.push(
    `${place} is ${show(url)}; expected an http(s) address without credentials, query or fragment.`,
  );
  return '';
}

function readName(name: unknown, place: string, faults: string[]): string {
  if (isHome(name)) return name;
  faults.push(
    `${place} is ${show(name)}; expected lower-case words joined by hyphens, at most ${MAX_WORD} characters.`,
  );
  return '';
}

function readHome(home: unknown, place: string, faults: string[]): string {
  if (isHome(home)) return home;
  faults.push(`${place} is ${show(home)}; expected the id of an organization.`);
  return '';
}

function readNames(names: unknown, place: string, faults: string[]): string[] {
  const read = readArray(names, place, faults).map((name, i) => readName(name, `${place}[${i}]`, faults));
  if (Array.isArray(names) && read.length === 0)
    faults.push(`${place} is empty; expected at least one contract.`);
  return read;
}

function readHomes(homes: unknown, place: string, faults: string[]): string[] {
  return readArray(homes, place, faults).map((home, i) => readHome(home, `${place}[${i}]`, faults));
}

function readArray(value: unknown, place: string, faults: string[]): unknown[] {
  if (Array.isArray(value)) return value;
  faults.push(`${place} is ${show(value)}; expected a list.`);
  return [];
}

function checkNames(shards: Shard[], faults: string[]): void {
  const seen = new Set<string>();
  for (const { name } of shards) {
    if (name && seen.has(name)) faults.push(`Two shards are named "${name}"; names must differ.`);
    seen.add(name);
  }
}

/** A home is on exactly one shard, and not both served and not joined for one contract. */
function checkHomes(list: ShardList, faults: string[]): void {
  const shardOf = new Map<string, Shard>();
  for (const shard of list.shards) {
    for (const home of shard.homes) {
      const other = shardOf.get(home);
      if (other && home)
        faults.push(
          `Home "${home}" is on shards "${other.name}" and "${shard.name}"; it may be on one only.`,
        );
      shardOf.set(home, shard);
    }
  }
  const listed = new Set<string>();
  for (const { home, contracts } of list.notJoined) {
    if (home && listed.has(home)) faults.push(`Home "${home}" is listed twice in notJoined.`);
    listed.add(home);
    const served = contracts.find((contract) => shardOf.get(home)?.contracts.includes(contract));
    if (home && served) faults.push(`Home "${home}" is not joined for "${served}", yet a shard serves it.`);
  }
}

function isHome(value: unknown): value is string {
  const id = parseId(value);
  return id !== null && id.kind === undefined;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
