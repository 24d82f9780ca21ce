// Differences of API schemas, held to graphql-js' own findBreakingChanges and findDangerousChanges.
import * as fc from 'fast-check';
import { buildSchema, findBreakingChanges, findDangerousChanges, parse } from 'graphql';
import { findChanges } from '../../../gateway/registry/check/breaking/find-changes';
import { readMembers } from '../../../gateway/registry/check/graph-members';

const SDL = `
interface Named { name: String }
type Room implements Named { id: ID! name: String seats(at: Int = 1, of: Kind): [Int!]! kind: Kind }
type Hall implements Named { name: String }
enum Kind { A B C }
union Place = Room | Hall
input Filter { kind: Kind = A seats: Int! note: String }
scalar Day
type Query { rooms(filter: Filter, day: Day): [Room!] place: Place named: Named room(id: ID!): Room }
`;

const EDITS: Array<[from: string, to: string]> = [
  ['type Hall implements Named { name: String }', 'type Hall { name: String }'],
  ['seats(at: Int = 1,', 'seats(at: Int = 2,'],
  ['seats(at: Int = 1,', 'seats(at: Int,'],
  ['seats(at: Int = 1,', 'seats('],
  ['seats(at: Int = 1,', 'seats(at: Int! = 1,'],
  ['of: Kind)', 'of: Kind, to: Int)'],
  ['of: Kind)', 'of: Kind, to: Int!)'],
  ['of: Kind)', 'of: Kind!)'],
  ['of: Kind)', 'of: String)'],
  [': [Int!]!', ': [Int]!'],
  [': [Int!]!', ': [Int!]'],
  [': [Int!]!', ': Int'],
  ['{ A B C }', '{ A B }'],
  ['{ A B C }', '{ A B C D }'],
  ['Room | Hall', 'Room'],
  ['kind: Kind }', '}'],
  ['note: String', ''],
  ['note: String', 'note: String more: Int'],
  ['note: String', 'note: String more: Int!'],
  ['note: String', 'note: String! = "a"'],
  ['seats: Int!', 'seats: Int'],
  ['scalar Day', 'enum Day { MONDAY }'],
  ['room(id: ID!): Room', 'room(id: ID!): Room!'],
  ['room(id: ID!): Room', 'room(id: ID): Room'],
  ['id: ID! name', 'id: ID name'],
];

function apply(edits: Array<[string, string]>): string {
  return edits.reduce((sdl, [from, to]) => sdl.replace(from, to), SDL);
}

function found(sdl: string, criticality: string): number {
  const changes = findChanges(readMembers(parse(SDL)), readMembers(parse(sdl)));
  return changes.filter((it) => it.criticality === criticality).length;
}

test.each(EDITS)('%s → %s', (from, to) => {
  const sdl = apply([[from, to]]);
  const [was, is] = [buildSchema(SDL), buildSchema(sdl, { assumeValid: true })];
  expect({ breaking: found(sdl, 'BREAKING') > 0, dangerous: found(sdl, 'DANGEROUS') > 0 }).toEqual({
    breaking: findBreakingChanges(was, is).length > 0,
    dangerous: findDangerousChanges(was, is).length > 0,
  });
});

test('any of them together are as many as graphql-js finds', () => {
  const differentPlaces = fc.uniqueArray(fc.constantFrom(...EDITS), {
    selector: ([from]) => from.slice(0, 6),
  });
  fc.assert(
    fc.property(differentPlaces, (edits) => {
      const sdl = apply(edits);
      const [was, is] = [buildSchema(SDL), buildSchema(sdl, { assumeValid: true })];
      expect(found(sdl, 'BREAKING')).toBe(findBreakingChanges(was, is).length);
      expect(found(sdl, 'DANGEROUS')).toBe(findDangerousChanges(was, is).length);
    }),
    { seed: Number(process.env.LIANXI_SEED ?? 20_261_122), numRuns: 200 },
  );
});

test('each difference has its coordinate and says both what was and what is', () => {
  const changes = findChanges(
    readMembers(parse(SDL)),
    readMembers(parse(apply([[': [Int!]!', ': [Int]!']]))),
  );
  expect(changes).toEqual([
    {
      coordinate: 'Room.seats',
      kind: 'CHANGED',
      criticality: 'BREAKING',
      sentence: {
        zh: '“Room.seats”由 “[Int!]!” 变为 “[Int]!”。',
        en: '“Room.seats” changes from “[Int!]!” to “[Int]!”.',
      },
    },
  ]);
});
