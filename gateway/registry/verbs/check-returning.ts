// A subgraph that comes back with an older version is asked where it was checked last: its old address may be another's by now.
import type { SubgraphPublication } from '../publication';
import type { Version, VersionOutline } from '../domain/version';
import { assess } from './assess';
import { probe } from './gather-evidence';
import { changedMeanwhile, mayNotReturn } from './refusals';
import { outlineHead, type RegistryGround } from './registry-ground';

/** The addresses that were checked last, by the name of the subgraph. */
export type CheckedAddresses = ReadonlyMap<string, string[]>;

/**
 * Of those that the newest version has not, or asks elsewhere: each is asked and checked like a new publication, but needs
 * nobody's yes again. Throws a refusal when one does not pass.
 */
export async function checkReturning(ground: RegistryGround, older: Version): Promise<CheckedAddresses> {
  const head = await outlineHead(ground);
  const returning = older.state.subgraphs.filter((it) => it.url && !addressesIn(head, it));
  const checked = returning.map(async (it) => [it.name, await check(ground, it, older)] as const);
  return new Map(await Promise.all(checked));
}

/** Throws a refusal when one is missing that was there when the others were checked. */
export function withAddressesOfToday(
  subgraphs: readonly SubgraphPublication[],
  head: VersionOutline,
  checked: CheckedAddresses,
): SubgraphPublication[] {
  return subgraphs.map((it) => {
    if (!it.url) return it;
    const addresses = addressesIn(head, it) ?? checked.get(it.name);
    if (!addresses) throw changedMeanwhile();
    return { ...it, addresses };
  });
}

function addressesIn(head: VersionOutline | null, { name, url }: SubgraphPublication): string[] | undefined {
  return head?.state.subgraphs.find((it) => it.name === name && it.url === url)?.addresses;
}

async function check(
  ground: RegistryGround,
  publication: SubgraphPublication,
  older: Version,
): Promise<string[]> {
  const evidence = await probe(ground, publication, older.state);
  const { verdict } = await assess(ground, { kind: 'PUBLISH', publication }, older, evidence);
  const fault = verdict.findings.find(({ severity }) => severity === 'ERROR');
  if (fault) throw mayNotReturn(publication.name, fault);
  return evidence.probed!.addresses!;
}
