// The rules of a version are read once: ahead of its switch where there was time, at the switch otherwise.
import type { AccessRules } from '../../gateway/access/access-rules';
import { createRulesReader } from '../../gateway/access/rules-reader';

function openReader() {
  const read: string[] = [];
  const readRules = (sdl: string) => {
    read.push(sdl);
    return Promise.resolve({ sdl } as unknown as AccessRules);
  };
  return { read, reader: createRulesReader({ readRules }) };
}

test('once its graph is built, and not again when it is switched in', async () => {
  const { read, reader } = openReader();
  await reader.prepare('one', Promise.resolve());
  expect(await reader.read('one')).toEqual({ sdl: 'one' });
  expect(read).toEqual(['one']);
});

test('when it is switched in while its graph is still built, and not again after that', async () => {
  const { read, reader } = openReader();
  let build = () => {};
  const prepared = reader.prepare('one', new Promise<void>((resolve) => (build = resolve)));
  await reader.read('one');
  build();
  await prepared;
  expect(read).toEqual(['one']);
});

test('not at all when it is dropped, or another is prepared in its place', async () => {
  const { read, reader } = openReader();
  let build = () => {};
  const built = new Promise<void>((resolve) => (build = resolve));
  const replaced = reader.prepare('one', built);
  const dropped = reader.prepare('two', built);
  reader.drop();
  build();
  await Promise.all([replaced, dropped]);
  expect(read).toEqual([]);
});

test('a graph that cannot be built has no rules', async () => {
  const { read, reader } = openReader();
  await expect(reader.prepare('one', Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(read).toEqual([]);
});
