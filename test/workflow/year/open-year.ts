// The graph that a year is played on: four shards, a gateway that verifies tokens, outboxes that deliver through it, and a clock that is moved.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import { PROGRAMS } from '../../../subgraphs/demonstration/prepare-databases';
import type { DemonstrationShard } from '../../../subgraphs/demonstration/topology';
import { followOnce } from '../../../subgraphs/kit/follow-graph';
import { specOf } from '../../../subgraphs/kit/noun/spec';
import { findBrokenSeal, readAudit } from '../../../subgraphs/kit/workflow/audit-entry';
import { deliverThroughGateway } from '../../../subgraphs/kit/workflow/deliver-through-gateway';
import { readBacklog } from '../../../subgraphs/kit/workflow/drain-outbox';
import { readOutboxTokens } from '../../../subgraphs/kit/workflow/read-outbox-tokens';
import { runOutbox } from '../../../subgraphs/kit/workflow/run-outbox';
import { followedCalendar } from '../../../subgraphs/sharing/calendar/kept-calendar';
import { runDemonstration } from '../../kit/run-demonstration';
import { openSignIn } from '../../kit/sign-in';
import type { TestDatabase } from '../../kit/test-databases';
import type { Asker } from '../model/world';
import type { Ground } from '../play/ground';

export interface YearGround extends Ground {
  gatewayUrl: string;
  /** What the outboxes hold back or were refused, and where an audit is broken; sentences. */
  faults: () => Promise<string[]>;
  close: () => Promise<void>;
}

export const STREET = 'demo-street';

/** Only clearly fictional organizations: what goes wrong in this year goes wrong for nobody. */
const SHARDS: DemonstrationShard[] = [
  { name: 'street', program: 'street', homes: [STREET] },
  { name: 'community', program: 'community', homes: ['demo-community', 'demo-community-branch'] },
  { name: 'school', program: 'unit', homes: ['demo-school'] },
  { name: 'hosted', program: 'community', homes: ['demo-bank', 'demo-property'] },
];

export async function openYear(database: TestDatabase): Promise<YearGround> {
  const clock = { now: new Date() };
  const now = () => clock.now;
  const signIn = await openSignIn();
  const rows = demonstrationRows('2026-01-01').filter(
    ({ noun }) => specOf(noun).contract.name === 'directory',
  );
  const running = await runDemonstration({ database, shards: SHARDS, rows, signIn, now });
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-year-'));
  const tokensPath = await writeOutboxTokens(folder, signIn);
  const deliver = deliverThroughGateway({
    graphUrl: `${running.gatewayUrl}/graphql`,
    tokenOf: readOutboxTokens(tokensPath),
  });
  const logged: unknown[] = [];
  const databases = [...running.shards.values()].map((shard) => shard.database);
  const outboxes = databases.map((each) =>
    runOutbox({ database: each, now, deliver, log: (fault) => logged.push(fault), everyMs: 25 }),
  );
  const headers = new Map<string, Promise<string>>();
  const headerOf = ({ organization, office, scopes, kind }: Asker) => {
    const key = [organization, office, kind, ...scopes].join();
    if (!headers.has(key)) headers.set(key, signIn.as(organization, { office, scopes, kind }));
    return headers.get(key)!;
  };
  const backlogs = () => Promise.all(databases.map((each) => readBacklog(each)));

  return {
    gatewayUrl: running.gatewayUrl,
    ask: async (asker, _contract, query, variables) => running.ask(query, variables, await headerOf(asker)),
    homesOf: (contract) =>
      SHARDS.filter(({ program }) => serves(program, contract)).flatMap(({ homes }) => homes),
    follow: async () => {
      for (const each of databases)
        await followOnce({ database: each, graphUrl: `${running.gatewayUrl}/graphql` }, followedCalendar);
    },
    setNow: (time) => void (clock.now = new Date(time)),
    settle: async () => {
      while ((await backlogs()).some(({ waiting }) => waiting > 0))
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    faults: async () => {
      const held = (await backlogs()).flatMap(({ waiting, refused }) =>
        waiting + refused > 0 ? [`${waiting} messages wait, ${refused} were refused`] : [],
      );
      const broken = await Promise.all(
        SHARDS.flatMap(({ name, homes }) => homes.map((home) => brokenAudit(name, home))),
      );
      return [...held, ...broken.filter((each) => each !== null), ...logged.map(String)];
    },
    close: async () => {
      await Promise.all(outboxes.map((outbox) => outbox.stop()));
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function brokenAudit(shard: string, home: string): Promise<string | null> {
    const broken = await findBrokenSeal(readAudit(running.shards.get(shard)!.database.manager, home));
    return broken && `The audit of ${home} is broken at ${broken}`;
  }
}

function serves(program: DemonstrationShard['program'], contract: string): boolean {
  return PROGRAMS[program].contracts.some(({ name }) => name === contract);
}

async function writeOutboxTokens(
  folder: string,
  signIn: Awaited<ReturnType<typeof openSignIn>>,
): Promise<string> {
  const homes = SHARDS.flatMap((shard) => shard.homes);
  const tokens = homes.map(async (home) => {
    const header = await signIn.as(home, { office: '发件箱', kind: 'service', scopes: ['outbox'] });
    return [home, header.replace('Bearer ', '')] as const;
  });
  const path = join(folder, 'outbox-tokens.json');
  writeFileSync(path, JSON.stringify(Object.fromEntries(await Promise.all(tokens))), { mode: 0o600 });
  return path;
}
