// Rule: the running gateway can load the graph.
import { Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, printSchema } from 'graphql';
import { quote } from '../../../schema/codes';
import { type ReadableGraph, buildGraph, readSupergraph } from '../../planning/build-graph';
import type { Finding } from '../verdict';
import { toPlannable } from '../../access/to-plannable';

export type Loaded =
  | { ok: true; graph: ReadableGraph; plannableSdl: string; apiSdl: string }
  | { ok: false; findings: Finding[] };

export interface Loadable {
  supergraphSdl: string;
  /** What composition made and printed as `supergraphSdl`. */
  supergraph: Supergraph;
}

/** As the planning thread does it; what composition has built of the same text is not built again. */
export function loadPlannable({ supergraphSdl, supergraph }: Loadable, document?: DocumentNode): Loaded {
  const plannableSdl = toPlannable(supergraphSdl, document);
  try {
    const graph =
      plannableSdl === supergraphSdl
        ? readSupported(supergraph)
        : buildGraph({ kind: 'supergraph', sdl: plannableSdl });
    return { ok: true, graph, plannableSdl, apiSdl: printSchema(graph.schema) };
  } catch (error) {
    return { ok: false, findings: [cannotLoad((error as Error).message)] };
  }
}

/** A Supergraph is refused by its constructor when it needs a feature that the planner does not have. */
function readSupported(supergraph: Supergraph): ReadableGraph {
  new Supergraph(supergraph.schema, undefined, false);
  return readSupergraph(supergraph);
}

function cannotLoad(message: string): Finding {
  const words = quote(message, 300);
  return {
    rule: 'CANNOT_LOAD',
    severity: 'ERROR',
    sentence: {
      zh: `组合得出的图，网关装载不了：${words}。`,
      en: `The graph composes, but the gateway cannot load it: ${words}.`,
    },
    suggestion: {
      zh: '去掉最近加入的指令或 @link，再试一次。',
      en: 'Remove the directives or the @link that you added last, and check again.',
    },
  };
}
