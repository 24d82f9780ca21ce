// The registry's GraphQL API: each field is one verb.
import type { Actor, Purpose } from '../domain/actor';
import type { HomeMove } from '../domain/home-move';
import { openApprovers, type Proposal, type ProposalState } from '../domain/proposal';
import type { RegistrySettings } from '../domain/settings';
import type { Version, VersionEntry } from '../domain/version';
import type { Finding } from '../verdict';
import { anchorAudit, readAudit, verifyAudit } from '../verbs/audit';
import { approve, reject } from '../verbs/decide';
import { diff, history, readVersion } from '../verbs/history';
import { join, type JoinRequest } from '../verbs/join';
import { isStreet, requireStreet, signedIn } from '../verbs/permissions';
import { check, publish, retire, type SubgraphDraft } from '../verbs/publish';
import { nameRefusal } from '../verbs/name-refusal';
import { listProposals, readProposal } from '../verbs/proposals';
import { createRateLimit } from './rate-limit';
import type { RegistryGround } from '../verbs/registry-ground';
import { rollback } from '../verbs/rollback';
import { changeSettings, showSettings } from '../verbs/settings';
import { abortMove, listMoves, moveHome, readMove } from '../verbs/moves';
import { publishShard, retireShard, type ShardDraft } from '../verbs/shards';
import type { Submission } from '../verbs/submit';
import { listTokens, revokeToken, rotateToken } from '../verbs/tokens';

export interface RegistryContext {
  /** Null without a valid token. */
  actor: Actor | null;
  from: string;
}

type Resolve<Arguments> = (parent: unknown, given: Arguments, context: RegistryContext) => unknown;

export function createResolvers(ground: RegistryGround) {
  return {
    Query: queries(ground),
    Mutation: mutations(ground),
    Actor: { state: async ({ home }: Actor) => (await ground.store.read.member(home))?.state ?? null },
    Finding: { line: ({ at }: Finding) => at?.line ?? null, column: ({ at }: Finding) => at?.column ?? null },
    Proposal: {
      change: ({ change }: Proposal) => JSON.stringify(change),
      waitsFor: ({ verdict, approvals, state }: Proposal) =>
        state === 'WAITING' ? openApprovers(verdict, approvals) : [],
    },
    VersionEntry: {
      from: ({ from }: VersionEntry, _: unknown, { actor }: RegistryContext) =>
        actor && isStreet(actor) ? from : null,
    },
    Version: {
      subgraphs: ({ state }: Version) => state.subgraphs,
      shards: ({ state }: Version) => state.shards,
      notJoined: ({ state }: Version) => state.notJoined,
      apiSdl: ({ composed }: Version) => composed.apiSdl,
      supergraphSdl: ({ composed }: Version) => composed.supergraphSdl,
    },
    Move: { from: ({ source }: HomeMove) => source, to: ({ target }: HomeMove) => target },
    Submission: {
      version: (it: Submission) => (it.outcome === 'ACCEPTED' ? it.version : null),
      proposal: (it: Submission) => (it.outcome === 'WAITING' ? it.proposal : null),
    },
  };
}

function queries(ground: RegistryGround) {
  const { store, street } = ground;
  const me: Resolve<object> = (_, _given, { actor }) => actor;
  const mayAskName = createRateLimit({ most: 60, withinMs: 60_000 }, () => ground.now().getTime());
  const naming: Resolve<{ name: string }> = (_, { name }, { from }) => (
    mayAskName(from),
    nameRefusal(ground, name)
  );
  const version: Resolve<{ number?: number }> = (_, { number }, { actor }) =>
    readVersion(ground, actor, number ?? undefined);
  const historyOf: Resolve<{ before?: number; limit: number }> = (_, { before, limit }, { actor }) =>
    history(ground, actor, before ?? undefined, limit);
  const diffOf: Resolve<{ to: number; from?: number }> = (_, { to, from }, { actor }) =>
    diff(ground, actor, to, from ?? undefined);
  const checkOf: Resolve<{ subgraph: SubgraphDraft }> = (_, { subgraph }, { actor }) =>
    check(ground, actor, subgraph);
  const proposals: Resolve<{ state?: ProposalState }> = (_, { state }, { actor }) =>
    listProposals(ground, actor, state ?? undefined);
  const proposal: Resolve<{ id: string }> = (_, { id }, { actor }) => readProposal(ground, actor, id);
  const members: Resolve<object> = (_, _given, { actor }) => (
    requireStreet(actor, 'members'),
    store.read.members()
  );
  const tokens: Resolve<{ home?: string }> = (_, { home }, { actor }) =>
    listTokens(ground, actor, home ?? signedIn(actor).home);
  const move: Resolve<{ id: string }> = (_, { id }, { actor }) => readMove(ground, actor, id);
  const moves: Resolve<object> = (_, _given, { actor }) => listMoves(ground, actor);
  const settings: Resolve<object> = (_, _given, { actor }) => showSettings(ground, actor);
  return {
    me,
    street: () => street,
    nameRefusal: naming,
    version,
    history: historyOf,
    diff: diffOf,
    check: checkOf,
    proposals,
    proposal,
    members,
    tokens,
    move,
    moves,
    ...auditQueries(ground),
    settings,
  };
}

