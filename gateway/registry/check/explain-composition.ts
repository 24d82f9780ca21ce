// Turns what composition complains of into sentences that a publisher understands, with the place in the published SDL.
import type { GraphQLError } from 'graphql';
import { type Sentence, quote } from '../../../schema/codes';
import type { SubgraphPublication } from '../publication';
import type { Finding } from '../verdict';
import { COMPOSITION_ADVICE } from './composition-advice';
import { explainSatisfiability } from './explain-satisfiability';
import { type Place, type PublishedSdl, placeOf } from './published-sdl';

export interface Proposal {
  /** Name of the subgraph that changes. */
  subgraph: string;
  published: PublishedSdl | undefined;
  current: SubgraphPublication[];
}

export const MAX_FINDINGS_OF_A_RULE = 50;

export function explainComposition(errors: readonly GraphQLError[], proposal: Proposal): Finding[] {
  return errors.map((error) => explain(error, proposal));
}

function explain(error: GraphQLError, proposal: Proposal): Finding {
  const code = String(error.extensions?.code ?? 'COMPOSITION');
  if (code === 'SATISFIABILITY_ERROR') return explainSatisfiability(error.message, proposal);
  const coordinate = coordinateIn(error.message);
  if (code === 'INVALID_FIELD_SHARING') return stolen(coordinate, error, proposal);
  const at = placeOfError(error, coordinate, proposal);
  const advice = COMPOSITION_ADVICE[code] ?? GENERAL;
  return {
    rule: code,
    severity: 'ERROR',
    ...(at && { at }),
    ...(coordinate && { coordinate }),
    sentence: inBoth(advice.sentence, shortened(error.message)),
    suggestion: advice.suggestion,
  };
}

const GENERAL = {
  sentence: {
    zh: '此发布不能与图中其他子图组合',
    en: 'This publication does not compose with the rest of the graph',
  },
  suggestion: {
    zh: '按所述改正 SDL 后重试。',
    en: 'Mend the SDL as told, then check again.',
  },
};

function inBoth({ zh, en }: Sentence, detail: string): Sentence {
  return { zh: `${zh}：${detail}`, en: `${en}: ${detail}` };
}

const LONGEST = 400;

function shortened(message: string): string {
  const text = message.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The first coordinate that a message quotes. */
function coordinateIn(message: string): string | undefined {
  return /"(@?[A-Za-z_]\w*(?:\.\w+(?:\(\w+:\))?)?)"/.exec(message.replace(/subgraphs? "[^"]*"/g, ''))?.[1];
}

/** Nodes of the other subgraphs carry places too, which would mislead. */
function placeOfError(
  { nodes, message }: GraphQLError,
  coordinate: string | undefined,
  { subgraph, published }: Proposal,
): Place | undefined {
  if (!published) return undefined;
  const known = coordinate && placeOf(coordinate, published);
  if (known && published.places.has(coordinate)) return known;
  const own = nodes?.find((node) => (node as { subgraph?: string }).subgraph === subgraph);
  const start = (own ?? (message.startsWith(`[${subgraph}]`) ? nodes?.[0] : undefined))?.loc?.startToken;
  return start ? { line: start.line, column: start.column } : known || undefined;
}

function stolen(coordinate: string | undefined, error: GraphQLError, proposal: Proposal): Finding {
  const named = [...error.message.matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, name]) => name!);
  const other = proposal.current.find(({ name }) => name !== proposal.subgraph && named.includes(name));
  const at = placeOfError(error, coordinate, proposal);
  const whose = other
    ? {
        zh: `属于 ${quote(other.owner)} 的子图 ${quote(other.name)}`,
        en: `belongs to the subgraph ${quote(other.name)} of ${quote(other.owner)}`,
      }
    : { zh: '属于另一个子图', en: 'belongs to another subgraph' };
  return {
    rule: 'FIELD_STOLEN',
    severity: 'ERROR',
    ...(at && { at }),
    ...(coordinate && { coordinate }),
    sentence: {
      zh: `字段 ${quote(coordinate ?? '')} ${whose.zh}，不能由另一个子图再次作答。`,
      en: `The field ${quote(coordinate ?? '')} ${whose.en}; another subgraph cannot answer it again.`,
    },
    suggestion: {
      zh: '去掉此字段，或另取名称；只需读取它时，标为 @external 并用 @requires。',
      en: 'Remove the field or choose another name; to read it only, mark it @external and use @requires.',
    },
  };
}
