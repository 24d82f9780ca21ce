// The process that is killed: a unit's shard whose callers say who they are in a header. It serves when it is told to.
import 'reflect-metadata';
import { startShard } from '../../../subgraphs/kit/start-shard';
import { unit } from '../../../subgraphs/unit/program';
import { NOW, readActor } from './acting-shard';

const [databaseUrl] = process.argv.slice(2) as [string];

process.once('message', (port) => {
  void startShard(unit, {
    databaseUrl,
    host: '127.0.0.1',
    port: Number(port),
    now: () => NOW,
    log: () => undefined,
    readActor,
  }).then(({ url }) => process.send!({ serving: url }));
});
process.send!({ loaded: true });
