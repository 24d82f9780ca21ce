// Checks a proposed change of the graph: one verdict with every reason at once; never throws, whatever was published.
import type { DocumentNode } from 'graphql';
import { toPlannable } from '../../access/to-plannable';
import type { GraphCandidate } from '../../supergraph/graph-artifact';
import type { SubgraphPublication } from '../publication';
import { type ApiChange, type Finding, type Verdict, verdictOf } from '../verdict';
import { judgeProbe } from './address/judge-probe';
import { refuseUrl } from './address/refuse-url';
import { capFindings } from './cap-findings';
import { checkContractSdl } from './check-contract-sdl';
import type { CheckInput, ComposedGraph } from './check-input';
import { checkStyle } from './check-style';
import { composeGraph } from './compose-graph';
import { explainComposition } from './explain-composition';
import { judgeGraph } from './judge-graph';
import { ownerOf } from './ownership/find-owners';
import { findPersonalData } from './privacy/find-personal-data';
import { type PublishedSdl, readPublishedSdl } from './published-sdl';
import { type CurrentGraph, readCurrentGraph } from './read-current-graph';
import { refuseCrowd } from './refuse-crowd';
import { refuseForeignWords } from './refuse-directives';
import { refuseName } from './refuse-name';
import { refuseRetirement } from './refuse-retirement';
import { refuseCounts, refuseText } from './refuse-size';
import { ourFault, syntaxFault } from './unreadable';

export interface CheckResult {
  verdict: Verdict;
  /** The graph as it would be; present unless it is refused, so also while somebody must still approve it. */
  composed?: ComposedGraph;
}

/** Told, while the check goes on, what will be the graph if nothing is found. */
export type Offer = (candidate: GraphCandidate) => void;

/** Plain data in and out: may run in a worker thread. */
export function checkPublication(input: CheckInput, offer?: Offer): CheckResult {
  try {
    const { findings, changes, composed } = check(input, offer);
    const verdict = verdictOf(capFindings(findings), changes);
    return { verdict, ...(composed && verdict.outcome !== 'REFUSED' && { composed }) };
  } catch (error) {
    return { verdict: verdictOf([ourFault(error)]) };
  }
}

interface Checked {
  findings: Finding[];
  changes?: ApiChange[];
  composed?: ComposedGraph;
}

function check(input: CheckInput, offer?: Offer): Checked {
  const { change, current } = input;
  if (change.kind === 'publish') return checkSubgraph(change.publication, input, offer);
  const findings = refuseRetirement(change, input);
  if (findings.length > 0) return { findings };
  const rest = current.filter(({ name }) => name !== change.name);
  return composeAndJudge(rest, undefined, { input, before: readCurrentGraph(input), offer });
}

/** Cheapest first: nothing is parsed that is too large, and nothing composed that has no name of its own. */
function checkSubgraph(publication: SubgraphPublication, input: CheckInput, offer?: Offer): Checked {
  const findings = [
    ...refuseName(publication, input),
    ...refuseCrowd('subgraph', publication, input.current),
    ...refuseAddress(publication, input),
    ...refuseText(publication.sdl, input.bounds),
  ];
  if (has(findings, 'SDL_') || has(findings, 'TOO_MANY_')) return { findings };
  const read = readPublishedSdl(publication.sdl);
  if (!read.ok) return { findings: [...findings, syntaxFault(read)] };
  findings.push(...refuseCounts(read.published, input.bounds));
  if (has(findings, 'SDL_')) return { findings };
  const before = readCurrentGraph(input);
  findings.push(...checkText(publication, read.published, { input, before }));
  if (has(findings, 'NAME_')) return { findings };
  const isClean = findings.every(({ severity }) => severity === 'WARNING');
  const around = { input, before, offer: isClean ? offer : undefined };
  const judged = composeAndJudge(withChange(publication, input), read.published, around);
  return { ...judged, findings: [...findings, ...judged.findings] };
}

function has(findings: Finding[], prefix: string): boolean {
  return findings.some(({ rule, severity }) => severity === 'ERROR' && rule.startsWith(prefix));
}

/** A contract has no address: the gateway asks its shards. */
function refuseAddress({ name, url }: SubgraphPublication, { contracts, networks }: CheckInput): Finding[] {
  const isContract = contracts.some((contract) => contract.name === name);
  return isContract && url === undefined ? [] : refuseUrl(url, networks);
}

interface Surroundings {
  input: CheckInput;
  before: CurrentGraph;
}

/** What the text says by itself. */
function checkText(
  publication: SubgraphPublication,
  published: PublishedSdl,
  { input, before }: Surroundings,
): Finding[] {
  const contract = input.contracts.find(({ name }) => name === publication.name);
  const { members } = before.graph;
  const isKnown = (coordinate: string, description: string) =>
    members.get(coordinate)?.text.includes(description.trim()) ?? false;
  const { change } = input;
  return [
    ...judgeProbe(change.kind === 'publish' ? change.probed : undefined, publication.sdl, published),
    ...refuseForeignWords(published, contract !== undefined),
    ...(contract ? checkContractSdl(contract, publication.sdl) : []),
    ...findPersonalData({ published, words: input.privacyWords, street: input.street, isKnown }),
    ...checkStyle(published, isOwn),
  ];

  function isOwn(coordinate: string): boolean {
    const member = members.get(coordinate);
    return !member || ownerOf(before.owners, coordinate, member) === publication.name;
  }
}

function withChange(publication: SubgraphPublication, { current }: CheckInput): SubgraphPublication[] {
  const isKnown = current.some(({ name }) => name === publication.name);
  if (!isKnown) return [...current, publication];
  return current.map((it) => (it.name === publication.name ? publication : it));
}

function composeAndJudge(
  publications: SubgraphPublication[],
  published: PublishedSdl | undefined,
  { input, before, offer }: Surroundings & { offer?: Offer },
): Checked {
  const { change, current } = input;
  const contracts = new Set(input.contracts.map(({ name }) => name));
  const composition = composeGraph(publications, contracts, {
    before: current.length > 0 ? before.graph : undefined,
    onMerged: offer && ((supergraphSdl, { document }) => offerGraph(supergraphSdl, document, offer)),
  });
  const subgraph = change.kind === 'publish' ? change.publication.name : change.name;
  if (composition.ok) return judgeGraph(composition, { input, before, publications, published });
  return { findings: explainComposition(composition.errors, { subgraph, published, current }) };
}

/** That it cannot be loaded is said by the rule for that. */
function offerGraph(supergraphSdl: string, document: DocumentNode, offer: Offer): void {
  try {
    offer({ supergraphSdl, plannableSdl: toPlannable(supergraphSdl, document) });
  } catch {
    return;
  }
}
