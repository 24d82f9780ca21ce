// One round of requests: all that a shard is asked travels in one request, and all shards are asked at once.
import type { AskPlan, OperationPlan } from '../plan/operation-plan';
import type { Shard } from '../shard-list';
import type { SendOptions, ShardAnswer, Silence } from '../transport';
import { attachFaults } from './attach-faults';
import { faultOfShard, NEVER_SENT, NOT_ASKED, SILENT, type Silent } from '../state/fault';
import type { Run } from '../state/run';
import { requestOf } from './request-text';

export interface Round {
  /**
   * `variables` are members of a JSON object, `"name":value` joined by commas: what many shards are told alike is written
   * once. `receive` gets the value of the ask's field: JSON with faults in it, a Fault, or SILENT.
   */
  ask(shard: Shard, plan: AskPlan, variables: string, receive: Receive): void;
  /** Runs once everything has been received, in the order given. */
  afterwards(settle: () => void): void;
  send(): Promise<void>;
}

export type Receive = (value: unknown) => void;

/** What one shard is asked. */
export interface Batch {
  asks: AskPlan[];
  receivers: Receive[];
  variables: string;
}

export function createRound(run: Run, kind: OperationPlan['kind'] = 'query'): Round {
  const batches = new Map<Shard, Batch>();
  const settlers: (() => void)[] = [];
  const { signal, deadline, actor } = run.context;
  const options: SendOptions = { signal, deadline, repeatable: kind === 'query', actor };
  return {
    ask(shard, plan, variables, receive) {
      const batch = batches.get(shard);
      if (!batch) {
        batches.set(shard, { asks: [plan], receivers: [receive], variables });
        return;
      }
      batch.asks.push(plan);
      batch.receivers.push(receive);
      batch.variables += batch.variables && variables ? `,${variables}` : variables;
    },
    afterwards: (settle) => void settlers.push(settle),
    async send() {
      const sent: Promise<void>[] = [];
      for (const [shard, batch] of batches) sent.push(sendBatch(run, kind, shard, batch, options));
      await Promise.all(sent);
      for (const settle of settlers) settle();
    },
  };
}

function sendBatch(
  run: Run,
  kind: OperationPlan['kind'],
  shard: Shard,
  batch: Batch,
  options: SendOptions,
): Promise<void> {
  const request = requestOf(run, kind, batch);
  return run.transport.send(shard, run.contract, request, options).then((answer) => {
    const unharmed = distribute(answer, batch);
    if (!unharmed) return;
    if (kind === 'query') return sendBatch(run, kind, shard, unharmed, options);
    for (const receive of unharmed.receivers) receive(SILENT);
  });
}

/** Gives each ask its value; returns the asks that were lost only because a neighbour's error nulled the whole answer. */
function distribute(answer: ShardAnswer, batch: Batch): Batch | null {
  const { asks, receivers, variables } = batch;
  if (answer.kind === 'silent') {
    for (const receive of receivers) receive(silenceOf(answer.why));
    return null;
  }
  const { data, errors } = answer;
  if (data) {
    if (errors.length > 0) attachFaults(data, errors);
    for (let i = 0; i < asks.length; i++) {
      const { alias } = asks[i]!;
      receivers[i]!(Object.hasOwn(data, alias) ? data[alias] : undefined);
    }
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

/** The last two are certain not to have left this process. */
function silenceOf(why: Silence): Silent {
  if (why === 'overloaded') return NOT_ASKED;
  return why === 'breaker-open' ? NEVER_SENT : SILENT;
}
