// A little provider of OpenID Connect over real HTTP: discovery, a set of keys that can change, and tokens of every making.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWTPayload } from 'jose';

export interface Provider {
  issuer: string;
  /** Paths that were asked for. */
  asked: string[];
  isSilent: boolean;
  rotate: () => Promise<void>;
  /** Claims that are undefined are left out. */
  tokenOf: (
    claims?: JWTPayload,
    header?: Record<string, unknown>,
    key?: CryptoKey | Uint8Array,
  ) => Promise<string>;
  close: () => void;
}

export const OFFICE = { office: '综合办公室', organization: 'demo-community', scope: 'needs:review' };

export async function startProvider(): Promise<Provider> {
  let serial = 0;
  let key = await newKey();
  const server: Server = createServer((request, response) => {
    provider.asked.push(request.url!);
    if (provider.isSilent) return void response.writeHead(503).end();
    const configuration = { issuer: provider.issuer, jwks_uri: `${provider.issuer}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key.jwk] } : configuration));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: Provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    isSilent: false,
    rotate: async () => void (key = await newKey()),
    tokenOf: (claims = {}, header = {}, own = key.privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: provider.issuer, aud: 'lianxi', iat: now, exp: now + 600, ...OFFICE, ...claims };
      const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid, ...header }).sign(own);
    },
    close: () => server.close(),
  };
  return provider;

  async function newKey() {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: `key-${++serial}`, alg: 'RS256', use: 'sig' };
    return { privateKey, jwk };
  }
}
