// Makes the errors that a client reads of what the planning thread says, with the codes and statuses of Apollo Server.
import { GraphQLError, Source } from 'graphql';
import { type Code, type Sentence, refuse } from '../../schema/codes';
import { tooComplex } from '../guard/refusal';
import { requestTimedOut } from '../guard/request-deadline';
import type { RefusedDocument } from './document-cache';
import type { DocumentError } from './planning-messages';
import type { WorkerAnswer } from './planning-worker';

type Refused = Exclude<WorkerAnswer, { kind: 'read' }>;

export function toRefusal(answer: Refused, text: string): RefusedDocument {
  return { kind: 'refused', errors: errorsOf(answer, text) };
}

/** Whether the same document would be refused again: the rest is our doing, or the moment's. */
export function isLasting({ kind }: Refused): boolean {
  return kind === 'refused' || kind === 'exceeded';
}

function errorsOf(answer: Refused, text: string): GraphQLError[] {
  switch (answer.kind) {
    case 'refused':
      return answer.errors.map((error) => toGraphQLError(error, text));
    case 'exceeded':
      return [tooComplex(OVER_BUDGET)];
    case 'overloaded':
      return [withStatus('OVERLOADED', 503, LINE_IS_FULL)];
    case 'abandoned':
      return [requestTimedOut()];
    case 'fault':
      return [new GraphQLError(answer.words, { extensions: { code: 'INTERNAL', http: { status: 500 } } })];
  }
}

function toGraphQLError({ message, code, positions, extensions }: DocumentError, text: string): GraphQLError {
  return new GraphQLError(message, {
    ...(positions && { source: new Source(text, 'GraphQL request'), positions }),
    extensions: { http: { status: 400 }, ...extensions, code },
  });
}

function withStatus(code: Code, status: number, sentence: Sentence): GraphQLError {
  return refuse(code, sentence, { http: { status } });
}

const OVER_BUDGET: Sentence = {
  zh: '这个查询太复杂，在限定的时间和内存内读不完；请减少嵌套和片段，或拆成几个查询。',
  en: 'This operation is too complex to be read and planned within the budget of time and memory; nest less, use fewer fragments, or split it.',
};

const LINE_IS_FULL: Sentence = {
  zh: '同时到来的新查询太多，这一个没有读；请稍后再试。',
  en: 'Too many new operations came at once, and this one was not read; try again later.',
};
