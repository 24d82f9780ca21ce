// Answers what keeps a list from being read or written as a whole, in the shape of every other refusal.
import type { Sentence } from '../../../schema/codes';
import { type Exchange, replyRefusal } from '../../http/reply';
import { GraphFault } from '../graph/ask-graph';
import { FileFault } from '../grid';

export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Sentence,
  ) {
    super(sentence.en);
  }
}

/** Throws on what is a fault of ours. */
export function answering(
  handle: (exchange: Exchange) => Promise<void>,
): (exchange: Exchange) => Promise<void> {
  return async (exchange) => {
    try {
      await handle(exchange);
    } catch (fault) {
      // The rest of a refused file is read and thrown away, so that the client comes to read the refusal.
      exchange.request.resume();
      if (fault instanceof HttpRefusal) replyRefusal(exchange, fault.status, fault.code, fault.sentence);
      else if (fault instanceof FileFault) replyRefusal(exchange, 422, 'BAD_REQUEST', fault.sentence);
      else if (fault instanceof GraphFault)
        replyRefusal(exchange, statusOf(fault), fault.code, fault.sentence);
      else throw fault;
    }
  };
}

function statusOf({ code }: GraphFault): number {
  return code === 'UNAUTHENTICATED' ? 401 : code === 'FORBIDDEN' ? 403 : 503;
}
