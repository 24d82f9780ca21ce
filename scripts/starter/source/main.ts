// The subgraph as a program: reads its settings, serves until it is told to stop.
import 'reflect-metadata';
import { readConfig } from './config';
import { serveSubgraph } from './serve-subgraph';

async function main(): Promise<void> {
  const { url, stop } = await serveSubgraph(readConfig());
  console.log(`sample-market answers at ${url}`);
  const end = () => void stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 1;
});
