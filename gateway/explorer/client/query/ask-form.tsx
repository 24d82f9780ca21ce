// Where an operation is written and run: its text, its variables, its headers, and which of several is meant.
import { json } from '@codemirror/lang-json';
import type { GraphQLSchema } from 'graphql';
import type { ComponentChildren } from 'preact';
import type { Draft } from '../browser/place';
import { useSpeaker } from '../words/speaker';
import { Editor } from './editor';
import { GraphQLEditor } from './graphql-editor';
import { ShareLink } from './share-link';

export interface AskFormProps {
  draft: Draft;
  headers: string;
  schema: GraphQLSchema | null;
  isRunning: boolean;
  /** Names of the operations in the text; the choice is offered when there are several. */
  operations: string[];
  operation: string | undefined;
  onDraft: (change: Partial<Draft>) => void;
  onHeaders: (headers: string) => void;
  onOperation: (name: string) => void;
  /** Runs, or stops what runs. */
  onRun: () => void;
  children: ComponentChildren;
}

const JSON_LANGUAGE = [json()];

export function AskForm(props: AskFormProps) {
  const { say } = useSpeaker();
  const { draft, headers, schema, onDraft, onHeaders, children } = props;
  return (
    <section class="ask" aria-label={say({ zh: '查询', en: 'Operation' })}>
      <RunBar {...props} />
      {children}
      <GraphQLEditor text={draft.query} schema={schema} onChange={(query) => onDraft({ query })} />
      <details class="inputs" open={draft.variables.trim() !== ''}>
        <summary>{say({ zh: '变量 (JSON)', en: 'Variables (JSON)' })}</summary>
        <Editor
          label={say({ zh: '变量', en: 'Variables' })}
          text={draft.variables}
          extensions={JSON_LANGUAGE}
          onChange={(variables) => onDraft({ variables })}
        />
      </details>
      <details class="inputs">
        <summary>
          {say({ zh: '请求头 (JSON，不保存也不分享)', en: 'Headers (JSON; never kept, never shared)' })}
        </summary>
        <Editor
          label={say({ zh: '请求头', en: 'Headers' })}
          text={headers}
          extensions={JSON_LANGUAGE}
          onChange={onHeaders}
        />
      </details>
    </section>
  );
}

function RunBar({ draft, isRunning, operations, operation, onOperation, onRun }: AskFormProps) {
  const { say } = useSpeaker();
  return (
    <div class="bar">
      <button type="button" class="run" onClick={onRun}>
        {isRunning ? say({ zh: '停止', en: 'Stop' }) : say({ zh: '运行', en: 'Run' })}
      </button>
      <kbd>Ctrl-Enter</kbd>
      {operations.length > 1 && (
        <select
          aria-label={say({ zh: '运行哪一个', en: 'Which to run' })}
          value={operation}
          onChange={(event) => onOperation(event.currentTarget.value)}
        >
          {operations.map((it) => (
            <option key={it}>{it}</option>
          ))}
        </select>
      )}
      <ShareLink draft={draft} />
    </div>
  );
}
