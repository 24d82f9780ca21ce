// One round of requests: all that a shard is asked travels in one request, and all shards are asked at once.
import type { AskPlan, OperationPlan } from '../plan/operation-plan';
import type { Shard } from '../shard-list';
import type { ShardAnswer, Silence } from '../transport';
import { attachFaults } from './attach-faults';
import { faultOfShard, NEVER_SENT, SILENT } from '../state/fault';
import type { Run } from '../state/run';

export interface Round {
  /** `receive` gets the value of the ask's field: JSON with faults in it, a Fault, or SILENT. */
  ask(
    shard: Shard,
    plan: AskPlan,
    variables: Record<string, unknown>,
    receive: (value: unknown) => void,
  ): void;
  /** Runs once everything has been received, in the order given. */
  afterwards(settle: () => void): void;
  send(): Promise<void>;
}

interface Batch {
  asks: AskPlan[];
  receivers: ((value: unknown) => void)[];
  variables: Record<string, unknown>;
}

export function createRound(run: Run, kind: OperationPlan['kind'] = 'query'): Round {
  const batches = new Map<Shard, Batch>();
  const settlers: (() => void)[] = [];
  return {
    ask(shard, plan, variables, receive) {
      let batch = batches.get(shard);
      if (!batch) batches.set(shard, (batch = { asks: [], receivers: [], variables: {} }));
      batch.asks.push(plan);
      batch.receivers.push(receive);
      Object.assign(batch.variables, variables);
    },
    afterwards: (settle) => void settlers.push(settle),
    async send() {
      await Promise.all([...batches].map(([shard, batch]) => sendBatch(run, kind, shard, batch)));
      for (const settle of settlers) settle();
    },
  };
}

async function sendBatch(run: Run, kind: OperationPlan['kind'], shard: Shard, batch: Batch): Promise<void> {
  addCallersVariables(run, batch);
  const request = { query: requestText(run.plan, kind, batch.asks), variables: batch.variables };
  const { signal, deadline } = run.context;
  const answer = await run.transport.send(shard, run.contract, request, {
    signal,
    deadline,
    repeatable: kind === 'query',
  });
  const unharmed = distribute(answer, batch);
  if (!unharmed) return;
  if (kind === 'query') return sendBatch(run, kind, shard, unharmed);
  for (const receive of unharmed.receivers) receive(SILENT);
}

function addCallersVariables(run: Run, { asks, variables }: Batch): void {
  for (const ask of asks) {
    for (const name of ask.variables)
      if (Object.hasOwn(run.variables, name)) variables[name] = run.variables[name];
  }
}

function requestText({ requests, definitions }: OperationPlan, kind: string, asks: AskPlan[]): string {
  const key = asks.map(({ number }) => number).join();
  const known = requests.get(key);
  if (known !== undefined) return known;
  const callers = new Set(asks.flatMap(({ variables }) => [...variables]));
  const all = [
    ...[...callers].map((name) => definitions.get(name)!),
    ...asks.flatMap((ask) => ask.definitions),
  ];
  const text = `${kind}${all.length > 0 ? `(${all.join(' ')})` : ''}{${asks.map((ask) => ask.text).join(' ')}}`;
  if (requests.size < MAX_TEXTS) requests.set(key, text);
  return text;
}

/** Combinations of asks that are remembered per operation. */
const MAX_TEXTS = 100;

/** Certain not to have left this process. */
const UNSENT: ReadonlySet<Silence> = new Set<Silence>(['breaker-open', 'overloaded']);

/** Gives each ask its value; returns the asks that were lost only because a neighbour's error nulled the whole answer. */
function distribute(answer: ShardAnswer, batch: Batch): Batch | null {
  const { asks, receivers, variables } = batch;
  if (answer.kind === 'silent') {
    for (const receive of receivers) receive(UNSENT.has(answer.why) ? NEVER_SENT : SILENT);
    return null;
  }
  const { data, errors } = answer;
  if (data) {
    attachFaults(data, errors);
    asks.forEach(({ alias }, i) => receivers[i]!(Object.hasOwn(data, alias) ? data[alias] : undefined));
    return null;
  }
  const faults = asks.map(({ alias }) => errors.find(({ path }) => path?.[0] === alias));
  const blamed = faults.some((fault) => fault !== undefined);
  asks.forEach(
    (_, i) => (faults[i] || !blamed) && receivers[i]!(faults[i] ? faultOfShard(faults[i]) : SILENT),
  );
  const isUnharmed = (_: unknown, i: number) => blamed && !faults[i];
  const unharmed = { asks: asks.filter(isUnharmed), receivers: receivers.filter(isUnharmed), variables };
  return unharmed.asks.length > 0 ? unharmed : null;
}
