// A full year of a joint conference through the public graph, on every database that is found: `npm run year`, or `npm run year -- --database sqlite`.
import 'reflect-metadata';
import findTestDatabase from '../kit/find-test-database';
import { testDatabases } from '../kit/test-databases';
import { printedTally } from '../workflow/play/tally';
import { playYear } from '../workflow/year/play-year';

async function main(): Promise<void> {
  const at = process.argv.indexOf('--database');
  const wanted = at < 0 ? undefined : process.argv[at + 1]?.toLowerCase();
  await findTestDatabase();
  const databases = testDatabases().filter(({ name }) => !wanted || name.toLowerCase() === wanted);
  if (databases.length === 0)
    throw new Error(
      `No database "${wanted}" is there; expected sqlite or mariadb, and a server for the latter.`,
    );
  for (const database of databases) {
    const started = Date.now();
    const everyRow = !process.argv.includes('--short');
    const onMonth = process.argv.includes('--verbose')
      ? (name: string) => console.log(`  ${name}`)
      : undefined;
    const { tallies, counts, notTaken, outsiders, comparison, faults } = await playYear(database, {
      everyRow,
      onMonth,
    });
    console.log(`${database.name}, ${Math.round((Date.now() - started) / 1000)} s\n${printedTally(tallies)}`);
    console.log(
      `${counts.taken} steps taken, ${counts.replayed} of them sent twice and done once; ${counts.refused} refused as the model says; ${outsiders} mutations tried by who may not`,
    );
    console.log(
      `end state: ${comparison.rows} rows with ${comparison.steps} steps of history, ${comparison.differences.length} differences from the model; ${faults.length} faults of outboxes and audits`,
    );
    for (const line of [...tallies.flatMap(({ missing }) => missing), ...notTaken, ...comparison.differences, ...faults])
      console.log(`  ${line}`);
    if (
      tallies.some(({ missing }) => missing.length > 0) ||
      comparison.differences.length + faults.length > 0
    )
      process.exitCode = 1;
  }
}

void main();
