// The program that a stationed organization runs: the contract `sharing`.
import type { Program } from '../kit/start-shard';
import { sharingMigrations } from '../sharing/migrations/migrations';
import { sharingContract } from '../sharing/nouns';

export const unit: Program = {
  name: 'unit',
  contracts: [{ ...sharingContract, migrations: sharingMigrations }],
};
