// Whether the registry and the gateway may connect to an IP address: only in the allowed networks, never to a special one.
import { BlockList, isIP } from 'node:net';
import type { AllowedNetworks } from './allowed-networks';

export function isAllowedAddress(address: string, { cidrs, loopback }: AllowedNetworks): boolean {
  const plain = asPlain(address);
  if (!plain) return false;
  if (isIn(LOOPBACK, plain)) return loopback;
  return !isIn(NEVER, plain) && isIn(listOf(cidrs), plain);
}

/** 127.0.0.0/8 and ::1, however written: the machine itself. */
export function isLoopback(address: string): boolean {
  const plain = asPlain(address);
  return plain !== undefined && isIn(LOOPBACK, plain);
}

interface Plain {
  address: string;
  family: 'ipv4' | 'ipv6';
}

/** An IPv4 address that is written as IPv6 is judged as what it reaches. */
function asPlain(address: string): Plain | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 4) return { address: bare, family: 'ipv4' };
  if (family !== 6) return undefined;
  const mapped = mappedIpv4(bare);
  return mapped === undefined ? { address: bare, family: 'ipv6' } : { address: mapped, family: 'ipv4' };
}

/** `::ffff:a.b.c.d`, which the URL parser writes `::ffff:7f00:1`. */
function mappedIpv4(address: string): string | undefined {
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const parts = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (!parts) return undefined;
  const [high, low] = [parseInt(parts[1]!, 16), parseInt(parts[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function isIn(list: BlockList, { address, family }: Plain): boolean {
  return list.check(address, family);
}

/** What is no network in CIDR notation is in no list. */
function listOf(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = '', bits = ''] = cidr.split('/');
    const family = isIP(network);
    const length = /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (family === 0 || !(length <= (family === 4 ? 32 : 128))) continue;
    list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

const LOOPBACK = listOf(['127.0.0.0/8', '::1/128']);

/** Unspecified, link-local (with the clouds' metadata), carrier, protocol, multicast, broadcast; what tunnels IPv4 in IPv6. */
const NEVER = listOf([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '100.100.100.200/32',
  '192.0.0.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2001::/32',
  '2002::/16',
  'fd00:ec2::254/128',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]);
