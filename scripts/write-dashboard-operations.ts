// Writes the dashboard's typed operations from schema/: `npm run dashboard:write`.
import { writeFileSync } from 'node:fs';
import { dashboardOperations } from './dashboard-operations';

async function main(): Promise<void> {
  for (const { path, text } of await dashboardOperations()) {
    writeFileSync(path, text);
    console.log(`${path} written`);
  }
}

void main();
