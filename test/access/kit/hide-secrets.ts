// Drafts of the owner, made as its office makes them; the secret where bookings, telephones and absences keep their texts.
import { Not, In, type DataSource } from 'typeorm';
import { Attendance } from '../../../subgraphs/conference/meeting/attendance';
import type { Class } from '../../../subgraphs/kit/noun/spec';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { LiaisonOffice } from '../../../subgraphs/sharing/liaison-office/liaison-office';
import type { RunningDemonstration } from '../../kit/run-demonstration';
import { OTHER, OWNER, STRANGER } from './organizations';
import { SECRET } from './secret';

export interface SecretIds {
  need: string;
  resource: string;
  plan: string;
  agreement: string;
  /** A booking at the owner's, and who asked for it: neither the other nor the stranger. */
  booking: string;
  requester: string;
  /** An attendance that is no matter of the other's. */
  attendance: string;
}

export async function hideSecrets(demonstration: RunningDemonstration, asOwner: string): Promise<SecretIds> {
  const databases = [...demonstration.shards.values()].map(({ database }) => database);
  for (const database of databases) {
    await hide(database, Booking, ['purpose', 'reason', 'changedByOffice']);
    await hide(database, LiaisonOffice, ['officePhone']);
    await hide(database, Attendance, ['reason', 'office']);
  }
  const make = (mutation: string, input: string, noun: string) =>
    makeDraft(demonstration, asOwner, { mutation, input, noun });
  return {
    ...(await bookingOf(demonstration.shards.get(OWNER)!.database)),
    attendance: await attendanceIn(databases),
    need: await make('createNeed', `text: "${SECRET}"`, 'need'),
    resource: await make(
      'createSharedResource',
      `name: "${SECRET}", kind: VENUE, exclusive: true`,
      'sharedResource',
    ),
    plan: await make('createAnnualPlan', `title: "${SECRET}", year: 2026`, 'annualPlan'),
    agreement: await make(
      'createCoBuildingAgreement',
      `title: "${SECRET}", kind: CO_BUILDING_AGREEMENT`,
      'coBuildingAgreement',
    ),
  };
}

async function hide(database: DataSource, noun: Class, columns: string[]): Promise<void> {
  if (!database.hasMetadata(noun)) return;
  const secrets = Object.fromEntries(columns.map((column) => [column, SECRET]));
  await database.manager.createQueryBuilder().update(noun).set(secrets).execute();
}

async function bookingOf({ manager }: DataSource): Promise<Pick<SecretIds, 'booking' | 'requester'>> {
  const [booking] = await manager.find(Booking, {
    where: { home: OWNER, requesterId: Not(In([OTHER, STRANGER, OWNER])) },
    order: { id: 'ASC' },
    take: 1,
  });
  return { booking: booking!.id, requester: booking!.requesterId };
}

async function attendanceIn(databases: readonly DataSource[]): Promise<string> {
  const where = { home: Not(OTHER), organizationId: Not(OTHER) };
  for (const database of databases.filter((each) => each.hasMetadata(Attendance))) {
    const [attendance] = await database.manager.find(Attendance, { where, order: { id: 'ASC' }, take: 1 });
    if (attendance) return attendance.id;
  }
  throw new Error('Nobody attended anything on this ground');
}

/** Throws what was answered instead of a row. */
async function makeDraft(
  { ask }: RunningDemonstration,
  asOwner: string,
  { mutation, input, noun }: Record<'mutation' | 'input' | 'noun', string>,
): Promise<string> {
  const query = `mutation { it: ${mutation}(input: { home: "${OWNER}", ${input} }) { ${noun} { id } refusal { message } } }`;
  const { data, errors } = await ask(query, undefined, asOwner);
  if (!data?.it?.[noun]) throw new Error(`${mutation}: ${JSON.stringify(errors ?? data)}`);
  return data.it[noun].id as string;
}
