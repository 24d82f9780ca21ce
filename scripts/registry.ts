// The registry from the shell: `npm run registry -- publish --name lovemarket --url … --schema lovemarket.graphql`.
import { askRegistry, Unreachable } from './registry/ask-registry';
import { COMMANDS } from './registry/commands';
import { EXIT } from './registry/exit-codes';
import { parseCommand, UsageError } from './registry/parse-command';
import { RegistryRefusal } from './registry/registry-refusal';
import { USAGE } from './registry/usage';

async function main(words: string[]): Promise<number> {
  const { command, options, names } = parseCommand(words, COMMANDS);
  if (!command) {
    console.log(USAGE);
    return words.length === 0 ? EXIT.usage : EXIT.accepted;
  }
  if (options.help) {
    console.log(`npm run registry -- ${command.usage}\n\n${command.about}`);
    return EXIT.accepted;
  }
  const result = await command.run({ options, names, ask: askRegistry(options) });
  console.log(options.json ? JSON.stringify(result.data, null, 2) : result.text);
  return result.exit;
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (fault: Error) => {
    if (process.argv.includes('--json'))
      console.log(JSON.stringify({ error: { code: codeOf(fault), message: fault.message } }, null, 2));
    else console.error(fault.message);
    process.exitCode = exitOf(fault);
  },
);

function codeOf(fault: Error): string {
  if (fault instanceof RegistryRefusal) return fault.code;
  return fault instanceof UsageError ? 'USAGE' : fault instanceof Unreachable ? 'UNREACHABLE' : 'INTERNAL';
}

function exitOf(fault: Error): number {
  if (fault instanceof UsageError) return EXIT.usage;
  if (fault instanceof Unreachable) return EXIT.unreachable;
  if (fault instanceof RegistryRefusal) return fault.isOfPermission ? EXIT.notAllowed : EXIT.refused;
  return EXIT.failed;
}
