// Commands about tokens, members, the audit log and the rules of checks.
import { readTextFile } from './ask-registry';
import * as documents from './documents';
import { EXIT } from './exit-codes';
import { exportAudit } from './export-audit';
import { type Command, UsageError } from './parse-command';
import { rows, numberOf } from './make-command';
import { verifyAudit } from './verify-audit';

export const ADMINISTERING_COMMANDS: readonly Command[] = [
  {
    name: 'token list',
    usage: 'token list [--home <home>]',
    about: 'The tokens of an organization, without their text.',
    values: ['home'],
    run: rows(documents.TOKENS, ({ home }) => ({ home }), [
      'id',
      'purpose',
      'label',
      'createdAt',
      'expiresAt',
      'revokedAt',
      'lastUsedOn',
    ]),
  },
  {
    name: 'token rotate',
    usage: 'token rotate --label <text> [--days <n>] [--home <home>] [--purpose <MEMBER|GATEWAY|STREET>]',
    about:
      'A new token, shown once. The old ones stay valid until they are revoked, so nothing stops meanwhile.',
    values: ['label', 'days', 'home', 'purpose'],
    needs: ['label'],
    run: async ({ options: { label, days, home, purpose }, ask }) => {
      const asked = { label, home, purpose: purpose ?? 'MEMBER', days: numberOf(days, 'days') };
      const { result } = await ask<{ result: { secret: string; token: { id: string } } }>(
        documents.ROTATE,
        asked,
      );
      const text = `${result.secret}\n\nShown this once. When everything uses it, take the old one back: token revoke <id> (token list shows them).`;
      return { exit: EXIT.accepted, text, data: result };
    },
  },
  {
    name: 'token revoke',
    usage: 'token revoke <id>',
    about: 'Takes a token back, at once.',
    names: [1, 1],
    run: async ({ names: [id], ask }) => {
      const { result } = await ask<{ result: unknown }>(documents.REVOKE, { id });
      return { exit: EXIT.accepted, text: `The token ${id} is revoked.`, data: result };
    },
  },
  {
    name: 'members',
    usage: 'members',
    about: 'The organizations that joined or asked to. For the street.',
    run: rows(documents.MEMBERS, () => ({}), ['home', 'name', 'state', 'homes', 'contracts', 'since']),
  },
  {
    name: 'audit export',
    usage: 'audit export [--out <file>]',
    about: 'The whole audit log as JSON Lines, oldest first. For the street.',
    values: ['out'],
    run: exportAudit,
  },
  {
    name: 'audit verify',
    usage: 'audit verify [--kept <number>:<hash>] [--file <audit.jsonl|-> [--key <public.pem>]]',
    about:
      'Walks the hash chain and names the first broken link; --kept is an entry that you wrote down earlier. With --file the exported file, without asking the registry; --key is its public key, for the signature at the end.',
    values: ['kept', 'file', 'key'],
    run: verifyAudit,
  },
  {
    name: 'settings show',
    usage: 'settings show',
    about: 'The rules of checks: words of privacy, allowed networks, budgets.',
    run: async ({ ask }) => {
      const { result } = await ask<{ result: unknown }>(documents.SETTINGS);
      return { exit: EXIT.accepted, text: JSON.stringify(result, null, 2), data: result };
    },
  },
  {
    name: 'settings set',
    usage: 'settings set --file <file.json|->',
    about:
      'Changes the rules of checks; the file has what `settings show` prints, or a part of it. For the street.',
    values: ['file'],
    needs: ['file'],
    run: async ({ ask, options }) => {
      const { result } = await ask<{ result: unknown }>(documents.SET_SETTINGS, {
        settings: readJson(String(options.file)),
      });
      return { exit: EXIT.accepted, text: JSON.stringify(result, null, 2), data: result };
    },
  },
  {
    name: 'whoami',
    usage: 'whoami',
    about: 'Whose token this is, and whether it was let in.',
    run: async ({ ask }) => {
      const { result, street } = await ask<{
        result: { home: string; purpose: string; state: string } | null;
        street: string;
      }>(documents.WHO);
      const text = result
        ? `${result.home} (${result.purpose}, ${result.state})`
        : `No valid token. The street is ${street}; ask it with: join`;
      return { exit: result ? EXIT.accepted : EXIT.notAllowed, text, data: { me: result, street } };
    },
  },
];

function readJson(file: string): unknown {
  try {
    return JSON.parse(readTextFile(file, '--file'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--file ${file}: it is no JSON (${(error as Error).message}).`);
  }
}
