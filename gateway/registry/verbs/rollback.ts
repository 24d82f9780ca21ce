// Going back: a new version equal to an older one. It was checked when it was new, so it waits for nobody's yes.
import type { Actor } from '../domain/actor';
import { checkReturning, withAddressesOfToday } from './check-returning';
import { auditOf } from './note';
import { requireStreet } from './permissions';
import { unknown } from './refusals';
import { refuseDisplaced } from './refuse-displaced';
import { outlineHead, type RegistryGround } from './registry-ground';
import { onSettledHead } from './submit';
import { readVersion } from './history';

/**
 * `withShards` takes the list of shards back too. Without it the shards stay as they are: which server holds a home's rows
 * is a fact that a rollback does not change, and the old list would ask servers that no longer have them. Subgraphs are asked
 * where they were checked last.
 */
export async function rollback(
  ground: RegistryGround,
  actor: Actor | null,
  to: number,
  withShards = false,
): Promise<number> {
  const street = requireStreet(actor, 'rollback');
  const older = await readVersion(ground, street, to);
  const checked = await checkReturning(ground, older);
  return ground.turn(() =>
    onSettledHead(async () => {
      const head = await outlineHead(ground);
      if (!head) throw unknown('version', String(to));
      const { state, composed } = older;
      const subgraphs = withAddressesOfToday(state.subgraphs, head, checked);
      const next = { ...(withShards ? state : head.state), subgraphs };
      const { home: by, token, from } = street;
      const version = await ground.store.change(async (book) => {
        refuseDisplaced(await book.openMoves(), { before: head.state, after: next });
        const at = ground.now().toISOString();
        const appended = await book.append(head.number, {
          kind: 'ROLLED_BACK',
          subject: String(to),
          by,
          token,
          from,
          at,
          proposal: null,
          state: next,
          composed,
        });
        await book.note(
          auditOf(ground, street, {
            verb: 'ROLLBACK',
            subject: `version ${to}`,
            details: { version: appended.number, withShards },
          }),
        );
        return appended;
      });
      ground.announce(version);
      return version.number;
    }),
  );
}
