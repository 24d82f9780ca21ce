// The registry as a program: reads its settings, serves until it is told to stop, and shows the street's first token once.
import 'reflect-metadata';
import pino from 'pino';
import { StartFault } from '../supergraph/start-fault';
import { readRegistryConfig } from './config';
import { type ServedRegistry, serveRegistry } from './serve-registry';

async function run(): Promise<void> {
  const reading = readRegistryConfig();
  if (!reading.ok) return refuseToStart(reading.faults);
  const log = pino({ level: reading.config.logLevel, base: undefined });
  let served: ServedRegistry;
  try {
    served = await serveRegistry(reading.config, { log });
  } catch (error) {
    return refuseToStart(error instanceof StartFault ? error.sentences : [(error as Error).message]);
  }
  const { firstToken } = served.registry;
  if (firstToken)
    console.error(
      `街道的令牌，只显示这一次，请妥善保存。 The street's token, shown this once; keep it:\n${firstToken}`,
    );
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'the registry stops: what is in flight is finished');
    void served.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  process.send?.({ ready: served.url });
  log.info({ url: served.url }, 'the registry is up'); // said last: whoever reads it may stop it at once
}

function refuseToStart(sentences: string[]): void {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

if (require.main === module) void run();
