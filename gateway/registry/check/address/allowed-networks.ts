// Which networks a publication's address may lie in; what is never allowed is in is-allowed-address.ts.

export interface AllowedNetworks {
  /** CIDR notation, e.g. `10.0.0.0/8` or `2001:db8::/32`. An address in none of them is refused. */
  cidrs: string[];
  /** 127.0.0.0/8 and ::1, for one machine that runs everything. */
  loopback: boolean;
}

/** What a street's intranet usually is. */
export const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];
