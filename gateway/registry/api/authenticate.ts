// Who sends a request: by the bearer token, and from which address.
import type { Exchange } from '../../http/reply';
import type { Actor } from '../domain/actor';
import type { RegistryGround } from '../verbs/registry-ground';
import { identify } from '../verbs/tokens';

const BEARER = /^Bearer +([\w-]{1,300}) *$/i;

export async function authenticate(ground: RegistryGround, exchange: Exchange): Promise<Actor | null> {
  const [, secret] = BEARER.exec(exchange.request.headers.authorization ?? '') ?? [];
  return secret ? identify(ground, secret, addressOf(exchange)) : null;
}

/** Of the connection itself: what a header claims could be anybody's word. */
export function addressOf({ request }: Exchange): string {
  return request.socket.remoteAddress ?? '';
}
