// Beside the editor: the ready operations in their groups, and what was run before.
import type { PastRun } from '../browser/history';
import { type Draft, linkToQuestion } from '../browser/place';
import type { Question, QuestionGroup } from '../graph/questions';
import { sayTime } from '../words/language';
import { useSpeaker } from '../words/speaker';

export interface QuestionListProps {
  groups: QuestionGroup[];
  chosen: Question | undefined;
  past: PastRun[];
  onPast: (draft: Draft) => void;
  onForget: () => void;
}

export function QuestionList({ groups, chosen, past, onPast, onForget }: QuestionListProps) {
  const { say, language } = useSpeaker();
  const total = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <nav class="questions" aria-label={say({ zh: '现成的查询', en: 'Ready operations' })}>
      <details open={isWide()}>
        <summary>{say({ zh: `现成的查询（${total}）`, en: `Ready operations (${total})` })}</summary>
        {groups.map(({ title, questions }) => (
          <section key={title.en}>
            <h2>{say(title)}</h2>
            <ul>
              {questions.map((question) => (
                <li key={question.file}>
                  <a
                    href={linkToQuestion(question.file)}
                    aria-current={question === chosen ? 'true' : undefined}
                  >
                    <span class="number">{question.number}</span>
                    <span>{say(question.title)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
      <details>
        <summary>{say({ zh: `运行过的（${past.length}）`, en: `History (${past.length})` })}</summary>
        <ul>
          {past.map((run) => (
            <li key={run.at + run.query}>
              <button
                type="button"
                class="past"
                onClick={() => onPast({ query: run.query, variables: run.variables })}
              >
                <span>{titleOf(run.query)}</span>
                <time dateTime={run.at}>{sayTime(run.at, language)}</time>
              </button>
            </li>
          ))}
        </ul>
        {past.length > 0 && (
          <button type="button" class="quiet" onClick={onForget}>
            {say({ zh: '清空', en: 'Forget all' })}
          </button>
        )}
      </details>
    </nav>
  );
}

/** On a phone the list would push the editor off the screen. */
function isWide(): boolean {
  return matchMedia('(min-width: 60rem)').matches;
}

function titleOf(query: string): string {
  const line = query.split('\n').find((it) => it.trim() && !it.startsWith('#')) ?? query;
  return line.trim().slice(0, 60);
}
