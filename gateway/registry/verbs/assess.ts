// What would come of a change, against the newest version: the verdict, the next state, the diff. Nothing is written.
import type { Change } from '../check/check-input';
import type { Probed } from '../check/address/probe-subgraph';
import type { ProposedChange } from '../domain/change';
import {
  type GraphState,
  NOTHING,
  shardWithHome,
  withShard,
  withSubgraph,
  withoutShard,
  withoutSubgraph,
  withWish,
} from '../domain/graph-state';
import type { Version, VersionKind } from '../domain/version';
import type { SubgraphPublication } from '../publication';
import { refuseUnreadable } from '../read-as-gateway';
import type { ShardEvidence } from '../shards/examine-publication';
import { CHANGED_MEANWHILE, judgeShard } from '../shards/judge-shard';
import { type Finding, type Verdict, verdictOf } from '../verdict';
import { type RegistryGround, readSettings } from './registry-ground';
import { diffChange } from './write-diff';
import { usageDay } from './usage-day';

export interface Assessment {
  verdict: Verdict;
  diff: string;
  /** Absent when the change is refused, or changes no graph. */
  next?: Pick<Version, 'state' | 'composed' | 'kind' | 'subject'>;
}

/** What was found by asking over the network, before the turn came. */
export interface Evidence {
  shard?: ShardEvidence;
  probed?: Probed;
}

export async function assess(
  ground: RegistryGround,
  change: ProposedChange,
  head: Version | null,
  evidence: Evidence = {},
): Promise<Assessment> {
  const assessed = await assessChange(ground, change, head, evidence);
  const { verdict, diff, next } = assessed;
  // A move appends its version later, which differs from this one in the place of one home.
  const drafted = next ?? (change.kind === 'MOVE_HOME' ? head : null);
  const which = { number: (head?.number ?? 0) + 1, at: ground.now().toISOString() };
  const findings = drafted ? refuseUnreadable({ ...drafted, ...which }) : [];
  return findings.length === 0
    ? assessed
    : { verdict: verdictOf([...verdict.findings, ...findings], verdict.changes), diff };
}

async function assessChange(
  ground: RegistryGround,
  change: ProposedChange,
  head: Version | null,
  evidence: Evidence,
): Promise<Assessment> {
  const state = head?.state ?? NOTHING;
  const diff = diffChange(change, state);
  const onGraph = (verdict: Verdict, kind: VersionKind, subject: string, next: GraphState): Assessment =>
    verdict.outcome === 'REFUSED' || !head
      ? { verdict, diff }
      : { verdict, diff, next: { kind, subject, state: next, composed: head.composed } };
  switch (change.kind) {
    case 'JOIN':
      return change.contracts.length === 0
        ? { verdict: newOrganization(ground, change.home), diff }
        : onGraph(newOrganization(ground, change.home), 'JOINED', change.home, joined(state, change));
    case 'PUBLISH':
    case 'RETIRE':
      return { diff, ...(await assessSubgraph(ground, change, head, evidence)) };
    case 'PUBLISH_SHARD': {
      const { publication } = change;
      const verdict = verdictOf(await judgeExamined(ground, publication, state, evidence.shard));
      return onGraph(verdict, 'SHARD_PUBLISHED', publication.name, withShard(state, publication));
    }
    case 'RETIRE_SHARD':
      return onGraph(verdictOf([]), 'SHARD_RETIRED', change.name, withoutShard(state, change.name));
    case 'MOVE_HOME': {
      const target = shardWithHome(state, change);
      const findings = target
        ? await judgeExamined(ground, target, state, evidence.shard)
        : [CHANGED_MEANWHILE];
      return { verdict: verdictOf(findings), diff };
    }
  }
}

/** A shard that nobody has asked is never accepted, also when what forbade asking it has gone meanwhile. */
async function judgeExamined(...judged: Parameters<typeof judgeShard>): Promise<Finding[]> {
  const findings = await judgeShard(...judged);
  const isUnasked = !judged[3] && !findings.some(({ severity }) => severity === 'ERROR');
  return isUnasked ? [...findings, CHANGED_MEANWHILE] : findings;
}

function joined(
  state: GraphState,
  { homes, contracts }: { homes: string[]; contracts: string[] },
): GraphState {
  return homes.reduce((next, home) => withWish(next, home, contracts), state);
}

async function assessSubgraph(
  ground: RegistryGround,
  change: Extract<ProposedChange, { kind: 'PUBLISH' | 'RETIRE' }>,
  head: Version | null,
  { probed }: Evidence,
): Promise<Pick<Assessment, 'verdict' | 'next'>> {
  const state = head?.state ?? NOTHING;
  const asked: Change =
    change.kind === 'PUBLISH'
      ? { kind: 'publish', publication: change.publication, probed }
      : { kind: 'retire', name: change.name, by: change.by };
  const { verdict, composed } = await checkChange(ground, asked, head);
  if (!composed || verdict.outcome === 'REFUSED') return { verdict };
  if (change.kind === 'PUBLISH' && change.publication.url && !probed)
    return { verdict: verdictOf([...verdict.findings, CHANGED_MEANWHILE], verdict.changes) };
  return change.kind === 'PUBLISH'
    ? {
        verdict,
        next: {
          kind: 'SUBGRAPH_PUBLISHED',
          subject: change.publication.name,
          state: withSubgraph(state, { ...change.publication, ...addressesOf(probed) }),
          composed,
        },
      }
    : {
        verdict,
        next: {
          kind: 'SUBGRAPH_RETIRED',
          subject: change.name,
          state: withoutSubgraph(state, change.name),
          composed,
        },
      };
}

function addressesOf(probed: Probed | undefined): Pick<SubgraphPublication, 'addresses'> {
  return probed?.addresses ? { addresses: probed.addresses } : {};
}

async function checkChange(ground: RegistryGround, change: Change, head: Version | null) {
  const settings = await readSettings(ground);
  const { store, contracts, operations, street, bounds, now } = ground;
  return ground.check({
    current: head?.state.subgraphs ?? [],
    change,
    street,
    contracts: contracts.map(({ name, answeredBy }) => ({ name, answeredBy })),
    operations,
    usage: await store.read.usageSince(usageDay(now(), settings.usageDays)),
    privacyWords: settings.privacyWords,
    networks: settings.networks,
    planningBudget: settings.planningBudget,
    bounds,
    composed: head?.composed,
  });
}

function newOrganization({ street }: RegistryGround, home: string): Verdict {
  const finding: Finding = {
    rule: 'NEW_ORGANIZATION',
    severity: 'NEEDS_APPROVAL',
    sentence: {
      zh: `单位“${home}”申请加入；由街道决定。`,
      en: `The organization "${home}" asks to join; the street decides.`,
    },
    approver: street,
  };
  return verdictOf([finding]);
}
