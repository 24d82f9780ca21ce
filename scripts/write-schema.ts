// Writes schema/<contract>.graphql from the code's nouns: `npm run schema:write [contract …]`.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { contractPath } from '../subgraphs/kit/contract-files';
import { contractSdl } from '../subgraphs/kit/contract-schema';
import { street } from '../subgraphs/street/program';

const asked = process.argv.slice(2);
for (const contract of street.contracts.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  writeFileSync(contractPath(contract.name), contractSdl(contract));
  console.log(`schema/${contract.name}.graphql written`);
}
