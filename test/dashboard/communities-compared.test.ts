// Question 22's rule: what counts for whom, what has no state, and what cannot be said. Held to a count made row by row.
import fc from 'fast-check';
import {
  compareAll,
  compareCommunities,
  type CommunitiesAnswer,
} from '../../schema/operations/q22-communities-compared';

fc.configureGlobal({ seed: Number(process.env.LIANXI_SEED ?? 7) });

const ORGANIZATIONS = [
  { id: 'street', name: '街道', kind: 'STREET', parent: null },
  { id: 'east', name: '东', kind: 'COMMUNITY', parent: { id: 'street' } },
  { id: 'east-branch', name: '东支部', kind: 'COMMUNITY_PARTY_BRANCH', parent: { id: 'east' } },
  { id: 'east-group', name: '东支部小组', kind: 'JOINT_BODY', parent: { id: 'east-branch' } },
  { id: 'west', name: '西', kind: 'COMMUNITY', parent: null },
  { id: 'lost', name: '循环', kind: 'JOINT_BODY', parent: { id: 'found' } },
  { id: 'found', name: '循环', kind: 'JOINT_BODY', parent: { id: 'lost' } },
];
const OF: Record<string, string | null> = {
  street: null,
  east: 'east',
  'east-branch': 'east',
  'east-group': 'east',
  west: 'west',
  lost: null,
  found: null,
};

interface Item {
  kind: 'agreement' | 'task' | 'need';
  owner: string;
  state: string | null;
}

/** Groups as the graph would give them. */
function answerOf(items: Item[], missing: { home: string; reason: string }[] = []): CommunitiesAnswer {
  const silent = missing.map(({ home }) => home);
  const summary = (kind: Item['kind']) => {
    const groups = new Map<
      string,
      { count: number; state: string | null; provenance: string; owner: { id: string } }
    >();
    for (const { owner, state } of items.filter((it) => it.kind === kind && !silent.includes(it.owner))) {
      const key = `${owner} ${state}`;
      const group = groups.get(key) ?? { count: 0, state, provenance: 'DEMONSTRATION', owner: { id: owner } };
      group.count += 1;
      groups.set(key, group);
    }
    return { coverage: { complete: missing.length === 0, missing }, groups: [...groups.values()] };
  };
  return {
    organizations: { pageInfo: { hasNextPage: false }, edges: ORGANIZATIONS.map((node) => ({ node })) },
    coBuildingAgreementSummary: summary('agreement'),
    agreementTaskSummary: summary('task'),
    needSummary: summary('need'),
  };
}

const STATES = {
  agreement: ['DRAFT', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'],
  task: ['ASSIGNED', 'SUBMITTED', 'CONFIRMED', 'CANCELLED'],
  need: [
    'DRAFT',
    'SUBMITTED',
    'PUBLISHED',
    'CLAIMED',
    'CONFIRMED',
    'CLOSED',
    'MERGED',
    'RETURNED',
    'REFERRED',
  ],
};
const item = fc.constantFrom<Item['kind']>('agreement', 'task', 'need').chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    owner: fc.constantFrom(...Object.keys(OF)),
    state: fc.option(fc.constantFrom(...STATES[kind]), { freq: 6 }),
  }),
);

test('each community has what it and its bodies hold, counted one by one', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      const { rows, complete } = compareCommunities(answerOf(items));
      expect([complete, rows.map(({ id }) => id)]).toEqual([true, ['east', 'west']]);
      for (const row of rows)
        expect(row).toMatchObject(countByHand(items.filter(({ owner }) => OF[owner] === row.id)));
      expect(compareAll(answerOf(items))).toMatchObject(countByHand(items));
    }),
  );
});

function countByHand(items: Item[]) {
  const found = { agreements: 0, noAgreementState: 0, tasks: [0, 0, 0], needs: [0, 0, 0] };
  for (const { kind, state } of items) {
    if (kind === 'agreement') {
      if (state === null) found.noAgreementState += 1;
      if (/^(SIGNED|ACTIVE|SUSPENDED)$/.test(state ?? '')) found.agreements += 1;
    } else if (kind === 'task') {
      if (state === null) found.tasks[2]! += 1;
      else if (state !== 'CANCELLED') found.tasks[1]! += 1;
      if (state === 'CONFIRMED') found.tasks[0]! += 1;
    } else {
      if (state === null) found.needs[2]! += 1;
      else if (/^(PUBLISHED|CLAIMED|CONFIRMED|CLOSED)$/.test(state)) found.needs[1]! += 1;
      if (/^(CONFIRMED|CLOSED)$/.test(state ?? '')) found.needs[0]! += 1;
    }
  }
  const share = ([part, whole, unstated]: number[]) => ({ part, whole, unstated });
  return {
    agreements: { count: found.agreements, unstated: found.noAgreementState },
    tasks: share(found.tasks),
    needs: share(found.needs),
  };
}

const TASK: Item = { kind: 'task', owner: 'east', state: 'CONFIRMED' };

test('a community whose body is silent is unknown, not zero and not the rest; the others stay', () => {
  const { rows } = compareCommunities(answerOf([TASK], [{ home: 'east-group', reason: 'UNREACHABLE' }]));
  expect(rows).toMatchObject([
    { id: 'east', agreements: null, tasks: null, needs: null, absence: 'UNKNOWN' },
    { id: 'west', agreements: { count: 0 }, tasks: { whole: 0 }, absence: null },
  ]);
});

test('a community that has not joined is 未接入; one silent body beside it makes that unknown', () => {
  const joined = { home: 'west', reason: 'NOT_JOINED' };
  const absences = (missing: { home: string; reason: string }[]) =>
    compareCommunities(answerOf([TASK], missing)).rows.map(({ absence }) => absence);
  expect(absences([joined])).toEqual([null, 'NOT_JOINED']);
  expect(
    absences([
      { ...joined, home: 'east' },
      { home: 'east-branch', reason: 'UNREACHABLE' },
    ]),
  ).toEqual(['UNKNOWN', null]);
});

test('what is not known is never counted as zero', () => {
  const answer = answerOf([TASK]);
  answer.agreementTaskSummary!.groups![0]!.count = null;
  expect(compareCommunities(answer).rows[0]).toMatchObject({ tasks: null, needs: { whole: 0 } });
  expect(compareCommunities({ ...answerOf([]), needSummary: null }).rows[0]).toMatchObject({
    needs: null,
    absence: 'UNKNOWN',
  });
  expect(compareCommunities({ ...answerOf([]), organizations: null })).toEqual({ rows: [], complete: false });
});

test('a list of organizations that was cut is not the whole', () => {
  const answer = answerOf([]);
  answer.organizations!.pageInfo.hasNextPage = true;
  expect(compareCommunities(answer).complete).toBe(false);
});
