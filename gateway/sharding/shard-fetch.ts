// One fetch from a shard: waits its turn, is sent with its own deadline from then on, and says what became of it.
import { ACTOR_HEADER } from '../../schema/actor-signature';
import type { Breaker } from './breaker';
import { release, stopWith, type Stoppable } from './hang-up';
import type { Lane } from './lane';
import { readShardAnswer } from './read-shard-answer';
import { sendOnce, type Sent } from './send-once';
import { Ticket } from './ticket-list';
import type { SendOptions, ShardAnswer, SignRequest, Silence } from './transport';
import type { ConnectionPool } from './wire/connection-pool';

/** What is kept per endpoint, a contract of a shard: one that hangs holds up no other. */
export interface Line {
  path: string;
  /** The shard's name, where it is told who asks. */
  audience?: string;
  pool: ConnectionPool;
  breaker: Breaker;
  lane: Lane;
}

export interface FetchTerms {
  fetchTimeout: number;
  maxAnswer: number;
  now: () => number;
  /** Sent with every request: names and values in turn. */
  headers?: readonly string[];
  /** Absent where nobody is told who asks. */
  sign?: SignRequest;
  /** Told of a shard that does not take the signature. */
  onUnrecognized?: (shard: string) => void;
  /** Of all endpoints together; absent where each has its own bounds only. */
  gate?: Lane;
}

/** Never rejects: silence is an outcome. */
export function fetchOn(
  line: Line,
  body: string,
  options: SendOptions,
  terms: FetchTerms,
): Promise<ShardAnswer> {
  if (options.signal?.aborted) return Promise.resolve({ kind: 'silent', why: 'aborted' });
  if (!line.breaker.admit()) return Promise.resolve({ kind: 'silent', why: 'breaker-open' });
  return new Promise((resolve) => new ShardFetch(line, body, options, terms, resolve).start());
}

class ShardFetch implements Stoppable {
  /** Its endpoint's turn comes first, then the turn among all. */
  private readonly inLane = new Ticket(() => this.passGate());
  private inGate: Ticket | undefined;
  private waits: NodeJS.Timeout | undefined;
  /** When it is given up, once it was sent: milliseconds since the epoch. */
  private until = 0;
  private wasSent = false;
  private isOver = false;

  constructor(
    private readonly line: Line,
    private readonly body: string,
    private readonly options: SendOptions,
    private readonly terms: FetchTerms,
    private readonly resolve: (answer: ShardAnswer) => void,
  ) {}

  start(): void {
    if (!this.line.lane.enter(this.inLane)) return this.fail('overloaded');
    if (!this.wasSent && !this.isOver) this.wait();
  }

  private passGate(): void {
    const { gate } = this.terms;
    if (!gate) return this.leaveQueue();
    this.inGate = new Ticket(() => this.leaveQueue());
    if (!gate.enter(this.inGate)) this.fail('overloaded');
  }

  hangUp(): void {
    this.fail('aborted');
  }

  private wait(): void {
    const { signal, deadline } = this.options;
    if (signal) stopWith(signal, this);
    if (deadline === undefined) return;
    this.waits = setTimeout(() => this.fail('overloaded'), deadline - this.terms.now());
  }

  /** What it waited was this gateway's doing, so the shard has its whole time from now on. */
  private leaveQueue(): void {
    const { fetchTimeout, now } = this.terms;
    const { signal, deadline = Infinity } = this.options;
    const start = now();
    if (start >= deadline) return this.fail('overloaded');
    if (this.waits) clearTimeout(this.waits);
    if (signal) release(signal, this);
    this.wasSent = true;
    this.until = Math.min(start + fetchTimeout, deadline);
    this.send(this.options.repeatable === true);
  }

  private send(mayRepeat: boolean): void {
    const { signal } = this.options;
    if (signal?.aborted) return this.fail('aborted');
    const patience = this.until - this.terms.now();
    const { body, line } = this;
    const { maxAnswer } = this.terms;
    const request = { path: line.path, body, headers: this.headers(), signal, maxAnswer };
    sendOnce(line.pool, { ...request, patience: Math.max(0, patience) }, (sent) => {
      if (mayRepeat && isReset(sent)) setImmediate(() => this.send(false));
      else this.settle(sent.kind === 'came' ? this.read(sent) : sent, patience);
    });
  }

  /** Signed as it is sent, for a signature is short-lived. */
  private headers(): readonly string[] | undefined {
    const { headers, sign } = this.terms;
    const { audience } = this.line;
    if (!sign || audience === undefined) return headers;
    const { actor, repeatable } = this.options;
    const signature = sign({ audience, body: this.body, actor, isRead: repeatable === true });
    return headers ? [...headers, ACTOR_HEADER, signature] : [ACTOR_HEADER, signature];
  }

  private read({ status, text }: Extract<Sent, { kind: 'came' }>): ShardAnswer {
    if (status !== UNRECOGNIZED_STATUS) return readShardAnswer(status, text);
    this.terms.onUnrecognized?.(this.line.audience ?? this.line.path);
    return { kind: 'silent', why: 'unrecognized', cause: status };
  }

  private fail(why: Silence): void {
    this.settle({ kind: 'silent', why }, 0);
  }

  private settle(answer: ShardAnswer, patience: number): void {
    if (this.isOver) return;
    this.isOver = true;
    const { lane, breaker } = this.line;
    const { signal } = this.options;
    if (!this.wasSent && signal) release(signal, this);
    if (this.waits) clearTimeout(this.waits);
    if (this.inGate) this.terms.gate?.leave(this.inGate);
    lane.leave(this.inLane);
    if (answer.kind === 'answered') breaker.succeeded();
    else if (isShardsDoing(answer.why, patience, this.terms)) breaker.failed();
    else breaker.abandoned();
    this.resolve(answer);
  }
}

/** It does not take this gateway for one: a matter of keys, not of what was asked. */
export const UNRECOGNIZED_STATUS = 401;

/** The shard closed a kept connection as we wrote; a moment later this process knows of all that it closed. */
function isReset(sent: Sent): boolean {
  if (sent.kind !== 'silent' || sent.why !== 'unreachable') return false;
  const code = (sent.cause as { code?: unknown } | null)?.code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

/** A deadline that came soon after the request was sent says nothing of the shard. */
function isShardsDoing(why: Silence, patience: number, { fetchTimeout }: FetchTerms): boolean {
  if (why === 'aborted' || why === 'overloaded') return false;
  return why !== 'deadline' || patience >= fetchTimeout / 2;
}
