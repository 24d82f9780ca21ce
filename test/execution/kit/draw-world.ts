// Draws a random federation: subgraphs that share entities, interfaces, unions, interface objects and values.
import { type Dice, createDice } from './dice';

export interface SubgraphSdl {
  name: string;
  sdl: string;
}

/** By type, then by field: the line of the SDL. */
type Fields = Map<string, string>;

interface Drawn {
  name: string;
  /** By type name: what stands before the brace, and the fields. */
  types: Map<string, { head: string; fields: Fields }>;
  unions: string[];
}

interface Entity {
  name: string;
  keys: string[];
  /** Fields that some subgraph resolves: what @requires and @provides may name. */
  known: Array<{ name: string; type: string; subgraph: string; argument: boolean }>;
}

interface World {
  dice: Dice;
  subgraphs: Drawn[];
  entities: Entity[];
  /** Where the interface `Media` is an interface, and where an interface object; undefined without it. */
  media: { home: string; guest: string } | undefined;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])`;
const VALUES = `
scalar Blob
enum Color { RED GREEN BLUE HIDDEN @inaccessible }
type Box @shareable { w: Int h: Int! tags: [String] inner: Inner grid: [[Inner]] }
type Inner @shareable { z: String color: Color blob: Blob n: Int! }
type Ref @shareable { n: Int! s: String! }
`;

/** What a key names, and how it is declared. */
const KEY_FIELDS: Record<string, string> = {
  id: 'id: ID!',
  sku: 'sku: String!',
  kind: 'kind: Int!',
  ref: 'ref: Ref!',
};
const KEYS = ['id', 'sku', 'id kind', 'ref { n s }', 'ref { n } kind'];
const SCALARS = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Color', 'Blob'];
const WRAPS = ['T', 'T', 'T', 'T', '[T]', '[T]', 'T!', '[T!]', '[T!]!', '[[T]]', '[[T!]!]'];
const ARGUMENT = '(x: Int = 1)';

export function drawWorld(seed: string): SubgraphSdl[] {
  const dice = createDice(seed);
  const names = ['a', 'b', 'c'].slice(0, 2 + dice.roll(2));
  const subgraphs = names.map((name): Drawn => ({ name, types: new Map(), unions: [] }));
  const entities = ['E0', 'E1', 'E2', 'E3']
    .slice(0, 2 + dice.roll(3))
    .map((name): Entity => ({ name, keys: drawKeys(dice), known: [] }));
  const media = dice.chance(50) ? { home: 'a', guest: 'b' } : undefined;
  const world: World = { dice, subgraphs, entities, media };
  if (media)
    for (const entity of entities.slice(0, 2)) if (!entity.keys.includes('id')) entity.keys.unshift('id');
  placeEntities(world);
  if (media) placeMedia(world);
  placeInterface(world);
  placeUnion(world);
  for (const entity of entities) placeFields(world, entity);
  placeMixed(world);
  for (const entity of entities) placeDependent(world, entity);
  placeHub(world);
  placeRoots(world);
  return subgraphs.map((subgraph) => ({ name: subgraph.name, sdl: print(subgraph) }));
}

function drawKeys(dice: Dice): string[] {
  const count = 1 + dice.roll(3);
  return [...new Set(Array.from({ length: count }, () => dice.pick(KEYS)))];
}

function print({ types, unions }: Drawn): string {
  const blocks = [...types].map(
    ([, { head, fields }]) => `${head} {\n${[...fields.values()].map((it) => `  ${it}`).join('\n')}\n}`,
  );
  return [LINK, VALUES, ...unions, ...blocks].join('\n');
}

/** Where an entity may not stand at all: beside the interface object that stands for it. */
function isBanned({ media, entities }: World, entity: Entity, subgraph: Drawn): boolean {
  return media?.guest === subgraph.name && entities.indexOf(entity) < 2;
}

function placeEntities(world: World): void {
  const { dice, subgraphs, entities, media } = world;
  for (const entity of entities) {
    const free = subgraphs.filter((it) => !isBanned(world, entity, it));
    const homes = free.filter((it) => dice.chance(75) || (media && it.name === media.home));
    for (const subgraph of homes.length > 0 ? homes : [free[0]!]) {
      const keys = entity.keys.filter((_, i) => dice.chance(i === 0 ? 85 : 45));
      if (media?.home === subgraph.name && entities.indexOf(entity) < 2 && !keys.includes('id'))
        keys.push('id');
      declare(subgraph, entity, keys.length > 0 ? keys : [entity.keys[0]!], true);
    }
  }
}

function declare(subgraph: Drawn, { name }: Entity, keys: string[], isResolvable: boolean): void {
  const heads = keys.map((key) => `@key(fields: "${key}"${isResolvable ? '' : ', resolvable: false'})`);
  const fields: Fields = new Map();
  for (const key of keys) {
    for (const word of key.match(/\b(id|sku|kind|ref)\b/g) ?? []) fields.set(word, KEY_FIELDS[word]!);
  }
  subgraph.types.set(name, { head: `type ${name} ${heads.join(' ')}`, fields });
}

/** A subgraph that only refers to an entity knows a key of it. */
function mayRefer(world: World, subgraph: Drawn, entity: Entity): boolean {
  if (subgraph.types.has(entity.name)) return true;
  if (isBanned(world, entity, subgraph)) return false;
  const heads = world.subgraphs.flatMap((it) => it.types.get(entity.name)?.head ?? []);
  const key = entity.keys.find((it) => heads.some((head) => head.includes(`@key(fields: "${it}")`)));
  if (key === undefined) return false;
  declare(subgraph, entity, [key], false);
  return true;
}

function placeMedia({ dice, subgraphs, entities, media }: World): void {
  const home = subgraphs.find(({ name }) => name === media!.home)!;
  const guest = subgraphs.find(({ name }) => name === media!.guest)!;
  const title = ['title', `title: ${dice.pick(['String', 'String!'])}`] as const;
  home.types.set('Media', {
    head: 'interface Media @key(fields: "id")',
    fields: new Map([['id', 'id: ID!'], title]),
  });
  for (const { name } of entities.slice(0, 2)) {
    const type = home.types.get(name)!;
    type.head = type.head.replace(`type ${name}`, `type ${name} implements Media`);
    type.fields.set('id', 'id: ID!').set(...title);
  }
  const fields: Fields = new Map([
    ['id', 'id: ID!'],
    ['rating', `rating: ${dice.pick(['Int', 'Int!', '[Int]'])}`],
    ['score', `score${ARGUMENT}: String`],
    ['crate', `crate: ${wrap(dice, 'Box')}`],
    ['mates', `mates: ${dice.pick(['[Media]', 'Media', '[[Media!]]'])}`],
  ]);
  if (dice.chance(50)) {
    fields.set('title', `${title[1]} @external`);
    fields.set('shout', 'shout: String @requires(fields: "title")');
  }
  guest.types.set('Media', { head: 'type Media @interfaceObject @key(fields: "id")', fields });
}

/** An interface without a key, in one or more subgraphs, over the entities that have an id there. */
function placeInterface(world: World): void {
  const { dice, subgraphs, entities } = world;
  const nick = dice.pick(['String', '[String]', 'Box']);
  const isDeep = dice.chance(50);
  for (const subgraph of subgraphs) {
    const members = entities.filter(({ name }) => subgraph.types.get(name)?.fields.has('id'));
    if (members.length === 0 || !dice.chance(60)) continue;
    const fields = new Map([
      ['id', 'id: ID!'],
      ['nick', `nick${ARGUMENT}: ${nick}`],
    ]);
    if (isDeep) fields.set('pal', 'pal: Thing');
    subgraph.types.set('Thing', { head: 'interface Thing', fields });
    for (const { name } of members) {
      const type = subgraph.types.get(name)!;
      type.head = type.head.includes('implements')
        ? type.head.replace('implements', 'implements Thing &')
        : type.head.replace(`type ${name}`, `type ${name} implements Thing`);
      type.fields.set('nick', `nick${ARGUMENT}: ${nick} @shareable`);
      if (isDeep) type.fields.set('pal', `pal: ${dice.pick(['Thing', members[0]!.name])} @shareable`);
    }
  }
}

function placeUnion({ dice, subgraphs, entities }: World): void {
  for (const subgraph of subgraphs) {
    const members = entities
      .filter(({ name }) => subgraph.types.has(name) && dice.chance(70))
      .map(({ name }) => name);
    if (members.length === 0 || !dice.chance(50)) continue;
    subgraph.unions.push(`union Pick = ${[...members, 'Box'].join(' | ')}`);
  }
}

function wrap(dice: Dice, type: string): string {
  return dice.pick(WRAPS).replace('T', type);
}

/** A type that a field of this subgraph may have. */
function drawType(world: World, subgraph: Drawn): string {
  const { dice, entities } = world;
  const kind = dice.roll(10);
  if (kind < 3) return wrap(dice, dice.pick(SCALARS));
  if (kind < 5) return wrap(dice, 'Box');
  if (kind === 5 && subgraph.types.has('Thing')) return wrap(dice, 'Thing');
  if (kind === 6 && subgraph.unions.length > 0) return wrap(dice, 'Pick');
  if (kind === 7 && subgraph.types.has('Media')) return wrap(dice, 'Media');
  const entity = dice.pick(entities);
  return mayRefer(world, subgraph, entity) ? wrap(dice, entity.name) : 'String';
}

function homesOf({ subgraphs }: World, { name }: Entity): Drawn[] {
  return subgraphs.filter((it) => it.types.get(name) && !it.types.get(name)!.head.includes('resolvable'));
}

function placeFields(world: World, entity: Entity): void {
  const { dice } = world;
  const count = 3 + dice.roll(5);
  for (let i = 0; i < count; i++) {
    const name = `f${i}`;
    const homes = homesOf(world, entity);
    const home = dice.pick(homes);
    const type = drawType(world, home);
    const argument = dice.chance(25);
    const line = `${name}${argument ? ARGUMENT : ''}: ${type}`;
    const other = dice.pick(homes);
    const isPlain = /^[[\]!]*(String|Int|Float|Boolean|ID|Color|Blob|Box)[[\]!]*$/.test(type);
    const fieldsOf = (it: Drawn) => it.types.get(entity.name)!.fields;
    entity.known.push({ name, type, subgraph: home.name, argument });
    if (other === home || !isPlain || !dice.chance(40)) fieldsOf(home).set(name, line);
    else if (dice.chance(40)) {
      fieldsOf(home).set(name, `${line} @override(from: "${other.name}")`);
      fieldsOf(other).set(name, line);
    } else {
      fieldsOf(home).set(name, `${line} @shareable`);
      fieldsOf(other).set(name, `${line} @shareable`);
    }
  }
}

/** Fields of one name whose types differ in what may be null, so that the planner must rename them in a fetch. */
function placeMixed(world: World): void {
  const { dice, entities } = world;
  const type = dice.pick(['String', 'Int', 'Boolean', '[Int]', 'Box']);
  for (const entity of entities) {
    const homes = homesOf(world, entity);
    const lenient = dice.pick(homes);
    for (const home of homes) {
      const isStrict = home !== lenient && dice.chance(60);
      home.types.get(entity.name)!.fields.set('mix', `mix: ${type}${isStrict ? '!' : ''} @shareable`);
    }
  }
}

/** What @requires and @provides may select of a field. */
function selectionOf({ name, type, argument }: Entity['known'][number]): string | undefined {
  const field = argument ? `${name}(x: 7)` : name;
  if (/Box/.test(type)) return `${field} { w inner { z } grid { n } }`;
  return /E\d|Thing|Pick|Media/.test(type) ? undefined : field;
}

function placeDependent(world: World, entity: Entity): void {
  const { dice, subgraphs } = world;
  for (const subgraph of homesOf(world, entity)) {
    const { fields } = subgraph.types.get(entity.name)!;
    const foreign = entity.known.filter((it) => !fields.has(it.name) && selectionOf(it) !== undefined);
    const needed = foreign.filter(() => dice.chance(35)).slice(0, 3);
    if (needed.length === 0) continue;
    for (const { name, type, argument } of needed)
      fields.set(name, `${name}${argument ? ARGUMENT : ''}: ${type} @external`);
    const selection = needed.map((it) => selectionOf(it)).join(' ');
    fields.set(
      `q${subgraph.name}`,
      `q${subgraph.name}${dice.chance(30) ? ARGUMENT : ''}: ${dice.pick(['String', 'String!', 'Int'])} @requires(fields: "${selection}")`,
    );
  }
  for (const subgraph of subgraphs) {
    const type = subgraph.types.get(entity.name);
    const owner = dice.pick(world.entities);
    const owning = subgraph.types.get(owner.name);
    if (!type || !owning || owning.head.includes('resolvable') || !dice.chance(35)) continue;
    const given = entity.known.find(
      (it) => !type.fields.has(it.name) && selectionOf(it) !== undefined && !it.argument,
    );
    if (!given) continue;
    for (const other of homesOf(world, entity)) {
      const line = other.types.get(entity.name)!.fields.get(given.name);
      if (line && !/@external|@shareable|@override/.test(line))
        other.types.get(entity.name)!.fields.set(given.name, `${line} @shareable`);
    }
    type.fields.set(given.name, `${given.name}: ${given.type} @external`);
    owning.fields.set(
      `p${subgraph.name}${entity.name}`,
      `p${subgraph.name}${entity.name}: ${dice.pick([entity.name, `[${entity.name}]`])} @provides(fields: "${selectionOf(given)}")`,
    );
  }
}

/** A value that every subgraph holds a part of. */
function placeHub(world: World): void {
  const { dice, subgraphs } = world;
  if (!dice.chance(80)) return;
  const wrapped = dice.pick(['Hub', 'Hub!', '[Hub]', '[Hub!]!', '[[Hub]]', '[[Hub!]!]!']);
  for (const subgraph of subgraphs) {
    const fields: Fields = new Map([['same', 'same: Int @shareable']]);
    for (let i = 0; i < 1 + dice.roll(3); i++)
      fields.set(`${subgraph.name}${i}`, `${subgraph.name}${i}: ${drawType(world, subgraph)}`);
    subgraph.types.set('Hub', { head: 'type Hub', fields });
    root(subgraph, 'Query').set('hub', `hub: ${wrapped} @shareable`);
  }
}

function root({ types }: Drawn, name: string): Fields {
  if (!types.has(name)) types.set(name, { head: `type ${name}`, fields: new Map() });
  return types.get(name)!.fields;
}

function placeRoots(world: World): void {
  const { dice, subgraphs } = world;
  for (const subgraph of subgraphs) {
    const query = root(subgraph, 'Query');
    const names = [...subgraph.types.keys()].filter((it) => /^(E\d|Thing|Media)$/.test(it));
    if (subgraph.unions.length > 0) names.push('Pick');
    for (const name of names) {
      const field = `${subgraph.name}${name}`;
      query.set(`one${field}`, `one${field}(i: Int = 0): ${name}${dice.chance(10) ? '!' : ''}`);
      query.set(
        `all${field}`,
        `all${field}: ${dice.pick([`[${name}]`, `[${name}!]`, `[${name}!]!`, `[[${name}]]`, `[[${name}!]]!`])}`,
      );
    }
    query.set(
      `plain${subgraph.name}`,
      `plain${subgraph.name}${ARGUMENT}: ${wrap(dice, dice.pick([...SCALARS, 'Box']))}`,
    );
    const target = names.find((it) => it.startsWith('E'));
    if (target && dice.chance(60))
      root(subgraph, 'Mutation').set(`set${subgraph.name}`, `set${subgraph.name}(i: Int = 1): ${target}`);
  }
}
