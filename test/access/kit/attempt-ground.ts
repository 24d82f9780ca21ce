// Where attempts are made: three shards with secrets, a gateway before them that two issuers of tokens are known to, and a recorder before each shard.
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hashBody,
  keyIdOf,
  signActor,
  type ActorClaims,
  type ActorKey,
  type SignedActor,
} from '../../../schema/actor-signature';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { LiaisonOffice } from '../../../subgraphs/sharing/liaison-office/liaison-office';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { WorkflowStep } from '../../../subgraphs/kit/workflow/workflow-step';
import { startProvider, type Provider } from '../../identity/kit/start-provider';
import { runDemonstration, type RunningDemonstration } from '../../kit/run-demonstration';
import { openSignIn, type SignIn } from '../../kit/sign-in';
import { startRecorder, type Recorder } from './recorder';

export const OWNER = 'demo-community';
export const OTHER = 'demo-school';
export const STRANGER = 'demo-street';
/** In every protected text of the ground, and in no other. */
export const SECRET = 'SECRET';

export interface AttemptGround {
  demonstration: RunningDemonstration;
  signIn: SignIn;
  provider: Provider;
  recorders: Recorder[];
  ids: Record<'need' | 'resource' | 'plan' | 'agreement' | 'booking' | 'attendance', string>;
  /** The actor's signature over a body, as the gateway makes it but for what is given. */
  sign: (body: string, more?: Partial<ActorClaims>, by?: Partial<ActorKey>) => string;
  shardUrl: string;
  /** Steps that all shards have stored. */
  countSteps: () => Promise<number>;
  close: () => Promise<void>;
}

export async function openAttemptGround(): Promise<AttemptGround> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-attempts-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  const key: ActorKey = { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
  const actorKeyPath = join(folder, 'key.pem');
  writeFileSync(actorKeyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const [signIn, provider] = [await openSignIn(), await startProvider()];
  const claims = { office: 'office', organization: 'organization', kind: 'kind', scopes: 'scope' };
  const oidc = { issuer: provider.issuer, audience: 'lianxi', algorithms: ['RS256'], claims };
  const shards = SHARDS.filter(({ homes }) => [OWNER, OTHER, STRANGER].some((home) => homes.includes(home)));
  const demonstration = await runDemonstration({ signIn, shards, config: { actorKeyPath, oidc } });
  const recorders: Recorder[] = [];
  const urls = new Map<string, string>();
  for (const [name, { url }] of demonstration.shards) {
    const recorder = await startRecorder(url);
    recorders.push(recorder);
    urls.set(name, recorder.url);
  }
  await demonstration.changeList((list) => ({
    ...list,
    shards: list.shards.map((shard) => ({ ...shard, url: urls.get(shard.name)! })),
  }));
  const ids = await hideSecrets(demonstration, signIn);
  return {
    demonstration,
    signIn,
    provider,
    recorders,
    ids,
    sign: (body, more = {}, by = {}) => signActor({ ...claimsOf(body), ...more }, { ...key, ...by }),
    shardUrl: urls.get(OWNER)!,
    countSteps: async () => {
      const databases = [...demonstration.shards.values()].map(({ database }) => database);
      const counts = await Promise.all(databases.map(({ manager }) => manager.count(WorkflowStep)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    close: async () => {
      await demonstration.stop();
      provider.close();
      for (const recorder of recorders) recorder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const actor: SignedActor = { office: '综合办公室', organization: OWNER, kind: 'office', scopes: [] };

function claimsOf(body: string): ActorClaims {
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + 60, jti: randomUUID() };
  return { iss: 'lianxi-gateway', aud: OWNER, ...times, bh: hashBody(body), actor };
}

/** Drafts of the owner, made as its office makes them; secret words where bookings, telephones and absences keep theirs. */
async function hideSecrets(
  demonstration: RunningDemonstration,
  signIn: SignIn,
): Promise<AttemptGround['ids']> {
  const asOwner = await signIn.as(OWNER);
  const make = async (mutation: string, input: string, noun: string) => {
    const query = `mutation { it: ${mutation}(input: { home: "${OWNER}", ${input} }) { ${noun} { id } refusal { message } } }`;
    const { data, errors } = await demonstration.ask(query, undefined, asOwner);
    if (!data?.it?.[noun]) throw new Error(`${mutation}: ${JSON.stringify(errors ?? data)}`);
    return data.it[noun].id as string;
  };
  const { manager } = demonstration.shards.get(OWNER)!.database;
  for (const column of ['purpose', 'reason', 'changedByOffice'])
    await manager
      .createQueryBuilder()
      .update(Booking)
      .set({ [column]: SECRET })
      .execute();
  for (const { database } of demonstration.shards.values())
    await database.manager.createQueryBuilder().update(LiaisonOffice).set({ officePhone: SECRET }).execute();
  const street = [...demonstration.shards.values()].map(({ database }) => database.manager);
  let attendance = '';
  for (const each of street) {
    await each
      .query(`UPDATE conference_attendance SET reason = '${SECRET}', office = '${SECRET}'`)
      .catch(() => undefined);
    const found = await each
      .query<{ id: string }[]>(
        `SELECT id FROM conference_attendance WHERE organizationId NOT IN ('${OTHER}') AND home <> '${OTHER}' ORDER BY id`,
      )
      .catch(() => []);
    attendance = found[0]?.id ?? attendance;
  }
  const [booking] = await manager.query<{ id: string }[]>(
    `SELECT id FROM sharing_booking WHERE home = '${OWNER}' AND requesterId NOT IN ('${OTHER}', '${STRANGER}') ORDER BY id`,
  );
  return {
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
    booking: booking!.id,
    attendance,
  };
}
