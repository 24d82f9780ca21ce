// The main of every subgraph program: settings in, a served shard out, a graceful stop.
import pino from 'pino';
import { readShardConfig } from './config';
import { openMoverProof, openProof } from './identity/open-proof';
import { startShard, type Program } from './start-shard';

export async function runProgram(program: Program): Promise<void> {
  try {
    const { shard, host, port, databaseUrl, outbox, ...terms } = readShardConfig(program.name);
    const logger = pino({ base: { program: program.name, shard } });
    const proveAsker = openProof({ shard, ...terms }, (sentence) => logger.warn(sentence));
    const proveMover = openMoverProof({ shard, ...terms }, (sentence) => logger.warn(sentence));
    const log = (fault: unknown) => logger.error({ err: fault }, 'fault');
    const running = await startShard(program, { databaseUrl, host, port, log, proveAsker, proveMover, outbox });
    logger.info({ url: running.url }, 'serving');
    process.send?.({ ready: running.url });
    const stop = () => void running.stop().then(() => process.exit(0));
    process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
  } catch (fault) {
    process.stderr.write(`${program.name}: ${(fault as Error).message}\n`);
    process.exit(1);
  }
}
