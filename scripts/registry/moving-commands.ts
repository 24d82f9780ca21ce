// Commands that move a home to another shard: begun, followed until it is served there, given up.
import { setTimeout as pause } from 'node:timers/promises';
import * as documents from './documents';
import { EXIT } from './exit-codes';
import { rows, submitted } from './make-command';
import type { Command, Result, Run } from './parse-command';
import type { ShownSubmission } from './show-answer';

interface Move {
  id: string;
  home: string;
  from: string;
  to: string;
  state: 'COPYING' | 'SWITCHED' | 'SETTLING' | 'DONE' | 'ABORTING' | 'ABORTED';
  rows: number | null;
  version: number | null;
  reason: string | null;
}

export const MOVING_COMMANDS: readonly Command[] = [
  {
    name: 'shard move',
    usage: 'shard move --home <home> --to <shard>',
    about:
      'Moves a home with its rows to that shard, and ends when it is served there. Reads go on; writes are refused with a sentence meanwhile.',
    values: ['home', 'to'],
    needs: ['home', 'to'],
    run: moveHome,
  },
  {
    name: 'shard moves',
    usage: 'shard moves',
    about: 'Moves of homes, newest first, and how far each has come.',
    run: rows(documents.MOVES, () => ({}), [
      'id',
      'home',
      'from',
      'to',
      'state',
      'rows',
      'version',
      'changedAt',
      'reason',
    ]),
  },
  {
    name: 'shard stay',
    usage: 'shard stay <move>',
    about: 'Gives a move up before the switch; all stays as it was.',
    names: [1, 1],
    run: async ({ ask, names: [id] }) => {
      await ask(documents.ABORT_MOVE, { id });
      return follow(ask, String(id), EXIT.accepted);
    },
  },
];

async function moveHome({ ask, options }: Run): Promise<Result> {
  const { result } = await ask<{ result: { submission: ShownSubmission; move: Move | null } }>(
    documents.MOVE_HOME,
    { home: options.home, to: options.to },
  );
  return result.move
    ? follow(ask, result.move.id, EXIT.refused)
    : submitted({ result: result.submission }, options);
}

const LOOK_MS = 300;

/** It goes on in the registry also when this command is ended. */
async function follow(ask: Run['ask'], id: string, exitOfAborted: number): Promise<Result> {
  for (;;) {
    const { result: move } = await ask<{ result: Move }>(documents.MOVE_BY_ID, { id });
    if (move.state === 'ABORTED') return { exit: exitOfAborted, text: told(move), data: move };
    if (move.state === 'SETTLING' || move.state === 'DONE')
      return { exit: EXIT.accepted, text: told(move), data: move };
    await pause(LOOK_MS);
  }
}

function told({ id, home, from, to, state, rows: count, version, reason }: Move): string {
  if (state === 'ABORTED') return `${home} stays on ${from}; nothing has changed. ${reason ?? ''}`.trim();
  const rest =
    state === 'DONE'
      ? `${from} has let go of it.`
      : `${from} lets go of its rows later: shard moves shows it (${id}).`;
  return `${home} is served by ${to} since version ${version}, with ${count} rows. ${rest}`;
}
