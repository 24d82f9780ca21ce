// What was learned of `accept` headers is bounded, and one client cannot keep out what others send.
import { createContentTypes } from '../../gateway/http/content-types';

test('many odd headers do not keep out one that comes later', () => {
  const types = createContentTypes();
  for (let i = 0; i < 1_000; i++) types.learn(`application/json, a/${i}`, 'application/json');
  types.learn('*/*', 'application/json');
  expect(types.find('*/*')).toBe('application/json');
  expect(types.find('application/json, a/0')).toBeUndefined();
  const known = Array.from({ length: 1_000 }, (_, i) => types.find(`application/json, a/${i}`)).filter(
    Boolean,
  );
  expect(known).toHaveLength(199);
});

test('one that is too long is not kept', () => {
  const types = createContentTypes();
  const long = `a/${'b'.repeat(500)}`;
  types.learn(long, 'application/json');
  expect(types.find(long)).toBeUndefined();
});
