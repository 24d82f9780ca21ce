// The settings of the demonstration, read from its environment.
import { join } from 'node:path';
import { projectRoot } from '../kit/contract-files';

export interface DemonstrationConfig {
  host: string;
  /** The gateway's; shards take the ports that follow. */
  port: number;
  folder: string;
}

/** Throws a sentence for a setting that cannot be used. */
export function readDemonstrationConfig(environment: NodeJS.ProcessEnv = process.env): DemonstrationConfig {
  const port = /^\d{1,5}$/.test(environment.PORT || '4000') ? Number(environment.PORT || '4000') : NaN;
  if (!(port >= 1 && port <= 65_000)) throw new Error(`PORT is ${JSON.stringify(environment.PORT)}; expected a whole number from 1 to 65000`);
  return { host: environment.HOST ?? '127.0.0.1', port, folder: environment.LIANXI_DATA ?? join(projectRoot(), 'data') };
}
