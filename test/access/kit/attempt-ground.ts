// Where attempts are made: three shards with secrets, a gateway before them that two issuers of tokens are known to, and a recorder before each shard.
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ACTOR_HEADER,
  hashBody,
  keyIdOf,
  signActor,
  type ActorClaims,
  type ActorKey,
  type SignedActor,
} from '../../../schema/actor-signature';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { WorkflowStep } from '../../../subgraphs/kit/workflow/workflow-step';
import { startProvider, type Provider } from '../../identity/kit/start-provider';
import { runDemonstration, type RunningDemonstration } from '../../kit/run-demonstration';
import { openSignIn, type SignIn } from '../../kit/sign-in';
import type { TestDatabase } from '../../kit/test-databases';
import { post, type Attempt, type Told } from './attempt';
import { hideSecrets, type SecretIds } from './hide-secrets';
import { OTHER, OWNER, STRANGER } from './organizations';
import { startRecorder, type Recorder } from './recorder';

export type GroundAttempt = Attempt<AttemptGround>;

export interface AttemptGround {
  signIn: SignIn;
  provider: Provider;
  recorders: Recorder[];
  ids: SecretIds;
  /** Asks the gateway, as an office of the organization or what else is said; as nobody for null. */
  as: (who: string | null, query: string, more?: Partial<SignedActor>) => Promise<Told>;
  /** Asks the gateway for a draft of the owner. */
  withToken: (authorization: string) => Promise<Told>;
  /** Asks the gateway for a contract, as a router of another make does. */
  asRouter: (contract: string, asked: object, authorization: string | undefined) => Promise<Told>;
  /** Asks the owner's shard itself. */
  straight: (body: string, signature?: string, contract?: string) => Promise<Told>;
  /** The actor's signature over a body, as the gateway makes it but for what is given. */
  sign: (body: string, more?: Partial<ActorClaims>, by?: Partial<ActorKey>) => string;
  /** Steps that all shards have stored. */
  countSteps: () => Promise<number>;
  close: () => Promise<void>;
}

export async function openAttemptGround(database: TestDatabase): Promise<AttemptGround> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-attempts-'));
  const key = newKey();
  const [signIn, provider] = [await openSignIn(), await startProvider()];
  const config = { actorKeyPath: join(folder, 'key.pem'), oidc: oidcOf(provider) };
  writeFileSync(config.actorKeyPath, key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const shards = SHARDS.filter(({ homes }) => [OWNER, OTHER, STRANGER].some((home) => homes.includes(home)));
  const demonstration = await runDemonstration({ database, signIn, shards, config });
  const recorders = await recordShards(demonstration);
  const ids = await hideSecrets(demonstration, await signIn.as(OWNER));
  const { gatewayUrl } = demonstration;
  const graph = (asked: object, authorization?: string) =>
    post(`${gatewayUrl}/graphql`, JSON.stringify(asked), headersOf(authorization));
  return {
    signIn,
    provider,
    recorders: [...recorders.values()],
    ids,
    as: async (who, query, more = {}) =>
      graph({ query }, who === null ? undefined : await signIn.as(who, more)),
    withToken: (authorization) => graph({ query: `{ need(id: "${ids.need}") { text } }` }, authorization),
    asRouter: (contract, asked, authorization) =>
      post(`${gatewayUrl}/shards/${contract}`, JSON.stringify(asked), headersOf(authorization)),
    straight: (body, signature, contract = 'sharing') => {
      const headers: Record<string, string> = signature === undefined ? {} : { [ACTOR_HEADER]: signature };
      return post(`${recorders.get(OWNER)!.url}/${contract}`, body, headers);
    },
    sign: (body, more = {}, by = {}) => signActor({ ...claimsOf(body), ...more }, { ...key, ...by }),
    countSteps: () => countSteps(demonstration),
    close: async () => {
      await demonstration.stop();
      provider.close();
      for (const recorder of recorders.values()) recorder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
}

function oidcOf({ issuer }: Provider) {
  const claims = { office: 'office', organization: 'organization', kind: 'kind', scopes: 'scope' };
  return { issuer, audience: 'lianxi', algorithms: ['RS256'], claims };
}

/** From now on the gateway asks the shards through the recorders. */
async function recordShards(demonstration: RunningDemonstration): Promise<Map<string, Recorder>> {
  const recorders = new Map<string, Recorder>();
  for (const [name, { url }] of demonstration.shards) recorders.set(name, await startRecorder(url));
  await demonstration.changeList((list) => ({
    ...list,
    shards: list.shards.map((shard) => ({ ...shard, url: recorders.get(shard.name)!.url })),
  }));
  return recorders;
}

function headersOf(authorization: string | undefined): Record<string, string> {
  return authorization === undefined ? {} : { authorization };
}

const actor: SignedActor = { office: '综合办公室', organization: OWNER, kind: 'office', scopes: [] };

function claimsOf(body: string): ActorClaims {
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + 60, jti: randomUUID() };
  return { iss: 'lianxi-gateway', aud: OWNER, ...times, bh: hashBody(body), actor };
}

async function countSteps({ shards }: RunningDemonstration): Promise<number> {
  const counts = await Promise.all(
    [...shards.values()].map(({ database }) => database.manager.count(WorkflowStep)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
