// Changes a registry's database behind its back, as a damaged disk or somebody with its password would.
import Database from 'libsql';
import { createConnection } from 'mysql2/promise';

export async function tamper(url: string, sql: string): Promise<void> {
  if (url.startsWith('file:')) {
    const file = new Database(url.slice('file:'.length));
    file.exec(sql);
    file.close();
    return;
  }
  const connection = await createConnection({ uri: url });
  await connection.query(sql);
  await connection.end();
}
