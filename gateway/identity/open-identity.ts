// The gateway's identity as its settings want it: whose tokens it takes, and by which key shards know it.
import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import type { SignRequest } from '../sharding/transport';
import { StartFault } from '../supergraph/start-fault';
import { type ReadToken, createTokenReader } from './read-token';
import { createRequestSigner, publicKeySet, toActorKey } from './sign-requests';
import { type TokenIssuer, createOidcIssuer, readDemonstrationIssuer } from './token-issuer';

export interface GatewayIdentity {
  readToken: ReadToken;
  sign: SignRequest;
  /** For whoever checks what was signed: a JWK set. */
  keys: object;
  onUnrecognized(shard: string): void;
}

export type IdentityConfig = Pick<GatewayConfig, 'oidc' | 'demonstrationIssuerPath'>;

export interface IdentityGround {
  /** Absent where one is to be made for this run. */
  actorKey: KeyObject | undefined;
  log: Logger;
}

/** Throws a StartFault when the keys of an issuer cannot be read. */
export function openIdentity(config: IdentityConfig, { actorKey, log }: IdentityGround): GatewayIdentity {
  const issuers = openIssuers(config, log);
  const key = toActorKey(actorKey);
  return {
    readToken: createTokenReader(issuers),
    sign: createRequestSigner(key),
    keys: publicKeySet(key),
    onUnrecognized: createComplaint(log),
  };
}

function openIssuers({ oidc, demonstrationIssuerPath: path }: IdentityConfig, log: Logger): TokenIssuer[] {
  const issuers = oidc ? [createOidcIssuer(oidc)] : [];
  if (!path) return issuers;
  log.warn(DEMONSTRATION_IS_ON);
  try {
    return [...issuers, readDemonstrationIssuer(path)];
  } catch {
    throw new StartFault([
      `LIANXI_DEMONSTRATION_ISSUER is "${path}", where no JWK set can be read; npm start writes one.`,
    ]);
  }
}

const DEMONSTRATION_IS_ON =
  '演示签发方已打开：任何拿到演示令牌的人都可以任一单位的岗位办理。只供试用。 THE DEMONSTRATION ISSUER IS ON: whoever has one of its tokens may act for any organization. For trying out only.';

/** Milliseconds. */
const PAUSE = 60_000;
const MOST = 10_000;

/** Once a minute for each shard: every fetch would say the same. */
function createComplaint(log: Logger): (shard: string) => void {
  const told = new Map<string, number>();
  return function complain(shard) {
    const at = Date.now();
    if (at - (told.get(shard) ?? -Infinity) < PAUSE) return;
    if (told.size >= MOST) told.clear();
    told.set(shard, at);
    log.error(
      { shard },
      'a shard does not take this gateway’s signature: check its LIANXI_GATEWAY_KEYS, its name and its clock',
    );
  };
}
