// What a play needs of the graph that it is played on, whether that is a gateway with its shards or a shard alone.
import type { Type } from '../model/machine';
import type { Asker } from '../model/world';

export interface Answer {
  data?: any;
  errors?: readonly { message: string }[];
}

export interface Ground {
  ask: (
    asker: Asker,
    contract: Type['contract'],
    query: string,
    variables?: Record<string, any>,
  ) => Promise<Answer>;
  /** The homes that serve a contract. */
  homesOf: (contract: Type['contract']) => string[];
  /** The clock of all shards; UTC. */
  setNow: (now: string) => void;
  /** Has every shard ask for what it keeps of others. */
  follow: () => Promise<void>;
  /** Waits until nothing is on its way between owners. */
  settle: () => Promise<void>;
}
