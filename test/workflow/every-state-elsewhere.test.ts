// Every step from every state of every machine of `cobuilding` and `conference`, against the table of the domain.
import { community } from '../../subgraphs/community/program';
import type { LoadableRow } from '../../subgraphs/kit/database/load-rows';
import { longSuiteDatabases } from '../kit/test-databases';
import { openActingShard, type ActingShard } from './kit/acting-shard';
import { cobuildingRow } from './kit/cobuilding-rows';
import { CONFERENCE_ROW, conferenceRow, MEETING_AHEAD } from './kit/conference-rows';
import { COBUILDING } from './kit/domain-cobuilding';
import { CONFERENCE } from './kit/domain-conference';
import { tryEveryState } from './kit/try-every-state';

const CONTRACTS = [
  { contract: 'cobuilding', machines: COBUILDING, rowIn: cobuildingRow, always: [] as LoadableRow[] },
  {
    contract: 'conference',
    machines: CONFERENCE,
    rowIn: conferenceRow,
    always: [CONFERENCE_ROW, MEETING_AHEAD],
  },
];

const CASES = longSuiteDatabases().flatMap((testDatabase) =>
  CONTRACTS.map((each) => ({ ...each, testDatabase, name: `${each.contract} on ${testDatabase.name}` })),
);

describe.each(CASES)('$name', ({ testDatabase, contract, machines, rowIn, always }) => {
  let shard: ActingShard;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase, { program: community, contract });
    await shard.load(always);
  });
  afterAll(() => shard.close());

  test.each(machines)(
    '$type',
    async (machine) => {
      const another = MEETING_AHEAD.values.id;
      const { answered, expected } = await tryEveryState({ shard, machine, rowIn, another });
      expect(answered).toEqual(expected);
      expect(shard.faults).toEqual([]);
    },
    120_000,
  );
});
