// The audit of a home: who, what, when, from which request; append-only, each entry sealed by a hash over the one before.
import { createHash } from 'node:crypto';
import { Column, Entity, Index, MoreThan, PrimaryColumn, type EntityManager } from 'typeorm';
import { canonicalJson } from '../../../schema/cursor';
import { MAX_ID, MAX_WORD } from '../../../schema/id';

/** No free text stands in it. Nothing removes an entry but the move of its home to another shard. */
@Entity('audit_entry')
@Index(['home', 'id'], { unique: true })
export class AuditEntry {
  /** `<home>.audit.<number>`, so that entries sort by their number. */
  @PrimaryColumn({ type: 'varchar', length: MAX_ID })
  id!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  home!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  organization!: string;

  @Column({ type: 'varchar', length: 100 })
  office!: string;

  @Column({ type: 'varchar', length: 10 })
  actorKind!: string;

  @Column({ type: 'varchar', length: 64 })
  requestId!: string;

  @Column({ type: 'varchar', length: 60 })
  action!: string;

  @Column({ type: 'varchar', length: MAX_ID })
  rowId!: string;

  /** Absent where the row was made. */
  @Column({ type: 'int', nullable: true })
  oldVersion!: number | null;

  @Column({ type: 'int' })
  newVersion!: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  fromState!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  toState!: string | null;

  /** Hash of the entry before; that of the first is 64 zeros. */
  @Column({ type: 'varchar', length: 64 })
  previousHash!: string;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}

export type Audited = Omit<AuditEntry, 'id' | 'previousHash' | 'hash'>;

const FIRST = '0'.repeat(64);

/** The home is locked, so that no other entry comes between. */
export async function audit(manager: EntityManager, audited: Audited): Promise<void> {
  const last = await manager.findOne(AuditEntry, { where: { home: audited.home }, order: { id: 'DESC' } });
  const id = auditId(audited.home, last ? numberOf(last) + 1 : 1);
  const unsealed = { ...audited, id, previousHash: last?.hash ?? FIRST };
  await manager.insert(AuditEntry, { ...unsealed, hash: sealOf(unsealed) });
}

function auditId(home: string, number: number): string {
  return `${home}.audit.${String(number).padStart(12, '0')}`;
}

function numberOf({ id }: Pick<AuditEntry, 'id'>): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

function sealOf({ hash: _hash, ...unsealed }: Omit<AuditEntry, 'hash'> & { hash?: string }): string {
  return createHash('sha256').update(canonicalJson(unsealed)).digest('hex');
}

const CHUNK = 500;

/** All entries of a home in order, as they are exported. */
export async function* readAudit(manager: EntityManager, home: string): AsyncGenerator<AuditEntry> {
  for (let after = ''; ;) {
    const entries = await manager.find(AuditEntry, {
      where: { home, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: CHUNK,
    });
    yield* entries;
    if (entries.length < CHUNK) return;
    after = entries.at(-1)!.id;
  }
}

/** The id of the first entry that is altered, missing before or out of place; null when the chain is whole. */
export async function findBrokenSeal(entries: AsyncIterable<AuditEntry>): Promise<string | null> {
  let [number, previousHash] = [0, FIRST];
  for await (const entry of entries) {
    number += 1;
    const isNext = numberOf(entry) === number && entry.previousHash === previousHash;
    if (!isNext || sealOf({ ...entry }) !== entry.hash) return entry.id;
    previousHash = entry.hash;
  }
  return null;
}
