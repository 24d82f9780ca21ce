// The registry's database: one SQLite file or MySQL/MariaDB by URL, behind the book that the verbs read and write.
import { setTimeout as wait } from 'node:timers/promises';
import { IsNull, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../../../subgraphs/kit/database/in-transaction';
import { openDatabase } from '../../../subgraphs/kit/database/open-database';
import { linkEntry, type AuditDraft } from '../domain/audit-chain';
import type { ReadingBook, Store, WritingBook } from '../domain/book';
import type { Proposal } from '../domain/proposal';
import type { RegistrySettings } from '../domain/settings';
import { holdLock } from './hold-lock';
import { registryMigrations } from './migrations/migrations';
import { advanceMove, beginMove, openMoves, readMove, readMoves } from './move-rows';
import { AuditRow, MemberRow, ProposalRow, ROWS, SettingRow, TokenRow } from './rows';
import { addUse, dropReportsBefore, dropUseBefore, takeReport, usageSince } from './use-rows';
import { appendVersion, headNumber, readHistory, readOutline, readVersion } from './version-rows';

const MAX_PROPOSALS = 500;
/** Times that a change is tried when another process changes the same. */
const TRIES = 8;

/** Rejects with a sentence when the database cannot be opened or migrated. */
export async function openStore(url: string): Promise<Store> {
  const database = await openDatabase({ url, entities: ROWS, migrations: registryMigrations });
  return {
    read: readingBook(database.manager),
    change: (work) => changeAgain(database, (manager) => work(writingBook(manager))),
    alone: (work) => holdLock(database, work),
    close: () => database.destroy(),
  };
}

async function changeAgain<Result>(
  database: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await inTransaction(database, work);
    } catch (error) {
      if (tried === TRIES || !isContention(error)) throw error;
      await wait(tried * 5);
    }
  }
}

/** Two registries on one database: the same number taken by both, a deadlock, or a lock waited for in vain. */
const CONTENTION =
  /UNIQUE|Duplicate entry|ER_DUP_ENTRY|Deadlock|Lock wait timeout|SQLITE_BUSY|database is locked|Record has changed/i;

function isContention(error: unknown): boolean {
  return error instanceof Error && CONTENTION.test(`${(error as { code?: string }).code} ${error.message}`);
}

function readingBook(manager: EntityManager): ReadingBook {
  return {
    headNumber: () => headNumber(manager),
    version: (number) => readVersion(manager, number),
    outline: (number) => readOutline(manager, number),
    history: ({ before, limit }) => readHistory(manager, before, limit),
    member: (home) => manager.findOneBy(MemberRow, { home }),
    members: () => manager.find(MemberRow, { order: { home: 'ASC' } }),
    tokenByHash: (hash) => manager.findOneBy(TokenRow, { hash }),
    token: (id) => manager.findOneBy(TokenRow, { id }),
    tokensOf: (home) => manager.find(TokenRow, { where: { home }, order: { createdAt: 'ASC', id: 'ASC' } }),
    proposal: async (id) => (await manager.findOneBy(ProposalRow, { id })) as Proposal | null,
    proposals: async (state) =>
      (await manager.find(ProposalRow, {
        where: state && { state },
        order: { id: 'DESC' },
        take: MAX_PROPOSALS,
      })) as Proposal[],
    move: (id) => readMove(manager, id),
    openMoves: () => openMoves(manager),
    moves: () => readMoves(manager),
    audit: (after, take) =>
      manager.find(AuditRow, { where: { sequence: MoreThan(after) }, order: { sequence: 'ASC' }, take }),
    auditHead: () => lastEntry(manager),
    settings: async () => readSettings(await manager.find(SettingRow)),
    usageSince: (day) => usageSince(manager, day),
  };
}

function writingBook(manager: EntityManager): WritingBook {
  return {
    ...readingBook(manager),
    append: (base, draft) => appendVersion(manager, base, draft),
    saveMember: async (member) => void (await manager.upsert(MemberRow, member, ['home'])),
    addToken: async (token) => void (await manager.insert(TokenRow, token)),
    touchToken: async (id, lastUsedOn) => void (await manager.update(TokenRow, { id }, { lastUsedOn })),
    revokeTokens: async (which, revokedAt) =>
      void (await manager.update(TokenRow, { ...which, revokedAt: IsNull() }, { revokedAt })),
    saveProposal: async (proposal) => void (await manager.upsert(ProposalRow, proposal as never, ['id'])),
    beginMove: (move) => beginMove(manager, move),
    advanceMove: (id, from, to) => advanceMove(manager, { id, from, to }),
    note: (draft) => appendAudit(manager, draft),
    saveSettings: async (settings) => {
      const rows = Object.entries(settings).map(([name, value]) => ({ name, value }));
      if (rows.length > 0) await manager.upsert(SettingRow, rows as never, ['name']);
    },
    addUse: (counts) => addUse(manager, counts),
    dropUseBefore: (day) => dropUseBefore(manager, day),
    takeReport: (id, day) => takeReport(manager, id, day),
    dropReportsBefore: (day) => dropReportsBefore(manager, day),
  };
}

async function appendAudit(manager: EntityManager, draft: AuditDraft): Promise<void> {
  await manager.insert(AuditRow, linkEntry(draft, await lastEntry(manager)));
}

async function lastEntry(manager: EntityManager): Promise<AuditRow | null> {
  const [last] = await manager.find(AuditRow, { order: { sequence: 'DESC' }, take: 1 });
  return last ?? null;
}

function readSettings(rows: SettingRow[]): Partial<RegistrySettings> {
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
