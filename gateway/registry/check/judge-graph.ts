// Judges a graph that composes: whether it loads and plans, whom its changes touch, and what they break.
import type { LoadedSupergraph } from '../../planning/build-graph';
import { differenceOf } from '../../planning/carry/graph-difference';
import { isTouched, reachOf } from '../../planning/carry/operation-reach';
import type { DocumentNode } from 'graphql';
import type { SubgraphPublication } from '../publication';
import type { ApiChange, Finding } from '../verdict';
import { findChanges } from './breaking/find-changes';
import { judgeChanges, withUse } from './breaking/judge-changes';
import { type Uses, findUses } from './breaking/used-coordinates';
import type { CheckInput, ComposedGraph } from './check-input';
import type { GraphMembers } from './graph-members';
import { type Loadable, loadPlannable } from './load-plannable';
import { findOwners } from './ownership/find-owners';
import { guardFieldsOfOthers } from './ownership/guard-fields-of-others';
import { guardKeys } from './ownership/guard-keys';
import { guardProvided } from './ownership/guard-provided';
import { guardRootFields } from './ownership/guard-root-fields';
import { guardWhatOthersOwn } from './ownership/guard-what-others-own';
import { type OwnershipCase, differingKeys, otherHome } from './ownership/ownership-case';
import { planOperations } from './plan-operations';
import { type PublishedSdl, placeOf } from './published-sdl';
import { type CurrentGraph, rememberGraph } from './read-current-graph';
import { type GraphText, readApiText } from './read-graph-text';
import { type ReadOperation, readOperations } from './read-operation';
import { refuseFeatures } from './refuse-directives';

export interface Proposed {
  input: CheckInput;
  before: CurrentGraph;
  /** All that live after the change. */
  publications: SubgraphPublication[];
  published: PublishedSdl | undefined;
}

export interface Judged {
  findings: Finding[];
  changes?: ApiChange[];
  composed?: ComposedGraph;
}

export function judgeGraph(composed: Loadable, proposed: Proposed): Judged {
  const { supergraphSdl, text } = composed;
  const { graph: after, document } = text;
  const ownership = ownershipCase(after, proposed);
  const findings = [
    ...(proposed.published ? refuseFeatures(document, proposed.published) : []),
    ...guardWhatOthersOwn(ownership),
    ...guardFieldsOfOthers(ownership),
    ...guardProvided(ownership),
    ...guardKeys(ownership),
    ...guardRootFields(ownership),
  ];
  const loaded = loadPlannable(composed);
  // What is refused for its directives says so better than the planner does.
  if (!loaded.ok)
    return { findings: has(findings, 'DIRECTIVE_') ? findings : [...findings, ...loaded.findings] };
  const { graph, plannableSdl, apiSdl } = loaded;
  const { graph: api } = readApiText(apiSdl);
  rememberGraph(supergraphSdl, apiSdl, { graph: after, api, schema: graph.schema });
  const used = judgeUse(graph, { after, api }, { ownership, proposed });
  return {
    findings: [...findings, ...used.findings],
    changes: used.changes,
    composed: { supergraphSdl, plannableSdl, apiSdl, owners: ownersAfter(after, proposed) },
  };
}

function has(findings: Finding[], prefix: string): boolean {
  return findings.some(({ rule }) => rule.startsWith(prefix));
}

function ownershipCase(after: GraphMembers, { input, before, published }: Proposed): OwnershipCase {
  const { change, current, street } = input;
  return {
    before: before.graph,
    after,
    differing: differingKeys(before.graph, after),
    owners: before.owners,
    subgraph: change.kind === 'publish' ? change.publication.name : change.name,
    publisher: publisherOf(input),
    street,
    current,
    published,
  };
}

/** Who retires a subgraph of another acts for its owner. */
function publisherOf({ change, current }: CheckInput): string {
  if (change.kind === 'publish') return change.publication.owner;
  return current.find(({ name }) => name === change.name)?.owner ?? change.by;
}

function judgeUse(
  graph: LoadedSupergraph,
  { after, api }: { after: GraphText; api: GraphText },
  { ownership, proposed }: { ownership: OwnershipCase; proposed: Proposed },
): { findings: Finding[]; changes: ApiChange[] } {
  const { input, before, published } = proposed;
  const operations = readOperations(input.operations);
  const changes = withUse(findChanges(before.api, api), () => usesOf(operations, { input, before }));
  const judged = judgeChanges(changes, {
    street: input.street,
    otherOwner: (coordinate) => ownerBehind(coordinate, ownership),
    placeOf: (coordinate) => published && placeOf(coordinate, published),
  });
  const terms = {
    before: before.schema,
    budget: input.planningBudget,
    street: input.street,
    isTouched: createTouch(before, after),
  };
  return { changes, findings: [...judged, ...planOperations(graph, operations, terms)] };
}

/** What a change cannot touch is valid and planned as it was. */
function createTouch({ graph, schema }: CurrentGraph, after: GraphText): (document: DocumentNode) => boolean {
  const difference = differenceOf(graph, after);
  return (document) => !schema || isTouched(reachOf(schema, graph, document), difference);
}

function usesOf(operations: ReadOperation[], { input, before }: Pick<Proposed, 'input' | 'before'>): Uses {
  return before.schema ? findUses(before.schema, operations, input.usage) : new Map();
}

function ownerBehind(coordinate: string, ownership: OwnershipCase): string | undefined {
  const { owners } = ownership;
  return otherHome(ownership, owners.get(coordinate) ?? owners.get(coordinate.split('.')[0]!));
}

/** The publisher of a new coordinate owns it from now on. */
function ownersAfter(after: GraphMembers, { before, publications }: Proposed): Record<string, string> {
  const order = publications.map(({ name }) => name);
  return Object.fromEntries(findOwners(after, order, Object.fromEntries(before.owners)));
}
