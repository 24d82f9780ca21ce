// Logs entities that subgraphs answered by null: no error in any answer, yet one that has lost its rows looks just like that.

/** Told of each answer that has a null among its entities: how many were asked for, and how many are null. */
export type OnAbsent = (subgraph: string, asked: number, absent: number) => void;

/** Milliseconds. */
const PAUSE = 60_000;

/** As pino has it. */
export interface AbsentLogger {
  info(line: object, message: string): void;
}

interface Count {
  told: number;
  asked: number;
  absent: number;
}

/** At most a line a minute for each subgraph, which has all that came since the line before. `now`: milliseconds. */
export function createAbsentLog(log: AbsentLogger, now: () => number = Date.now): OnAbsent {
  const counts = new Map<string, Count>();
  return (subgraph, asked, absent) => {
    const count = counts.get(subgraph) ?? { told: -Infinity, asked: 0, absent: 0 };
    counts.set(subgraph, count);
    count.asked += asked;
    count.absent += absent;
    const at = now();
    if (at - count.told < PAUSE) return;
    log.info({ subgraph, asked: count.asked, absent: count.absent }, 'a subgraph has no such entities');
    counts.set(subgraph, { told: at, asked: 0, absent: 0 });
  };
}
