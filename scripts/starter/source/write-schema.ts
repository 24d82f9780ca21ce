// `npm run schema`: writes the SDL that is published, as the classes have it.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { printSdl } from './schema';

writeFileSync(path.join(__dirname, '..', 'sample-market.graphql'), printSdl());
