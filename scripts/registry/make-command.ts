// What commands have in common: how a submission and a list are asked for and told, and how values are read.
import { EXIT } from './exit-codes';
import { type Command, type Options, type Run, UsageError } from './parse-command';
import { showRows, showSubmission, type ShownSubmission } from './show-answer';
import { languageOf } from './show-verdict';

export function submission(
  name: string,
  usage: string,
  about: string,
  document: string,
  toVariables: (names: string[]) => Record<string, unknown>,
): Command {
  const run = async ({ names, options, ask }: Run) =>
    submitted(await ask(document, toVariables(names)), options);
  return { name, usage, about, names: [1, 1], run };
}

export function rows(
  document: string,
  toVariables: (options: Options) => Record<string, unknown>,
  columns: string[],
) {
  return async function showList({ ask, options }: Run) {
    const { result } = await ask<{ result: Record<string, unknown>[] }>(document, toVariables(options));
    return { exit: EXIT.accepted, text: showRows(result, columns), data: result };
  };
}

export function submitted(
  { result }: { result: ShownSubmission },
  options: Options,
  file?: { name: string; text: string },
) {
  const exit = { ACCEPTED: EXIT.accepted, WAITING: EXIT.waits, REFUSED: EXIT.refused }[result.outcome];
  return { exit, text: showSubmission(result, languageOf(options), file), data: result };
}

export function listOf(text: string | boolean | undefined): string[] {
  return String(text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

export function numberOf(text: string | boolean | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(String(text))) return Number(text);
  throw new UsageError(`The ${what} is "${String(text)}"; expected a whole number.`);
}
