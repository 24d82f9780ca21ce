// Who asks the registry for something: told by a token, and written into the audit log.

/** `STREET`: the street office, which decides who may join. `MEMBER`: an organization. `GATEWAY`: reads the graph and reports its use. */
export const PURPOSES = ['STREET', 'MEMBER', 'GATEWAY'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Actor {
  purpose: Purpose;
  /** The home of the organization; the street's own for the street and for its gateways. */
  home: string;
  /** Id of the token; empty for what the registry does itself. */
  token: string;
  /** Address that the request came from. */
  from: string;
}
