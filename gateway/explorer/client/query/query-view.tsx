// The place where operations are chosen, written, run and shared.
import { type GraphQLSchema, Kind, parse } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { forgetAll, type PastRun, readHistory, remember } from '../browser/history';
import { keep, kept } from '../browser/keep';
import type { Draft, Place } from '../browser/place';
import type { Question, QuestionGroup } from '../graph/questions';
import { type Outcome, runOperation } from '../graph/run-operation';
import { useSpeaker } from '../words/speaker';
import { AnswerView } from './answer-view';
import { AskForm } from './ask-form';
import { QuestionList } from './question-list';

export interface QueryViewProps {
  place: Extract<Place, { view: 'query' }>;
  groups: QuestionGroup[];
  schema: GraphQLSchema | null;
  names: Map<string, string>;
}

const START: Draft = {
  query:
    '# Ctrl-Enter\n{\n  sharedResources(first: 3) {\n    totalCount\n    coverage { complete asked answered }\n    edges { node { name owner { name } } }\n  }\n}\n',
  variables: '',
};

export function QueryView({ place, groups, schema, names }: QueryViewProps) {
  const { say } = useSpeaker();
  const [draft, setDraft] = useState<Draft>(readDraft);
  const [headers, setHeaders] = useState('');
  const [name, setName] = useState('');
  const [past, setPast] = useState<PastRun[]>(readHistory);
  const { outcome, isRunning, run, stop } = useRun();
  const operations = useMemo(() => operationNames(draft.query), [draft.query]);
  const chosen = useChosen(place, groups, change);

  function change(next: Partial<Draft>): void {
    setDraft((before) => {
      const draft = { ...before, ...next };
      keep('draft', JSON.stringify(draft));
      return draft;
    });
  }

  function runNow(): void {
    const operationName =
      operations.length > 1 ? (operations.includes(name) ? name : operations[0]) : undefined;
    setPast((runs) => remember(runs, { ...draft, at: new Date().toISOString() }));
    void run({ ...draft, headers, ...(operationName ? { operationName } : {}) });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    runNow();
  }

  return (
    <div class="query" onKeyDown={onKey}>
      <QuestionList
        groups={groups}
        chosen={chosen}
        past={past}
        onPast={change}
        onForget={() => setPast(forgetAll())}
      />
      <AskForm
        draft={draft}
        headers={headers}
        schema={schema}
        isRunning={isRunning}
        operations={operations}
        operation={operations.includes(name) ? name : operations[0]}
        onDraft={change}
        onHeaders={setHeaders}
        onOperation={setName}
        onRun={isRunning ? stop : runNow}
      >
        {place.unreadable && (
          <p class="fault" role="alert">
            {say(UNREADABLE)}
          </p>
        )}
      </AskForm>
      <AnswerView outcome={outcome} isRunning={isRunning} names={names} />
    </div>
  );
}

const UNREADABLE = {
  zh: '这个链接太长，无法打开；请让对方发送查询文本。',
  en: 'This link is too long to be opened; ask for the text of the operation instead.',
};

function readDraft(): Draft {
  try {
    const { query, variables } = JSON.parse(kept('draft') ?? '') as Draft;
    return typeof query === 'string' && typeof variables === 'string' ? { query, variables } : START;
  } catch {
    return START;
  }
}

/** A link to a question, or one that holds an operation, puts it into the editor. */
function useChosen(
  place: QueryViewProps['place'],
  groups: QuestionGroup[],
  change: (draft: Draft) => void,
): Question | undefined {
  const { question, shared } = place;
  const chosen = question
    ? groups.flatMap(({ questions }) => questions).find(({ file }) => file === question)
    : undefined;
  useEffect(() => {
    if (chosen) change({ query: chosen.text, variables: '' });
  }, [chosen]);
  useEffect(() => {
    if (shared) change(shared);
  }, [shared?.query, shared?.variables]);
  return chosen;
}

function useRun() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isRunning, setRunning] = useState(false);
  const current = useRef<AbortController | null>(null);
  const stop = () => current.current?.abort();
  const run = async (what: Parameters<typeof runOperation>[0]) => {
    stop();
    const mine = new AbortController();
    current.current = mine;
    setRunning(true);
    const came = await runOperation(what, mine.signal);
    if (current.current !== mine) return; // a later run took its place
    setOutcome(came);
    setRunning(false);
  };
  return { outcome, isRunning, run, stop };
}

function operationNames(query: string): string[] {
  try {
    const { definitions } = parse(query, { noLocation: true });
    return definitions.flatMap((it) =>
      it.kind === Kind.OPERATION_DEFINITION && it.name ? [it.name.value] : [],
    );
  } catch {
    return [];
  }
}
