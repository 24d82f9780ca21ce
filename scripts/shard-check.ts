// The conformance suite for shards that others write: `npm run shard:check -- URL [contract …]`.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createExaminationSigner, publicKeySet, toActorKey } from '../gateway/identity/sign-requests';
import { readSigningKey } from '../gateway/registry/delivery/signing-key';
import { ShardSilent } from '../gateway/sharding/conformance/shard-silent';
import { examineShard } from '../gateway/sharding/conformance/examine-shard';
import { createHttpTransport } from '../gateway/sharding/http-transport';
import type { Shard } from '../gateway/sharding/shard-list';
import { readContractFiles } from '../gateway/supergraph/contract-file';

const USAGE = `npm run shard:check -- <url> [contract …] [--key <file> --name <shard>]
  <url>       of the shard, e.g. http://127.0.0.1:4007; each contract is asked at <url>/<contract>
  [contract]  conference, cobuilding, sharing; by default sharing
  --key       for a shard that requires signatures: a file with your own private key; made when it is not there. Its public
              part is written beside it, as <file>.jwks.json: start the shard with LIANXI_EXAMINER_KEYS=<file>.jwks.json
  --name      the shard's own name (its LIANXI_SHARD), for which a signature is made
Ends with 0 when the shard keeps every law, 1 when it breaks one, 2 when it cannot be asked.`;

const KNOWN = readContractFiles().filter(({ answeredBy }) => answeredBy === 'sharded');

interface Asked {
  shard: Shard;
  /** File of the examiner's private key. */
  key: string | undefined;
}

function readWords(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, name: { type: 'string' } },
  });
  const [url = '', ...asked] = positionals;
  const contracts = asked.length > 0 ? asked : ['sharing'];
  const areKnown = contracts.every((name) => KNOWN.some((file) => file.name === name));
  const { key, name = 'examined' } = values;
  if (!URL.canParse(url) || !areKnown || (key !== undefined && values.name === undefined))
    throw new Error(USAGE);
  return { shard: { name, url: url.replace(/\/+$/, ''), contracts, homes: [] }, key };
}

function openSigner(file: string) {
  const key = toActorKey(readSigningKey(file).privateKey);
  writeFileSync(publicFile(file), `${JSON.stringify(publicKeySet(key), null, 2)}\n`);
  return createExaminationSigner(key);
}

function publicFile(file: string): string {
  return `${resolve(file)}.jwks.json`;
}

async function examine({ shard, key }: Asked): Promise<void> {
  const transport = createHttpTransport(key === undefined ? {} : { sign: openSigner(key) });
  try {
    for (const name of shard.contracts) {
      const { sdl } = KNOWN.find((file) => file.name === name)!;
      const { breaches, lists, rows } = await examineShard(transport, shard, name, sdl);
      for (const { law, field, sentence } of breaches) console.log(`✗ ${name}.${field}: ${law}: ${sentence}`);
      const mark = breaches.length === 0 ? '✓' : '✗';
      console.log(`${mark} ${name}: ${lists} lists with ${rows} rows, ${breaches.length} breaches`);
      if (breaches.length > 0) process.exitCode = 1;
    }
  } finally {
    await transport.close();
  }
}

function adviceFor({ shard, key }: Asked): string {
  return key === undefined
    ? 'Give --key <file> --name <shard>: the file is made when it is not there, and the shard is told to trust it.'
    : `Start the shard with LIANXI_EXAMINER_KEYS=${publicFile(key)} (beside others, separated by commas) and LIANXI_SHARD=${shard.name}, and see that its clock is right.`;
}

async function main(): Promise<void> {
  const asked = readWords();
  await examine(asked).catch((fault: unknown) => {
    if (!(fault instanceof ShardSilent) || fault.why !== 'unrecognized') throw fault;
    throw new Error(`${fault.message}\n${adviceFor(asked)}`);
  });
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 2;
});
