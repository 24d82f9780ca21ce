// One command of the registry's command line, as it was typed, in this process.
import { type Ask, askRegistry } from '../../../scripts/registry/ask-registry';
import { COMMANDS } from '../../../scripts/registry/commands';
import { parseCommand, type Options, type Result } from '../../../scripts/registry/parse-command';

/** `askAs`: how the registry is asked, for those who mean to come in between. */
export async function runCommand(
  line: string,
  askAs: (options: Options) => Ask = askRegistry,
): Promise<Result> {
  const { command, options, names } = parseCommand(line.split(' '), COMMANDS);
  return command!.run({ options, names, ask: askAs(options) });
}
