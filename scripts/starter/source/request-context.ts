// What one request carries: the database, and loaders that turn many small questions into one.
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { SampleMarketStall } from './stall';

export interface RequestContext {
  database: DataSource;
  stallById: DataLoader<string, SampleMarketStall | null>;
  stallsOf: DataLoader<string, SampleMarketStall[]>;
}

export function createRequestContext(database: DataSource): RequestContext {
  const stalls = database.getRepository(SampleMarketStall);
  return {
    database,
    stallById: new DataLoader(async (ids) => {
      const rows = await stalls.findBy({ id: In([...ids]) });
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
    stallsOf: new DataLoader(async (homes) => {
      const rows = await stalls.find({ where: { offeredById: In([...homes]) }, order: { id: 'ASC' } });
      return homes.map((home) => rows.filter(({ offeredById }) => offeredById === home));
    }),
  };
}
