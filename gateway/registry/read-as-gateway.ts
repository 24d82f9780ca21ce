// Rule: what is to become a version is read by the gateways' own reader first, since one that they refuse stops delivery for everybody.
import { refuse, type Sentence } from '../../schema/codes';
import { readGraphArtifact } from '../supergraph/read-graph-artifact';
import { toArtifact } from './artifact-feed';
import type { Store, WritingBook } from './domain/book';
import type { Version } from './domain/version';
import type { Finding } from './verdict';

type Delivered = Pick<Version, 'number' | 'at' | 'state' | 'composed'>;

export function refuseUnreadable(version: Delivered): Finding[] {
  const fault = faultOf(version);
  return fault ? [unreadable(fault)] : [];
}

/** A store that appends nothing that gateways refuse, whichever verb asks for it. */
export function readBeforeAppend(store: Store): Store {
  return {
    ...store,
    change: (work) => store.change((book) => work({ ...book, append: appendRead(book) })),
  };
}

function appendRead(book: WritingBook): WritingBook['append'] {
  return async (base, draft) => {
    const fault = faultOf({ ...draft, number: base + 1 });
    if (fault) throw refuse('CONFLICT', fault);
    return book.append(base, draft);
  };
}

function faultOf(version: Delivered): Sentence | undefined {
  try {
    readGraphArtifact(JSON.stringify(toArtifact(version)));
    return undefined;
  } catch (error) {
    const why = (error as Error).message.slice(0, 500);
    return {
      zh: `网关不会接受由此得到的图：${why}`,
      en: `Gateways would refuse the graph that comes of this: ${why}`,
    };
  }
}

function unreadable(sentence: Sentence): Finding {
  return {
    rule: 'GATEWAYS_REFUSE',
    severity: 'ERROR',
    sentence,
    suggestion: {
      zh: '图没有改变；请改正所指之处。它属于别的单位时，请街道处理。',
      en: 'The graph is unchanged; mend what is named, or ask the street where that belongs to somebody else.',
    },
  };
}
