// A ground of one shard that serves all homes: without a gateway, so that many short plays are quick.
import { community } from '../../../subgraphs/community/program';
import { loadRows } from '../../../subgraphs/kit/database/load-rows';
import { OUTBOX_SCOPE } from '../../../subgraphs/kit/workflow/actor';
import { drainOutbox, readBacklog, type Delivery } from '../../../subgraphs/kit/workflow/drain-outbox';
import type { OutboxMessage } from '../../../subgraphs/kit/workflow/outbox-message';
import { ShardHome } from '../../../subgraphs/kit/database/shard-home';
import type { TestDatabase } from '../../kit/test-databases';
import { askAs, officeOf, openActingShard } from '../kit/acting-shard';
import { namedRule } from '../model/take';
import type { Ground } from './ground';

export interface ShardGround extends Ground {
  /** Takes all rows away, and their histories. */
  clear: () => Promise<void>;
  faults: unknown[];
  close: () => Promise<void>;
}

export const HOMES = ['demo-street', 'demo-community', 'demo-school', 'demo-bank', 'demo-property'];

export async function openShardGround(testDatabase: TestDatabase): Promise<ShardGround> {
  const shard = await openActingShard(testDatabase, { program: community });
  const { database, clock } = shard;
  await loadRows(database, [], HOMES, clock.now.toISOString());
  const tables = database.entityMetadatas.filter(({ target }) => target !== ShardHome);

  return {
    ask: (asker, contract, query, variables) => askAs(`${shard.url}/${contract}`, asker, query, variables),
    homesOf: () => HOMES,
    setNow: (now) => void (clock.now = new Date(now)),
    settle: async () => {
      while ((await readBacklog(database)).waiting > 0)
        await drainOutbox({ database, now: () => clock.now, deliver });
    },
    follow: async () => undefined, // all homes are here
    clear: async () => {
      for (const { tableName } of tables) await database.query(`DELETE FROM ${tableName}`);
    },
    faults: shard.faults,
    close: () => shard.close(),
  };

  async function deliver({ id, home, mutation, input }: OutboxMessage): Promise<Delivery> {
    const actor = { ...officeOf(home, [OUTBOX_SCOPE]), office: '发件箱', kind: 'service' as const };
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { refusal { code } } }`;
    const url = `${shard.url}/${namedRule(mutation).type.contract}`;
    const { data, errors } = await askAs(url, actor, query, { input: { ...input, idempotencyKey: id } });
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    const { refusal } = data.taken;
    return refusal ? { kind: 'refused', code: refusal.code } : { kind: 'delivered' };
  }
}
