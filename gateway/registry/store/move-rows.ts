// Moves of homes as rows.
import { type EntityManager, In, Not } from 'typeorm';
import type { HomeMove, MoveState } from '../domain/home-move';
import { MoveRow } from './rows';

const MOST = 500;

export function readMove(manager: EntityManager, id: string): Promise<HomeMove | null> {
  return manager.findOneBy(MoveRow, { id });
}

export function openMoves(manager: EntityManager): Promise<HomeMove[]> {
  return manager.find(MoveRow, { where: { state: Not(In(['DONE', 'ABORTED'])) }, order: { id: 'ASC' } });
}

export function readMoves(manager: EntityManager): Promise<HomeMove[]> {
  return manager.find(MoveRow, { order: { id: 'DESC' }, take: MOST });
}

export async function beginMove(manager: EntityManager, move: HomeMove): Promise<void> {
  await manager.insert(MoveRow, move);
}

/** One statement, so that of two who would go on from the same state only one does. */
export async function advanceMove(
  manager: EntityManager,
  { id, from, to }: { id: string; from: MoveState; to: Partial<HomeMove> },
): Promise<boolean> {
  const { affected } = await manager.update(MoveRow, { id, state: from }, to);
  return affected === 1;
}
