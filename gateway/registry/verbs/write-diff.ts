// The full diff of a change, line by line, as a person reads it before saying yes.
import { createTwoFilesPatch } from 'diff';
import type { ProposedChange } from '../domain/change';
import { type GraphState, shardWithHome } from '../domain/graph-state';

/** Two texts that share nothing would be compared for minutes; past this the diff is the whole of both. */
const BUDGET_MS = 500;

export function diffChange(change: ProposedChange, state: GraphState): string {
  const subgraph = (name: string) => state.subgraphs.find((each) => each.name === name);
  const shard = (name: string) => state.shards.find((each) => each.name === name);
  switch (change.kind) {
    case 'JOIN':
      return diffTexts(change.home, '', asJson(change));
    case 'PUBLISH': {
      const { publication } = change;
      const before = subgraph(publication.name);
      const address =
        before?.url === publication.url
          ? ''
          : `url: ${before?.url ?? 'none'} -> ${publication.url ?? 'none'}\n`;
      return address + diffTexts(`${publication.name}.graphql`, before?.sdl ?? '', publication.sdl);
    }
    case 'RETIRE':
      return diffTexts(`${change.name}.graphql`, subgraph(change.name)?.sdl ?? '', '');
    case 'PUBLISH_SHARD':
      return diffTexts(
        change.publication.name,
        asJson(shard(change.publication.name)),
        asJson(change.publication),
      );
    case 'RETIRE_SHARD':
      return diffTexts(change.name, asJson(shard(change.name)), '');
    case 'MOVE_HOME':
      return diffTexts(change.to, asJson(shard(change.to)), asJson(shardWithHome(state, change)));
  }
}

export function diffTexts(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(name, name, before, after, 'before', 'after', { timeout: BUDGET_MS });
  return patch ?? `--- ${name}\n${prefixed('-', before)}+++ ${name}\n${prefixed('+', after)}`;
}

function prefixed(sign: string, text: string): string {
  return text
    .split('\n')
    .map((line) => `${sign}${line}\n`)
    .join('');
}

function asJson(value: unknown): string {
  return value === undefined ? '' : `${JSON.stringify(value, null, 2)}\n`;
}
