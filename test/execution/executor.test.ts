// The executor by itself: what is sent, what is joined, where errors stand, and what a broken answer becomes.
import type { GraphQLError } from 'graphql';
import type { Answer } from '../../gateway/execution/prepared-operation';
import type { SubgraphAnswer } from '../../gateway/execution/source/subgraph-source';
import { readShardAnswer } from '../../gateway/sharding/read-shard-answer';
import { type Answering, type LittleSupergraph, littleSupergraph } from './kit/little-supergraph';

const ROOMS = `
  type Query { rooms: [Room] room: Room! best: Room }
  type Room @key(fields: "id") { id: ID! name: String! owner: Owner keeper: Owner! helpers: [Owner!] others: [Room!] color: Color }
  enum Color { RED HIDDEN @inaccessible }
  type Owner @key(fields: "id", resolvable: false) { id: ID! }`;
const PEOPLE = `
  type Query { people: Int owners: [Owner] }
  type Owner @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String age: Int! friend: Owner letter(to: String): String }`;
const LETTERS = `
  type Owner @key(fields: "id") { id: ID! score(x: Int): Int stamp: Int! name: String @external greeting: String! @requires(fields: "name") }`;
const POSTS = `
  type Owner @key(fields: "code") { code: ID! posts: Int! }`;

let little: LittleSupergraph;
beforeAll(() => {
  little = littleSupergraph({ rooms: ROOMS, people: PEOPLE, letters: LETTERS, posts: POSTS });
});
beforeEach(() => {
  little.asked.length = 0;
  little.faults.length = 0;
  little.absent.length = 0;
});

/** Rooms whose owners are these, and owners that are told by a function of their id. */
function answering(
  owners: Array<string | null>,
  tell: (id: string) => unknown,
  errors?: unknown[],
): Answering {
  return ({ subgraph, variables }) => {
    if (subgraph === 'rooms') {
      return {
        data: { rooms: owners.map((id, i) => ({ id: `r${i}`, owner: id && { __typename: 'Owner', id } })) },
      };
    }
    const _entities = variables.representations!.map(({ id }) => tell(id as string));
    return { data: { _entities }, errors: errors as never };
  };
}

async function run(query: string, answer: Answering): Promise<Answer<unknown>> {
  const prepared = little.prepare(query, answer);
  const objects = await prepared.run({ variables: {}, context: {} });
  const text = await prepared.runToText({ variables: {}, context: {} });
  expect(JSON.parse(String(text.data))).toEqual(objects.data);
  expect(text.errors.map(told)).toEqual(objects.errors.map(told));
  return objects;
}

const told = ({ path, extensions }: GraphQLError) => `${path?.join('.')} ${String(extensions.code)}`;

describe('what is sent', () => {
  test('each representation once; the answer comes to every place', async () => {
    const { data } = await run(
      '{ rooms { owner { name } } }',
      answering(['a', 'b', null, 'a'], (id) => ({ name: `n-${id}` })),
    );
    expect(little.asked[1]!.variables.representations).toEqual([
      { __typename: 'Owner', id: 'a' },
      { __typename: 'Owner', id: 'b' },
    ]);
    const owner = (name: string) => ({ owner: { name } });
    expect(data).toEqual({ rooms: [owner('n-a'), owner('n-b'), { owner: null }, owner('n-a')] });
  });

  test('nothing, where there is nobody to ask for', async () => {
    await run(
      '{ rooms { owner { name } } }',
      answering([null], () => null),
    );
    expect(little.asked.map(({ subgraph }) => subgraph)).toEqual(['rooms', 'rooms']);
  });

  test('equal fetches are one, and their places may grow apart', async () => {
    const query = '{ room { owner { friend { score(x: 1) } } } best { owner { friend { score(x: 2) } } } }';
    const { data } = await run(query, async ({ subgraph, text, variables }) => {
      await Promise.resolve();
      if (subgraph === 'rooms') {
        const room = () => ({ owner: { __typename: 'Owner', id: 'a' } });
        return { data: { room: room(), best: room() } };
      }
      if (subgraph === 'people')
        return { data: { _entities: [{ friend: { __typename: 'Owner', id: 'b' } }] } };
      const score = /x:\s*2/.test(text) ? 2 : 1;
      return { data: { _entities: variables.representations!.map(() => ({ score })) } };
    });
    expect(data).toEqual({
      room: { owner: { friend: { score: 1 } } },
      best: { owner: { friend: { score: 2 } } },
    });
    const once = little.asked.slice(0, little.asked.length / 2).map(({ subgraph }) => subgraph);
    expect(once).toEqual(['rooms', 'people', 'letters', 'letters']);
  });

  test('no promise is made where nothing waits', () => {
    const prepared = little.prepare(
      '{ rooms { owner { name } } }',
      answering(['a'], () => ({ name: 'n' })),
    );
    expect(prepared.run({ variables: {}, context: {} })).not.toBeInstanceOf(Promise);
  });
});

