// `npm run create-subgraph -- lovemarket`: writes a small working subgraph into a folder of its own, beside this project.
import path from 'node:path';
import { copyStarter } from './create-subgraph/copy-starter';
import { readRequest, USAGE } from './create-subgraph/read-request';
import { refuseName } from './create-subgraph/refuse-name';
import { EXIT } from './registry/exit-codes';
import { UsageError } from './registry/parse-command';

async function main(words: string[]): Promise<void> {
  if (words.includes('--help') || words.length === 0) {
    console.log(USAGE);
    process.exitCode = words.length === 0 ? EXIT.usage : EXIT.accepted;
    return;
  }
  const request = readRequest(words);
  const { name, home, folder, registry } = request;
  const asked = await refuseName(name, registry);
  const files = copyStarter(request);
  console.log(`${files} files written to ${folder}.${asked ? '' : `\nNo registry answers at ${registry}, so whether the name is free was not asked.`}

Next:
  cd ${path.relative(process.env.INIT_CWD ?? process.cwd(), folder) || '.'}
  npm install && npm test
  npm start

Then join as "${home}" and publish; its README says how.`);
}

main(process.argv.slice(2)).catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = fault instanceof UsageError ? EXIT.usage : EXIT.failed;
});
