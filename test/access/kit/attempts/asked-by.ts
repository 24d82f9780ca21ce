// Attempts that are one operation at the gateway, for whoever asks it.
import type { SignedActor } from '../../../../schema/actor-signature';
import type { Told } from '../attempt';
import type { GroundAttempt } from '../attempt-ground';
import type { SecretIds } from '../hide-secrets';

export type Operation = [
  name: string,
  query: string | ((ids: SecretIds) => string),
  isRefused: (told: Told) => boolean,
  word?: RegExp,
];

export function askedBy(who: string | null, more?: Partial<SignedActor>) {
  return ([name, query, isRefused, word]: Operation): GroundAttempt => [
    name,
    ({ as, ids }) => as(who, typeof query === 'string' ? query : query(ids), more),
    isRefused,
    word,
  ];
}
