// Our gateway over the ground of a workload, with the settings that `npm start` gives it.
import { readConfig } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { answerMessages } from '../answer-messages';
import { HOST, readSettings } from '../contender-settings';

export interface Started {
  executor: string;
  /** CPU from before the contracts were composed until requests are taken, in milliseconds. */
  startCpu: number;
}

const started = start();

answerMessages({
  started: () => started,
  /** CPU so far, in milliseconds. */
  cpu: () => readOwnCpu(),
});

async function start(): Promise<Started> {
  const { port, ground, shardListPath, operations } = readSettings();
  const reading = readConfig({
    ...process.env,
    HOST,
    PORT: String(port),
    LIANXI_SHARD_LIST: shardListPath,
    LIANXI_INTROSPECTION: 'on',
    LIANXI_SANDBOX: 'on',
  });
  if (!reading.ok) throw new Error(reading.faults.join(' '));
  const before = readOwnCpu();
  await createGateway(reading.config, {
    contracts: ground.contracts,
    operations: operations.map((text, i) => ({ file: `operation-${i + 1}.graphql`, text })),
  });
  return { executor: reading.config.executor, startCpu: readOwnCpu() - before };
}

function readOwnCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
