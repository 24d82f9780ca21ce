// A shard in a process of its own, so that it can be killed; it asks before each step of a move: `<name> <database url> <port> <keys of the registry>`.
import 'reflect-metadata';
import { once } from 'node:events';
import { openMoverProof, openProof } from '../../../subgraphs/kit/identity/open-proof';
import { startShard } from '../../../subgraphs/kit/start-shard';
import { unit } from '../../../subgraphs/unit/program';
import { watchSteps } from './watch-steps';

const [shard = '', databaseUrl = '', port = '0', keys = ''] = process.argv.slice(2);
const terms = { shard, gatewayKeys: [], examinerKeys: [keys], moverKeys: [keys], requireSignature: true };
const ignore = () => undefined;

void startShard(unit, {
  databaseUrl,
  host: '127.0.0.1',
  port: Number(port),
  log: (fault) => console.error(shard, fault),
  proveAsker: openProof(terms, ignore),
  proveMover: watchSteps(openMoverProof(terms, ignore), async (step) => {
    process.send!({ step });
    await once(process, 'message');
  }),
}).then(({ url }) => process.send!({ ready: url }));
