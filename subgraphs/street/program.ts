// The program that the street runs: the directory, and what every community serves too.
import { cobuildingMigrations } from '../cobuilding/migrations/migrations';
import { cobuildingContract } from '../cobuilding/nouns';
import { conferenceMigrations } from '../conference/migrations/migrations';
import { conferenceContract } from '../conference/nouns';
import { directoryMigrations } from '../directory/migrations/migrations';
import { directoryContract } from '../directory/nouns';
import type { Program } from '../kit/start-shard';
import { sharingMigrations } from '../sharing/migrations/migrations';
import { sharingContract } from '../sharing/nouns';

export const street: Program = {
  name: 'street',
  contracts: [
    { ...directoryContract, migrations: directoryMigrations },
    { ...conferenceContract, migrations: conferenceMigrations },
    { ...cobuildingContract, migrations: cobuildingMigrations },
    { ...sharingContract, migrations: sharingMigrations },
  ],
};
