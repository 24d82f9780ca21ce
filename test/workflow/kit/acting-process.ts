// The process that is killed: an owner's shard with its outbox, that answers what its gateways have signed. It serves when it is told to.
import 'reflect-metadata';
import { community } from '../../../subgraphs/community/program';
import { openProof } from '../../../subgraphs/kit/identity/open-proof';
import { startShard } from '../../../subgraphs/kit/start-shard';
import type { OwnerTerms } from './killed-owner';

const { shard, databaseUrl, port, gatewayKeys, outbox, now, startedAt } = JSON.parse(
  process.argv[2]!,
) as OwnerTerms;

process.once('message', () => {
  void startShard(community, {
    databaseUrl,
    host: '127.0.0.1',
    port,
    now: () => new Date(Date.parse(now) + Date.now() - startedAt),
    log: () => undefined,
    proveAsker: openProof({ shard, gatewayKeys, requireSignature: true }, () => undefined),
    outbox,
  }).then(({ url }) => process.send!({ serving: url }));
});
process.send!({ loaded: true });
