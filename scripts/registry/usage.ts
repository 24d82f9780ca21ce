// What `npm run registry` says of itself.
import { COMMANDS } from './commands';
import { EXIT } from './exit-codes';

export const USAGE = `npm run registry -- <command> [options]

${COMMANDS.map(({ usage, about }) => `  ${usage}\n      ${about}`).join('\n')}

Everywhere:
  --registry <url>     of the registry; or LIANXI_REGISTRY_URL; by default http://127.0.0.1:4100
  --token-file <file>  that holds the token; or LIANXI_REGISTRY_TOKEN (the token itself)
  --json               the answer as JSON, for programs: npm run --silent registry -- … --json
  --lang <zh|en>       of the sentences; by default as the shell's LANG says
  --help               after a command: what it takes

Ends with ${EXIT.accepted} done or accepted, ${EXIT.refused} refused, ${EXIT.usage} written wrongly, ${EXIT.waits} waits for approval, ${EXIT.unreachable} the registry does not answer,
${EXIT.notAllowed} no token or one that may not do this, ${EXIT.failed} a fault of this program.`;
