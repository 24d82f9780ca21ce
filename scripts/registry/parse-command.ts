// Reads the words of a command: every mistake is a sentence that says what was meant, probably.
import { parseArgs } from 'node:util';
import { suggestionList } from 'graphql/jsutils/suggestionList';
import type { Ask } from './ask-registry';

export type Options = Record<string, string | boolean | undefined>;

export interface Run {
  options: Options;
  /** What stands after the command without a flag. */
  names: string[];
  ask: Ask;
}

export interface Result {
  exit: number;
  text: string;
  data: unknown;
}

export interface Command {
  name: string;
  usage: string;
  about: string;
  /** Flags with a value, and without one. */
  values?: readonly string[];
  switches?: readonly string[];
  needs?: readonly string[];
  /** How many names may follow, at least and at most. */
  names?: readonly [number, number];
  run(run: Run): Promise<Result>;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const VALUES = ['registry', 'token-file', 'lang'];
const SWITCHES = ['json', 'help'];

export interface ParsedCommand {
  command?: Command;
  options: Options;
  names: string[];
}

/** Without a command, or with --help alone, there is none in the answer. */
export function parseCommand(words: string[], commands: readonly Command[]): ParsedCommand {
  const [first] = words;
  if (!first || first === '--help' || first === 'help' || first === '-h') return { options: {}, names: [] };
  const two = commands.find(({ name }) => name === words.slice(0, 2).join(' '));
  const command = two ?? commands.find(({ name }) => name === first);
  if (!command) throw unknownCommand(words, commands);
  const { options, names } = readWords(words.slice(command.name.split(' ').length), command);
  if (!options.help) checkNeeds(command, options, names);
  return { command, options, names };
}

function unknownCommand([first = '', second]: string[], commands: readonly Command[]): UsageError {
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (group.length > 0)
    return new UsageError(
      `${second ? `"${first} ${second}" is no command. ` : ''}Say one of: ${group.join(', ')}.`,
    );
  const near = suggestionList(first, [...new Set(commands.map(({ name }) => name.split(' ')[0]!))]);
  const meant = near.length > 0 ? ` Did you mean ${near.slice(0, 3).join(', ')}?` : '';
  return new UsageError(`"${first}" is no command.${meant} \`npm run registry -- --help\` lists them all.`);
}

function readWords(words: string[], command: Command): { options: Options; names: string[] } {
  const values = [...VALUES, ...(command.values ?? [])];
  const switches = [...SWITCHES, ...(command.switches ?? [])];
  const types = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }]),
    ...switches.map((name) => [name, { type: 'boolean' }]),
  ]);
  const { tokens, positionals } = parseArgs({
    args: words,
    options: types,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: Options = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (values.includes(token.name)) options[token.name] = readValue(token.name, token.value);
    else if (!switches.includes(token.name))
      throw unknownFlag(token.rawName, [...values, ...switches], command);
    else if (token.value !== undefined)
      throw new UsageError(`--${token.name} takes no value; write it alone.`);
    else options[token.name] = true;
  }
  return { options, names: positionals };
}

function readValue(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`--${name} needs a value: --${name} <value>.`);
}

function unknownFlag(raw: string, known: string[], { usage }: Command): UsageError {
  const near = suggestionList(raw.replace(/^-+/, ''), known)[0];
  const meant = near ? ` Did you mean --${near}?` : '';
  return new UsageError(`There is no flag ${raw} here.${meant}\nUsage: npm run registry -- ${usage}`);
}

function checkNeeds(
  { needs = [], names: [min, max] = [0, 0], usage }: Command,
  options: Options,
  names: string[],
): void {
  const missing = needs.filter((name) => options[name] === undefined).map((name) => `--${name}`);
  const faults = [
    ...(missing.length > 0 ? [`${missing.join(' and ')} must be given.`] : []),
    ...(names.length < min
      ? [`Something is missing after the command: it takes ${min} name${min > 1 ? 's' : ''} there.`]
      : []),
    ...(names.length > max
      ? [`"${names[max]}" is too much; was a flag such as --name forgotten before it?`]
      : []),
  ];
  if (faults.length > 0) throw new UsageError(`${faults.join('\n')}\nUsage: npm run registry -- ${usage}`);
}
