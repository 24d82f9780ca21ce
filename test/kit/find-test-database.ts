// Before all tests: finds a MariaDB or MySQL server for the database suites, and says so when there is none.
import { createConnection } from 'mysql2/promise';

const LOCAL = 'mysql://root@127.0.0.1:3306/';

// eslint-disable-next-line no-restricted-syntax -- jest asks for a default export here
export default async function findTestDatabase(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL ?? LOCAL;
  try {
    const connection = await createConnection({ uri: url, connectTimeout: 2000 });
    await connection.end();
    process.env.LIANXI_FOUND_DATABASE_URL = url;
    if (process.env.LIANXI_ALL_DATABASES !== 'on')
      process.stdout.write(
        'Left out: the longest suites on SQLite, since they run on the server that was found (LIANXI_ALL_DATABASES=on runs them on both).\n',
      );
  } catch (cause) {
    if (process.env.TEST_DATABASE_URL)
      throw new Error(`TEST_DATABASE_URL does not answer: ${(cause as Error).message}`);
    delete process.env.LIANXI_FOUND_DATABASE_URL;
    process.stdout.write(
      'Left out: the database suites on MariaDB, since no server answers at 127.0.0.1:3306 (TEST_DATABASE_URL names another).\n',
    );
  }
}
