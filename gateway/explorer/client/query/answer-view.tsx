// What came of a run: who answered and who did not, the errors in words, and the answer itself.
import { json } from '@codemirror/lang-json';
import type { Coverage, GraphError, Outcome } from '../graph/run-operation';
import { inLanguage } from '../words/language';
import { useSpeaker } from '../words/speaker';
import { CoverageList, MissingList } from './coverage-list';
import { Editor } from './editor';

const JSON_LANGUAGE = [json()];

export interface AnswerViewProps {
  outcome: Outcome | null;
  isRunning: boolean;
  names: Map<string, string>;
}

export function AnswerView({ outcome, isRunning, names }: AnswerViewProps) {
  const { say } = useSpeaker();
  return (
    <section class="answer" aria-label={say({ zh: '回答', en: 'Answer' })} aria-busy={isRunning}>
      <div role="status" class="line">
        {isRunning ? (
          say({ zh: '正在询问各单位 ……', en: 'Asking the organizations …' })
        ) : (
          <StatusLine outcome={outcome} />
        )}
      </div>
      {outcome?.kind === 'refused' && (
        <p class="fault" role="alert">
          {say(outcome.sentence)}
        </p>
      )}
      {outcome?.kind === 'answered' && <Answered outcome={outcome} names={names} />}
    </section>
  );
}

function StatusLine({ outcome }: { outcome: Outcome | null }) {
  const { say } = useSpeaker();
  if (!outcome)
    return (
      <>
        {say({
          zh: '选一个现成的查询，或自己写一个，然后运行。',
          en: 'Choose a ready operation or write one, then run it.',
        })}
      </>
    );
  if (outcome.kind === 'stopped') return <>{say({ zh: '已停止。', en: 'Stopped.' })}</>;
  if (outcome.kind === 'refused') return <>{say({ zh: '没有运行。', en: 'It did not run.' })}</>;
  const { status, took, bytes, answer } = outcome;
  const mark = status === 200 && !answer?.errors?.length ? 'good' : 'bad';
  return (
    <>
      <span class={`chip ${mark}`}>HTTP {status}</span> {Math.round(took)} ms · {(bytes / 1024).toFixed(1)} kB
    </>
  );
}

function Answered({
  outcome,
  names,
}: {
  outcome: Extract<Outcome, { kind: 'answered' }>;
  names: Map<string, string>;
}) {
  const { say } = useSpeaker();
  const { answer, text } = outcome;
  return (
    <>
      {answer?.extensions?.homes && <Homes homes={answer.extensions.homes} names={names} />}
      {answer?.errors && answer.errors.length > 0 && <Errors errors={answer.errors} />}
      {answer?.data !== undefined && <CoverageList data={answer.data} names={names} />}
      <Editor
        label={say({ zh: '回答的 JSON', en: 'Answer as JSON' })}
        text={answer ? JSON.stringify(answer, null, 2) : text}
        extensions={JSON_LANGUAGE}
      />
    </>
  );
}

/** Of the whole operation: a figure without a home is never shown as if all had answered. */
function Homes({ homes, names }: { homes: Coverage; names: Map<string, string> }) {
  const { say } = useSpeaker();
  const missing = homes.missing ?? [];
  const whole = missing.length === 0;
  return (
    <div class={`homes ${whole ? 'good' : 'bad'}`} data-homes>
      <strong>
        {say({
          zh: `问了 ${homes.asked} 家单位，答了 ${homes.answered} 家`,
          en: `${homes.asked} organizations asked, ${homes.answered} answered`,
        })}
        {say(
          whole
            ? { zh: '，齐全。', en: ': complete.' }
            : { zh: `，缺 ${missing.length} 家：`, en: `; ${missing.length} missing:` },
        )}
      </strong>
      <MissingList missing={missing} names={names} />
    </div>
  );
}

const MAX_ERRORS = 20;

function Errors({ errors }: { errors: GraphError[] }) {
  const { say, language } = useSpeaker();
  const more = errors.length - MAX_ERRORS;
  const named = errors.every(({ extensions }) => extensions?.code === 'HOME_UNAVAILABLE'); // they stand above, by name
  return (
    <details class="errors" open={!named}>
      <summary>{say({ zh: `错误（${errors.length}）`, en: `Errors (${errors.length})` })}</summary>
      <ul>
        {errors.slice(0, MAX_ERRORS).map(({ message, path, extensions }, i) => (
          <li key={i}>
            <span class="chip bad">{extensions?.code ?? 'ERROR'}</span> {inLanguage(message, language)}{' '}
            {path && <code>{path.join('.')}</code>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>{say({ zh: `还有 ${more} 条，见下面的 JSON。`, en: `${more} more stand in the JSON below.` })}</p>
      )}
    </details>
  );
}
