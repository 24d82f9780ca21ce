// The process that is killed: a unit's shard whose callers say who they are in a header.
import 'reflect-metadata';
import { startShard } from '../../../subgraphs/kit/start-shard';
import { unit } from '../../../subgraphs/unit/program';
import { NOW, readActor } from './acting-shard';

const [databaseUrl, port] = process.argv.slice(2) as [string, string];

void startShard(unit, {
  databaseUrl,
  host: '127.0.0.1',
  port: Number(port),
  now: () => NOW,
  log: () => undefined,
  readActor,
}).then(({ url }) => process.send!({ ready: url }));
