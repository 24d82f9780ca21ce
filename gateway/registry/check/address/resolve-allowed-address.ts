// Resolves a subgraph's address once, and holds all that it resolves to to the allowed networks, so that no name leads elsewhere.
import { type LookupAddress, promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { quote } from '../../../../schema/codes';
import type { Finding } from '../../verdict';
import type { AllowedNetworks } from './allowed-networks';
import { isAllowedAddress } from './is-allowed-address';
import { badUrl, notAllowed, refuseUrl } from './refuse-url';

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export type ResolvedAddress =
  { ok: true; url: URL; addresses: LookupAddress[] } | { ok: false; findings: Finding[] };

/** Far more than a server is reached at, and far fewer than a gateway takes; a name may resolve to thousands. */
const MOST_PINNED = 16;

/** All that the name resolves to must be allowed; of them the first in the order of their text are pinned, so that they stay the same. */
export async function resolveAllowedAddress(
  text: string,
  networks: AllowedNetworks,
  resolve: Resolve = (host) => dns.lookup(host, { all: true }),
): Promise<ResolvedAddress> {
  const findings = refuseUrl(text, networks);
  if (findings.length > 0) return { ok: false, findings };
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return { ok: false, findings: [unknownHost(host)] };
  const denied = addresses.find(({ address }) => !isAllowedAddress(address, networks));
  if (denied) return { ok: false, findings: [notAllowed(host, denied.address)] };
  return { ok: true, url, addresses: pinned(addresses) };
}

function pinned(addresses: LookupAddress[]): LookupAddress[] {
  if (addresses.length <= MOST_PINNED) return addresses;
  return addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1)).slice(0, MOST_PINNED);
}

function unknownHost(host: string): Finding {
  return badUrl({
    zh: `主机名 ${quote(host)} 解析不到地址。`,
    en: `The host name ${quote(host)} resolves to no address.`,
  });
}
