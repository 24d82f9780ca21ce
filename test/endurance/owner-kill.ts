// Two owners are killed 100 times in the middle of bookings and of effects across owners, on every database that is found: `npm run owner-kill [kills]`.
import 'reflect-metadata';
import findTestDatabase from '../kit/find-test-database';
import { testDatabases } from '../kit/test-databases';
import { raceWhileKilled } from '../workflow/kit/race-while-killed';

async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? 100);
  await findTestDatabase();
  for (const testDatabase of testDatabases()) {
    const started = Date.now();
    const race = { kills: wanted, bookingsAKill: 10, needsAKill: 3 };
    const { told, kills, needs, delivered, attempts, faults } = await raceWhileKilled(testDatabase, race);
    const approved = told.filter((booking) => booking.approved).length;
    console.log(
      `${testDatabase.name}: ${kills} kills (SIGKILL); ${told.length} bookings asked for, ${approved} approved; ${needs} needs escalated,` +
        ` ${delivered} messages delivered to other owners in ${attempts} attempts, 0 waiting; ${faults.length} faults;` +
        ` ${Math.round((Date.now() - started) / 1000)} s`,
    );
    for (const fault of faults) console.log(fault);
    if (faults.length > 0) process.exitCode = 1;
  }
}

void main();
