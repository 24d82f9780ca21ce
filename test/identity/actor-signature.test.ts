// The actor signature held to its specification: the golden vectors that servers in other languages are held to.
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { jwtVerify, importJWK } from 'jose';
import golden from '../../schema/actor-signature.golden.json';
import {
  faultIn,
  hashBody,
  keyIdOf,
  readActorSignature,
  signActor,
  type ActorClaims,
} from '../../schema/actor-signature';

const keys = new Map(
  golden.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })]),
);

test.each(golden.cases)('$name: $fault', ({ token, audience, issuers, now, body, fault }) => {
  const read = readActorSignature(token, (kid) => keys.get(kid));
  const found =
    typeof read === 'string'
      ? read
      : faultIn(read, { audience, issuers, bodyHash: hashBody(body), now: now * 1000 });
  expect(found ?? null).toBe(fault);
});

test('signing gives the same text wherever it is done: Ed25519 knows no chance', () => {
  const privateKey = createPrivateKey({ key: golden.privateKey as JsonWebKey, format: 'jwk' });
  const kid = keyIdOf(createPublicKey(privateKey));
  expect(kid).toBe(golden.keys[0]!.kid);
  expect(signActor(golden.claims as ActorClaims, { kid, privateKey })).toBe(golden.cases[0]!.token);
});

test('a JOSE library reads it without knowing of us', async () => {
  const key = await importJWK(golden.keys[0]!, 'EdDSA');
  const { payload, protectedHeader } = await jwtVerify(golden.cases[0]!.token, key, {
    typ: 'lianxi-actor+jwt',
    issuer: 'lianxi-gateway',
    audience: 'dongguan',
    currentDate: new Date(golden.cases[0]!.now * 1000),
  });
  expect(payload.actor).toEqual(golden.claims.actor);
  expect(protectedHeader.alg).toBe('EdDSA');
});
