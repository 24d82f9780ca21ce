// What was answered under an idempotency key, so that a mutation sent again is applied once and answered alike.
import { createHash } from 'node:crypto';
import { Column, Entity, Index, LessThan, PrimaryColumn, type EntityManager } from 'typeorm';
import { MAX_ID, MAX_WORD } from '../../../schema/id';
import { addDays } from '../clock';
import type { Actor } from './actor';
import type { KeptRefusal } from './refusal';

/** How long a key is remembered: a person's page retries within days, an outbox may wait for a shard for months. */
const LIFE_DAYS = { office: 30, service: 400, device: 30 } as const;
/** A signature holds for minutes, perhaps over midnight. */
const SIGNATURE_DAYS = 2;

@Entity('workflow_answer')
@Index(['home', 'expiresAt'])
export class KeptAnswer {
  /** Hash of home, organization and key: one organization cannot meet another's keys. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  home!: string;

  /** Hash of the action and its input. */
  @Column({ type: 'varchar', length: 64 })
  inputHash!: string;

  @Column({ type: 'varchar', length: MAX_ID, nullable: true })
  rowId!: string | null;

  @Column({ type: 'simple-json', nullable: true })
  refusal!: KeptRefusal | null;

  /** The first day on which it is forgotten. */
  @Column({ type: 'varchar', length: 10 })
  expiresAt!: string;
}

/** Named by the caller, or else by the signature of his request and the place of the mutation in it. */
export type RequestKey = { named: string } | { signature: string; place: string };

export interface KeyedRequest {
  home: string;
  actor: Actor;
  key: RequestKey;
  action: string;
  /** The coerced input, without the key. */
  input: object;
}

export async function findAnswer(
  manager: EntityManager,
  request: KeyedRequest,
  today: string,
): Promise<KeptAnswer | null> {
  const answer = await manager.findOneBy(KeptAnswer, { id: answerId(request) });
  return answer && answer.expiresAt > today ? answer : null;
}

export function isSameInput(answer: KeptAnswer, request: KeyedRequest): boolean {
  return answer.inputHash === inputHash(request);
}

export async function keepAnswer(
  manager: EntityManager,
  request: KeyedRequest,
  { rowId, refusal }: Pick<KeptAnswer, 'rowId' | 'refusal'>,
  today: string,
): Promise<void> {
  const { home, actor, key } = request;
  await manager.delete(KeptAnswer, { home, expiresAt: LessThan(addDays(today, 1)) });
  const expiresAt = addDays(today, 'named' in key ? LIFE_DAYS[actor.kind] : SIGNATURE_DAYS);
  const id = answerId(request);
  await manager.insert(KeptAnswer, { id, home, inputHash: inputHash(request), rowId, refusal, expiresAt });
}

function answerId({ home, actor, key }: KeyedRequest): string {
  return sha256(JSON.stringify([home, actor.organization, actor.kind, 'named' in key ? key.named : key]));
}

/** Coerced input has its members in the order of the contract, whatever order the caller wrote them in. */
function inputHash({ action, input }: KeyedRequest): string {
  return sha256(JSON.stringify([action, input]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
