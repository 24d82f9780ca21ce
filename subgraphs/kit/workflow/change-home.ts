// Changes a home's rows: one writer at a time, all or nothing, tried again where the database had to choose a loser.
import { setTimeout } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { quote, refuse } from '../../../schema/codes';
import { inTransaction } from '../database/in-transaction';
import { lockShardHome } from '../database/shard-home';

const ATTEMPTS = 8;

/** Losers of a deadlock or of a race for a unique key, and those who waited too long for a lock. */
const TRY_AGAIN = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'ER_DUP_ENTRY',
  'SQLITE_BUSY',
]);

export async function changeHome<T>(
  database: DataSource,
  home: string,
  change: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(database, async (manager) => {
        await lockHome(manager, home);
        return change(manager);
      });
    } catch (cause) {
      if (attempt === ATTEMPTS || !TRY_AGAIN.has(codeOf(cause))) throw cause;
      await setTimeout(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** As `changeHome`, by the same code; then everything is rolled back, and only what was found out remains. */
export async function rehearseInHome<T>(
  database: DataSource,
  home: string,
  change: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const rehearse = async (manager: EntityManager): Promise<T> => {
    throw new Rehearsed(await change(manager));
  };
  return changeHome(database, home, rehearse).catch((cause: unknown) => {
    if (cause instanceof Rehearsed) return cause.outcome as T;
    throw cause;
  });
}

/** Thrown so that the transaction is rolled back. */
class Rehearsed extends Error {
  constructor(readonly outcome: unknown) {
    super('a rehearsal is not kept');
  }
}

function codeOf(cause: unknown): string {
  const { code, driverError } = cause as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

/** Rules hold between a home's rows: bookings of one room, the audit's chain. */
async function lockHome(manager: EntityManager, home: string): Promise<void> {
  const found = await lockShardHome(manager, home);
  if (found?.leavingSince) throw leaving(home);
  if (found) return;
  throw refuse('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 不在此服务上；操作未执行，请稍后重试。`,
    en: `${quote(home)} is not served here; nothing was carried out, try again later.`,
  });
}

function leaving(home: string): Error {
  return refuse('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 正在迁往另一服务；操作未执行，请稍后在新处重试。`,
    en: `${quote(home)} is moving to another service; nothing was carried out, try again shortly, at its new place.`,
  });
}