function auditQueries(ground: RegistryGround) {
  const audit: Resolve<{ after: number; limit: number }> = (_, { after, limit }, { actor }) =>
    readAudit(ground, actor, after, limit);
  const verify: Resolve<{ keptSequence?: number; keptHash?: string }> = (
    _,
    { keptSequence, keptHash },
    { actor },
  ) =>
    verifyAudit(
      ground,
      actor,
      keptSequence && keptHash ? { sequence: keptSequence, hash: keptHash } : undefined,
    );
  const auditAnchor: Resolve<object> = (_, _given, { actor }) => (
    requireStreet(actor, 'audit'),
    anchorAudit(ground)
  );
  return { audit, verifyAudit: verify, auditAnchor };
}

interface TokenArguments {
  home?: string;
  purpose: Purpose;
  label: string;
  days?: number;
}

function mutations(ground: RegistryGround) {
  const mayJoin = createRateLimit({ most: ground.joinsPerHour, withinMs: 3_600_000 }, () =>
    ground.now().getTime(),
  );
  const joining: Resolve<JoinRequest> = (_, { home, name, homes, contracts }, { from }) => (
    mayJoin(from),
    join(ground, { home, name, homes: homes ?? [], contracts: contracts ?? [] }, from)
  );
  const publishing: Resolve<{ subgraph: SubgraphDraft }> = (_, { subgraph }, { actor }) =>
    publish(ground, actor, subgraph);
  const retiring: Resolve<{ name: string }> = (_, { name }, { actor }) => retire(ground, actor, name);
  const shard: Resolve<{ shard: ShardDraft }> = (_, given, { actor }) =>
    publishShard(ground, actor, given.shard);
  const retiringShard: Resolve<{ name: string }> = (_, { name }, { actor }) =>
    retireShard(ground, actor, name);
  const moving: Resolve<{ home: string; to: string }> = (_, { home, to }, { actor }) =>
    moveHome(ground, actor, { home, to });
  const aborting: Resolve<{ id: string }> = (_, { id }, { actor }) => abortMove(ground, actor, id);
  const approving: Resolve<{ id: string; reason: string }> = (_, { id, reason }, { actor }) =>
    approve(ground, actor, id, reason);
  const rejecting: Resolve<{ id: string; reason: string }> = (_, { id, reason }, { actor }) =>
    reject(ground, actor, id, reason);
  const rolling: Resolve<{ to: number; withShards: boolean }> = (_, { to, withShards }, { actor }) =>
    rollback(ground, actor, to, withShards);
  const rotating: Resolve<TokenArguments> = (_, { home, purpose, label, days }, { actor }) =>
    rotateToken(ground, actor, { home: home ?? signedIn(actor).home, purpose, label, days: days ?? null });
  const revoking: Resolve<{ id: string }> = (_, { id }, { actor }) => revokeToken(ground, actor, id);
  const changing: Resolve<{ settings: Partial<RegistrySettings> }> = (_, { settings }, { actor }) =>
    changeSettings(ground, actor, withoutNulls(settings));
  return {
    join: joining,
    publish: publishing,
    retire: retiring,
    publishShard: shard,
    retireShard: retiringShard,
    moveHome: moving,
    abortMove: aborting,
    approve: approving,
    reject: rejecting,
    rollback: rolling,
    rotateToken: rotating,
    revokeToken: revoking,
    changeSettings: changing,
  };
}

function withoutNulls<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each != null)) as Value;
}
