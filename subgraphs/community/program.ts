// The program that a community runs: `conference`, `cobuilding` and `sharing`.
import { cobuildingMigrations } from '../cobuilding/migrations/migrations';
import { cobuildingContract } from '../cobuilding/nouns';
import { conferenceMigrations } from '../conference/migrations/migrations';
import { conferenceContract } from '../conference/nouns';
import type { Program } from '../kit/start-shard';
import { sharingMigrations } from '../sharing/migrations/migrations';
import { sharingContract } from '../sharing/nouns';

export const community: Program = {
  name: 'community',
  contracts: [
    { ...conferenceContract, migrations: conferenceMigrations },
    { ...cobuildingContract, migrations: cobuildingMigrations },
    { ...sharingContract, migrations: sharingMigrations },
  ],
};
