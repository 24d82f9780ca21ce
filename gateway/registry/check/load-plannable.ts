// Rule: the running gateway can load the graph.
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import type { DocumentNode } from 'graphql';
import { quote } from '../../../schema/codes';
import { type LoadedSupergraph, loadSupergraph } from '../../planning/build-graph';
import type { Finding } from '../verdict';
import type { ReadGraphText } from './read-graph-text';
import { accessLinksOf, toPlannable } from '../../access/to-plannable';

export type Loaded =
  | { ok: true; graph: LoadedSupergraph; plannableSdl: string; apiSdl: string }
  | { ok: false; findings: Finding[] };

export interface Loadable {
  supergraphSdl: string;
  /** What composition made and printed as `supergraphSdl`. */
  supergraph: Supergraph;
  text: ReadGraphText;
}

/** As the planning thread does it of `plannableSdl`; what composition has built of the same text is not built again. */
export function loadPlannable({ supergraphSdl, supergraph, text: { document } }: Loadable): Loaded {
  try {
    const plannableSdl = toPlannable(supergraphSdl, document);
    refuseFeatures(supergraph, document);
    const graph = loadSupergraph(supergraph);
    return { ok: true, graph, plannableSdl, apiSdl: graph.apiSdl.join('\n\n') };
  } catch (error) {
    return { ok: false, findings: [cannotLoad((error as Error).message)] };
  }
}

/** The constructor throws when a feature is needed that the planner does not have; those of access are taken out for it. */
function refuseFeatures({ schema }: Supergraph, document: DocumentNode): void {
  const takenOut = accessLinksOf(document).map(({ url }) => url.replace(/\/$/, ''));
  new Supergraph(schema, new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...takenOut]), false);
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