describe('errors', () => {
  const broken = { message: 'No.', path: ['_entities', 1, 'name'], extensions: { code: 'BAD_ID' } };

  test("an entity's error stands wherever the entity does, and its neighbours are whole", async () => {
    const { data, errors } = await run(
      '{ rooms { owner { name age } } }',
      answering(['a', 'b', 'b'], (id) => ({ name: id === 'b' ? null : 'n', age: 1 }), [broken]),
    );
    expect(errors.map(told)).toEqual(['rooms.1.owner.name BAD_ID', 'rooms.2.owner.name BAD_ID']);
    expect((data as { rooms: unknown[] }).rooms[0]).toEqual({ owner: { name: 'n', age: 1 } });
  });

  test('a null has one error: a lost entity accounts for all its fields', async () => {
    const { data, errors } = await run(
      '{ rooms { owner { age name } } }',
      answering(['a', 'b'], (id) => (id === 'b' ? null : { name: 'n', age: 1 }), [broken]),
    );
    expect(errors.map(told)).toEqual(['rooms.1.owner.name BAD_ID']);
    expect(data).toEqual({ rooms: [{ owner: { age: 1, name: 'n' } }, { owner: null }] });
  });

  test('a fetch that fails as a whole has one error, at the last place that its objects have in common', async () => {
    const { data, errors } = await run('{ rooms { owner { id age } } }', (asked) =>
      asked.subgraph === 'rooms'
        ? answering(['a', 'b'], () => null)(asked, undefined as never)
        : { data: null, errors: [{ message: 'Away.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
    );
    expect(errors.map(told)).toEqual(['rooms SUBGRAPH_UNAVAILABLE']);
    expect(data).toEqual({ rooms: [{ owner: null }, { owner: null }] });
  });

  test('what must be is null in an entity that is there: an error of ours', async () => {
    const { data, errors } = await run(
      '{ rooms { owner { id age } } }',
      answering(['a', 'b'], (id) => ({ age: id === 'b' ? null : 3 })),
    );
    expect(data).toEqual({ rooms: [{ owner: { id: 'a', age: 3 } }, { owner: null }] });
    expect(errors.map(told)).toEqual(['rooms.1.owner.age INTERNAL']);
  });

  test('what a source throws is told to us, and to the client as INTERNAL without its words', async () => {
    const { errors } = await run('{ rooms { id } people }', ({ subgraph }) => {
      if (subgraph === 'people') throw new TypeError('secret');
      return { data: { rooms: [] } };
    });
    expect(errors.map(told)).toEqual(['people INTERNAL']);
    expect(errors[0]!.message).not.toMatch(/secret/);
    expect(little.faults).toHaveLength(2);
  });
});

describe('an entity that is not there: its subgraph answers null, and no error', () => {
  const onlyA = (id: string) => (id === 'a' ? { name: 'n', age: 3 } : null);
  const rooms = (field: string, value: (id: string) => unknown): Answering => {
    const answer = answering(['a', 'b', 'b'], onlyA);
    return (asked, request) =>
      asked.subgraph === 'rooms'
        ? { data: { rooms: ['a', 'b', 'b'].map((id) => ({ [field]: value(id) })) } }
        : answer(asked, request);
  };
  const owner = (id: string) => ({ __typename: 'Owner', id });

  test('is null at every place where it may be, and no error; its neighbours are whole', async () => {
    const { data, errors } = await run('{ rooms { owner { id age } } }', rooms('owner', owner));
    expect(data).toEqual({ rooms: [{ owner: { id: 'a', age: 3 } }, { owner: null }, { owner: null }] });
    expect(errors).toEqual([]);
    const [once] = little.absent;
    expect(once).toEqual(['people', 2, 1]);
  });

  test('keeps its key where nothing is asked of it that must be', async () => {
    const { data, errors } = await run('{ rooms { owner { id name } } }', rooms('owner', owner));
    const nobody = { owner: { id: 'b', name: null } };
    expect(data).toEqual({ rooms: [{ owner: { id: 'a', name: 'n' } }, nobody, nobody] });
    expect(errors).toEqual([]);
  });

  test('is not there for a fetch either that requires a field of it', async () => {
    const answer = rooms('owner', owner);
    const { data, errors } = await run('{ rooms { owner { id greeting } } }', (asked, request) =>
      asked.subgraph === 'letters' ? { data: { _entities: [{ greeting: 'hi' }] } } : answer(asked, request),
    );
    expect(data).toEqual({
      rooms: [{ owner: { id: 'a', greeting: 'hi' } }, { owner: null }, { owner: null }],
    });
    expect(errors).toEqual([]);
  });

  test('is an error of ours where it must be: a whole list would go without a word', async () => {
    const one = await run('{ rooms { keeper { age } } }', rooms('keeper', owner));
    expect(one.data).toEqual({ rooms: [{ keeper: { age: 3 } }, null, null] });
    expect(one.errors.map(told)).toEqual(['rooms.1.keeper INTERNAL', 'rooms.2.keeper INTERNAL']);
    const many = await run(
      '{ rooms { helpers { age } } }',
      rooms('helpers', (id) => [owner('a'), owner(id)]),
    );
    const nobody = { helpers: null };
    expect(many.data).toEqual({ rooms: [{ helpers: [{ age: 3 }, { age: 3 }] }, nobody, nobody] });
    expect(many.errors.map(told)).toEqual(['rooms.1.helpers.1 INTERNAL', 'rooms.2.helpers.1 INTERNAL']);
  });
});

describe('an entity that one subgraph has, and another answers by null', () => {
  const owners = ['a', 'b'].map((id) => ({ __typename: 'Owner', id, name: 'n' }));
  const VALUES = { name: 'n', age: 3, stamp: 1, greeting: 'hi', posts: 2 };
  const entityOf = (text: string, id: string) =>
    Object.fromEntries(
      Object.entries({ ...VALUES, code: id }).filter(([field]) => new RegExp(`\\b${field}\\b`).test(text)),
    );

  /** Those who lack have no `b`; `slow` answers after the other. */
  const telling = (lacking: string[], slow?: string): Answering => {
    return async ({ subgraph, text, variables }) => {
      if (subgraph === slow) await new Promise(setImmediate);
      const key = (id: string) => (text.includes('key:') ? { id, key: id } : { id });
      const rooms = ['a', 'b'].map((id) => ({ owner: { __typename: 'Owner', ...key(id) } }));
      const tell = (id: string) => (id === 'a' || !lacking.includes(subgraph) ? entityOf(text, id) : null);
      const _entities = variables.representations?.map(({ id, code }) => tell(String(id ?? code)));
      return { data: _entities ? { _entities } : structuredClone({ rooms, owners }) };
    };
  };

  describe.each(['people', 'letters'])('%s is slower', (slow) => {
    const query = '{ rooms { owner { key: id age stamp } } }';
    const whole = { owner: { key: 'a', age: 3, stamp: 1 } };

    test.each([
      ['letters', 'rooms.1.owner.stamp INTERNAL'],
      ['people', 'rooms.1.owner.age INTERNAL'],
    ])('%s lacks it: it is there, and what must be is missing', async (lacking, error) => {
      const { data, errors } = await run(query, telling([lacking], slow));
      expect(data).toEqual({ rooms: [whole, { owner: null }] });
      expect(errors.map(told)).toEqual([error]);
    });

    test('both lack it: it is not there, and no error', async () => {
      const { data, errors } = await run(query, telling(['people', 'letters'], slow));
      expect(data).toEqual({ rooms: [whole, { owner: null }] });
      expect(errors).toEqual([]);
    });
  });

  test('is an error where the other requires a field of it, too', async () => {
    const { data, errors } = await run('{ rooms { owner { id greeting } } }', telling(['letters']));
    expect(data).toEqual({ rooms: [{ owner: { id: 'a', greeting: 'hi' } }, { owner: null }] });
    expect(errors.map(told)).toEqual(['rooms.1.owner.greeting INTERNAL']);
  });

  test('is an error where all that came of it is another key', async () => {
    const { data, errors } = await run('{ rooms { owner { id posts } } }', telling(['posts']));
    expect(data).toEqual({ rooms: [{ owner: { id: 'a', posts: 2 } }, { owner: null }] });
    expect(errors.map(told)).toEqual(['rooms.1.owner.posts INTERNAL']);
  });

  test.each(['name stamp', 'name greeting', 'greeting'])(
    'is an error where it came with more than its key, asked for %s',
    async (fields) => {
      const { data, errors } = await run(`{ owners { id ${fields} } }`, telling(['letters']));
      expect(data).toMatchObject({ owners: [{ id: 'a' }, null] });
      expect(errors.map(told)).toEqual([`owners.1.${fields.split(' ').at(-1)} INTERNAL`]);
    },
  );
});

describe('broken answers are null with an error at their place, and the rest stays', () => {
  const cases: Array<[string, unknown, unknown, string]> = [
    ['a text for a list', 'x', null, 'rooms INTERNAL'],
    ['a text for an object', [{ id: 'r' }, 'x'], [{ id: 'r', color: null }, null], 'rooms.1 INTERNAL'],
    [
      'an enum value that is hidden',
      [{ id: 'r', color: 'HIDDEN' }],
      [{ id: 'r', color: null }],
      'rooms.0.color INTERNAL',
    ],
    ['a type that there is not', [{ id: 'r', __typename: 'Cellar' }], [null], 'rooms.0 INTERNAL'],
    [
      'null for a value that must be',
      [{ id: null }, { id: 'r' }],
      [null, { id: 'r', color: null }],
      'rooms.0.id INTERNAL',
    ],
  ];
  test.each(cases)('%s', async (_, rooms, expected, error) => {
    const { data, errors } = await run('{ rooms { id color } people }', ({ subgraph }) => ({
      data: subgraph === 'rooms' ? { rooms } : { people: 1 },
    }));
    expect(data).toEqual({ rooms: expected, people: 1 });
    expect(errors.map(told)).toEqual([error]);
  });

  test('a list of entities that is too short is not used at all', async () => {
    const { data, errors } = await run('{ rooms { owner { name } } }', ({ subgraph, variables }) =>
      subgraph === 'people'
        ? { data: { _entities: [{ name: 'n' }] } }
        : answering(['a', 'b'], () => null)({ subgraph, variables, text: '' }, undefined as never),
    );
    expect(data).toEqual({ rooms: [{ owner: { name: null } }, { owner: { name: null } }] });
    expect(errors.map(told)).toEqual(['rooms INTERNAL']);
  });

  test('a null goes up to the root where nothing may be null', async () => {
    const { data, errors } = await run('{ room { name } people }', ({ subgraph }) => ({
      data: subgraph === 'rooms' ? { room: { name: null } } : { people: 1 },
    }));
    expect(data).toBeNull();
    expect(errors.map(told)).toEqual(['room.name INTERNAL']);
  });
});

describe('names and types', () => {
  test('response names that every object seems to have', async () => {
    const query = '{ __proto__: rooms { constructor: id toString: color __proto__: id } }';
    const room = JSON.parse('{"constructor":"r","__proto__":"r"}') as object;
    const answer = () => ({
      data: JSON.parse(`{"__proto__":[${JSON.stringify(room)}]}`) as Record<string, unknown>,
    });
    const prepared = little.prepare(query, answer);
    const { data, errors } = await prepared.run({ variables: {}, context: {} });
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe('{"__proto__":[{"constructor":"r","toString":null,"__proto__":"r"}]}');
    expect((await prepared.runToText({ variables: {}, context: {} })).data).toBe(JSON.stringify(data));
  });

  test('introspection beside data, with variables', async () => {
    const query =
      'query($d: Boolean = false) { __typename people s: __schema { queryType { name } } ... on Query { __type(name: "Color") { enumValues(includeDeprecated: $d) { name } } } }';
    const { data } = await run(query, () => ({ data: { people: 1 } }));
    expect(data).toEqual({
      __typename: 'Query',
      people: 1,
      s: { queryType: { name: 'Query' } },
      __type: { enumValues: [{ name: 'RED' }] },
    });
  });

  test('variables of the wrong type are refused before anyone is asked', async () => {
    const prepared = little.prepare('query($b: Boolean!) { people @include(if: $b) }', () => ({ data: {} }));
    const { data, errors } = await prepared.run({ variables: { b: 'x' }, context: {} });
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(little.asked).toEqual([]);
  });
});

describe('the text of strings', () => {
  const words = ['plain 会议', 'a "quote"', 'back\\slash', 'line\nbreak', '\u0001', '\ud800', '😀\u2028', ''];
  const cases = words.flatMap((word) => words.map((other) => [word, other] as const));

  /** As it comes over HTTP. */
  const read = (data: object): SubgraphAnswer => {
    const answer = readShardAnswer(200, JSON.stringify({ data }));
    if (answer.kind === 'silent') throw new Error(answer.why);
    return { data: answer.data, isPlain: answer.isPlain };
  };

  test.each(cases)('%j beside %j is what JSON.stringify writes', async (word, other) => {
    const prepared = little.prepare('{ rooms { name owner { name } } }', ({ subgraph }) =>
      read(
        subgraph === 'rooms'
          ? { rooms: [{ name: word, owner: { __typename: 'Owner', id: 'a' } }] }
          : { _entities: [{ name: other }] },
      ),
    );
    const { data } = await prepared.runToText({ variables: {}, context: {} });
    expect(data).toBe(JSON.stringify({ rooms: [{ name: word, owner: { name: other } }] }));
  });
});
