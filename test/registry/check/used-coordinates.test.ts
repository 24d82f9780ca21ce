// What an operation may send through its variables counts as used, wherever else it is written out.
import { buildSchema, parse } from 'graphql';
import { coordinatesOf } from '../../../gateway/registry/check/breaking/used-coordinates';

test('an object that one operation writes out hides nothing of what another has in a variable', () => {
  const schema = buildSchema(`
    type Query { rooms(at: Place): Int }
    input Place { town: Town inside: Place }
    input Town { name: String part: String }
  `);
  const document = parse(`
    query Written { rooms(at: { town: { name: "here" }, inside: {} }) }
    query Any($at: Place) { rooms(at: $at) }
  `);
  expect([...coordinatesOf(schema, document)]).toEqual(
    expect.arrayContaining(['Place.town', 'Place.inside', 'Town.name', 'Town.part']),
  );
});
