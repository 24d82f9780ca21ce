// The owner of rooms is killed 100 times in the middle of bookings, on every database that is found: `npm run owner-kill [kills]`.
import 'reflect-metadata';
import findTestDatabase from '../kit/find-test-database';
import { testDatabases } from '../kit/test-databases';
import { raceWhileKilled } from '../workflow/kit/race-while-killed';

async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? 100);
  await findTestDatabase();
  for (const testDatabase of testDatabases()) {
    const { told, kills, faults } = await raceWhileKilled(testDatabase, {
      clients: 20,
      bookings: wanted * 20,
      kills: wanted,
    });
    const approved = told.filter((booking) => booking.approved).length;
    console.log(
      `${testDatabase.name}: ${kills} kills, ${told.length} asked, ${approved} approved, ${faults.length} faults`,
    );
    for (const fault of faults) console.log(fault);
    if (faults.length > 0) process.exitCode = 1;
  }
}

void main();
