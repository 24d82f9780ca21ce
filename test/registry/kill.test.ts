// The registry killed while it publishes: always the old or the new version, whole. The long form is `npm run registry-kill`.
import { testDatabases } from '../kit/test-databases';
import { killWhilePublishing } from './kit/kill-while-publishing';

const KILLS = 3;

test.each(testDatabases())(
  '$name: killed at any moment, the registry has the old or the new version, whole',
  async ({ create }) => {
    const database = await create();
    try {
      // Early, in the middle, late.
      const moments = [0.1, 0.5, 0.9];
      const report = await killWhilePublishing({
        databaseUrl: database.url,
        kills: KILLS,
        random: () => moments.pop()!,
      });
      expect(report.kills).toBe(KILLS);
    } finally {
      await database.drop();
    }
  },
  120_000,
);
