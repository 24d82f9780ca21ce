// Which addresses a publication may name: networks in CIDR notation; what is never allowed is in is-allowed-address.ts.

export interface AllowedNetworks {
  /** E.g. `10.0.0.0/8`, `2001:db8::/32`. Empty allows every address that is not special. */
  cidrs: string[];
  /** 127.0.0.0/8 and ::1, for one machine that runs everything. */
  loopback: boolean;
}
