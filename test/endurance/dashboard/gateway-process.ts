// The gateway in a process of its own, as it runs in earnest: told where the list of shards lies, it tells its address.
import pino from 'pino';
import { DEFAULTS } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { tellCpu } from './tell-cpu';

process.on('disconnect', () => process.exit(0));
process.once('message', ({ listPath }: { listPath: string }) => void start(listPath));

async function start(shardListPath: string): Promise<void> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const { url } = await createGateway({ ...DEFAULTS, port: 0, shardListPath }, { log });
  tellCpu();
  process.send!({ url });
}
