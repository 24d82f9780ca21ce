// What is remembered of documents: bounded in characters whatever clients send, and old refusals go.
import { GraphQLError, buildSchema, parse } from 'graphql';
import { DOCUMENT_BOUNDS } from '../../gateway/guard/document-bounds';
import {
  type KnownDocument,
  type RefusedDocument,
  createDocumentCache,
} from '../../gateway/planning/document-cache';
import { createDocumentReader } from '../../gateway/planning/document-reader';
import type { ReadingOrder, WorkerAnswer } from '../../gateway/planning/planning-worker';
import { readDocument } from '../../gateway/planning/read-document';

const SMALL = '{ __typename }';
const LONG = `${SMALL}#${'x'.repeat(DOCUMENT_BOUNDS.characters)}`;

function refusal(...messages: string[]): RefusedDocument {
  return { kind: 'refused', errors: messages.map((message) => new GraphQLError(message)) };
}

describe('the cache', () => {
  const known = { kind: 'known', document: parse(SMALL), text: SMALL, uses: 1 } as unknown as KnownDocument;

  test('counts what the keys of documents hold, and forgets those that were used first', () => {
    const cache = createDocumentCache({ characters: 100 });
    for (const sign of ['a', 'b', 'c', 'd']) {
      cache.keep(sign.repeat(40), known);
      cache.find('a'.repeat(40));
    }
    expect(['a', 'b', 'c', 'd'].filter((sign) => cache.has(sign.repeat(40)))).toEqual(['a', 'd']);
    expect(cache.held().documents).toBe(80);
    cache.keep('e'.repeat(101), known);
    expect(cache.held().documents).toBe(80);
  });

  test('counts what refusals hold: keys, sentences, and the errors themselves', () => {
    const cache = createDocumentCache({ refusalCharacters: 10_000 });
    const kept = (key: string, ...messages: string[]) => {
      cache.keepRefusal(key, refusal(...messages));
      expect(cache.held().refusals).toBeLessThanOrEqual(10_000);
      return cache.find(key) !== undefined;
    };
    expect(kept('a', 'no')).toBe(true);
    expect(kept('k'.repeat(5_000), 'no')).toBe(false);
    expect(kept('b', 'n'.repeat(9_000))).toBe(false);
    expect(kept('c', ...Array<string>(6).fill('no'))).toBe(false);
    expect(cache.find('a')).toBeDefined();
    expect(kept('d', 'n'.repeat(7_000))).toBe(true);
    expect(cache.find('a')).toBeUndefined();
  });

  test('a refusal that is over goes when anything else is looked for', () => {
    let now = 0;
    const cache = createDocumentCache({ refusalMs: 10, now: () => now });
    cache.keepRefusal('old', refusal('no'));
    now = 9;
    expect(cache.find('old')).toBeDefined();
    cache.keepRefusal('new', refusal('no'));
    const both = cache.held().refusals;
    now = 10;
    cache.find('other');
    expect(cache.held().refusals).toBe(both / 2);
    expect(cache.find('new')).toBeDefined();
    now = 19;
    cache.find('other');
    expect(cache.held()).toEqual({ documents: 0, refusals: 0 });
  });
});

describe('the reader', () => {
  function start() {
    const orders: ReadingOrder[] = [];
    const worker = {
      read: async (_: unknown, order: ReadingOrder): Promise<WorkerAnswer> => {
        orders.push(order);
        return { kind: 'read', plan: undefined };
      },
    } as unknown as Parameters<typeof createDocumentReader>[0]['worker'];
    const source = { id: 1, kind: 'supergraph', sdl: '' } as const;
    return { orders, reader: createDocumentReader({ worker, source, bounds: DOCUMENT_BOUNDS }) };
  }

  test('a text that is too long is refused at once, in the words of the planning thread', () => {
    const { reader } = start();
    const schema = buildSchema('type Query { a: Int }');
    const read = readDocument(LONG, { schema, bounds: DOCUMENT_BOUNDS, introspection: true });
    expect(reader.find({ text: LONG, operationName: undefined })).toMatchObject({
      kind: 'refused',
      errors: 'errors' in read && read.errors.map(({ message, code }) => ({ message, extensions: { code } })),
    });
  });

  test('a name that is longer than its text is neither kept nor sent', async () => {
    const { orders, reader } = start();
    const asked = (operationName: string) => ({ text: SMALL, hash: '', operationName });
    const known = await reader.read(asked('n'.repeat(1_000_000)));
    expect(known).toMatchObject({ kind: 'known', operation: undefined, plan: undefined });
    expect(orders).toEqual([{ text: SMALL, operationName: '' }]);
    expect(reader.mostUsed(9).map((it) => it.operationName)).toEqual(['']);
    expect(reader.find(asked('m'.repeat(1_000_000)))).toBe(known);
    expect(reader.find(asked('n'.repeat(SMALL.length)))).toBeUndefined();
  });
});
