// The conformance suite for shards that others write: `npm run shard:check -- URL [contract …]`.
import { createHttpTransport } from '../gateway/sharding/http-transport';
import { examineShard } from '../gateway/sharding/conformance/examine-shard';
import { readContractFiles } from '../gateway/supergraph/contract-file';

const USAGE = `npm run shard:check -- <url> [contract …]
  <url>       of the shard, e.g. http://127.0.0.1:4007; each contract is asked at <url>/<contract>
  [contract]  conference, cobuilding, sharing; by default sharing
Ends with 0 when the shard keeps every law, 1 when it breaks one, 2 when it cannot be asked.`;

async function main(): Promise<void> {
  const [url, ...asked] = process.argv.slice(2);
  const known = readContractFiles().filter(({ answeredBy }) => answeredBy === 'sharded');
  const contracts = asked.length > 0 ? asked : ['sharing'];
  if (!url || !URL.canParse(url) || !contracts.every((name) => known.some((file) => file.name === name)))
    throw new Error(USAGE);
  const transport = createHttpTransport();
  const shard = { name: 'examined', url: url.replace(/\/$/, ''), contracts, homes: [] };
  try {
    for (const name of contracts) {
      const report = await examineShard(
        transport,
        shard,
        name,
        known.find((file) => file.name === name)!.sdl,
      );
      for (const { law, field, sentence } of report.breaches)
        console.log(`✗ ${name}.${field}: ${law}: ${sentence}`);
      console.log(
        `${report.breaches.length === 0 ? '✓' : '✗'} ${name}: ${report.lists} lists with ${report.rows} rows, ${report.breaches.length} breaches`,
      );
      if (report.breaches.length > 0) process.exitCode = 1;
    }
  } finally {
    await transport.close();
  }
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 2;
});
