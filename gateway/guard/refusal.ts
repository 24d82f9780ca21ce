// A refusal of what a client sent, as a value: the sentence that it reads under the code TOO_COMPLEX.
import { GraphQLError } from 'graphql';
import { type Sentence, refuse } from '../../schema/codes';

export type Refusal = Sentence;

export function tooComplex(refusal: Refusal): GraphQLError {
  return refuse('TOO_COMPLEX', refusal, { http: { status: 400 } });
}
