// Where the resolutions of the last meeting stand: each with its assignments, who is asked, and what carries them out.
import type { FigureValue } from '../../graph/figures';
import type { ResolutionMattersQuery } from '../../graph/operation-types';
import { readList } from '../../graph/read-list';
import { Icon } from '../../pieces/icon';
import { openSource } from '../../pieces/open-sheet';
import { SourceButton } from '../../pieces/source-button';
import { codeWord } from '../../words/code-word';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { writeDay } from '../../words/write-figures';
import type { Resolution } from './tables';
import { words } from './words';

type Assignment = NonNullable<Resolution['assignments']>['edges'][number]['node'];
type Matter = NonNullable<
  NonNullable<ResolutionMattersQuery['meetings']>['edges'][number]['node']['resolutions']
>['edges'][number]['node']['assignments'] extends infer List
  ? NonNullable<List> extends { edges: { node: infer Node }[] }
    ? Node
    : never
  : never;

export interface ResolutionListOptions {
  resolutions: Resolution[];
  /** Null while it is not known what carries the assignments out. */
  matters: ResolutionMattersQuery | null;
  figure: FigureValue;
}

export function ResolutionList({ resolutions, matters, figure }: ResolutionListOptions) {
  const known = matters && mattersById(matters);
  return (
    <ol class="resolutions">
      {resolutions.map((resolution) => (
        <ResolutionCard key={resolution.id} resolution={resolution} matters={known} figure={figure} />
      ))}
    </ol>
  );
}

function mattersById({ meetings }: ResolutionMattersQuery): Map<string, Matter> {
  const [meeting] = readList(meetings).rows;
  const assignments = readList(meeting?.resolutions).rows.flatMap((each) => readList(each.assignments).rows);
  return new Map(assignments.map((each) => [each.id, each]));
}

interface CardOptions {
  resolution: Resolution;
  matters: Map<string, Matter> | null;
  figure: FigureValue;
}

function ResolutionCard({ resolution, matters, figure }: CardOptions) {
  const say = useSay();
  const { id, number, title, state, assignments } = resolution;
  const provenance = figure.provenances[0] ?? null;
  return (
    <li class="resolution" data-resolution={id} data-state={state}>
      <p class="list-line">
        <strong>
          {number} {title}
        </strong>
        <SourceButton of={title} choose={() => openSource(figure)({ id, owner: null, provenance }, title)} />
      </p>
      <p class="figure-marks">
        <StateMark word={say(codeWord('ResolutionState', state))} isDone={isClosed(state)} />
        <DueMark {...resolution} />
      </p>
      <Progress assignments={assignments} />
      <ul>
        {readList(assignments).rows.map((assignment) => (
          <AssignmentLine
            key={assignment.id}
            assignment={assignment}
            matter={matters?.get(assignment.id) ?? null}
          />
        ))}
      </ul>
    </li>
  );
}

export function isClosed(state: string | null): boolean {
  return state === 'VERIFIED' || state === 'CLOSED';
}

function StateMark({ word, isDone }: { word: string; isDone: boolean }) {
  return (
    <span class={`mark ${isDone ? 'mark-entered' : 'mark-demonstration'}`}>
      {isDone && <Icon name="check" />}
      {word}
    </span>
  );
}

function DueMark({ dueOn, overdueDays }: { dueOn: string | null; overdueDays: number | null }) {
  const say = useSay();
  const language = useLanguage();
  if (overdueDays !== null)
    return (
      <span class="mark mark-missing">
        <Icon name="clock" />
        {say(words.overdue, { n: overdueDays })}
      </span>
    );
  return (
    <span class="quiet-fact">
      {dueOn === null ? say(words.noDue) : say(words.dueOn, { day: writeDay(dueOn, language) })}
    </span>
  );
}

function Progress({ assignments }: Pick<Resolution, 'assignments'>) {
  const say = useSay();
  const { rows, total, whole } = readList(assignments);
  if (total === null || !whole) return <p class="quiet-fact">{say(shell.unknown)}</p>;
  if (total === 0) return <p class="quiet-fact">{say(words.noAssignment)}</p>;
  const done = rows.filter(({ state }) => state === 'CONFIRMED').length;
  return (
    <p class="progress">
      <span class="progress-track" aria-hidden="true">
        <span class="progress-done" style={{ width: `${(done / total) * 100}%` }} />
      </span>
      <span>{say(words.ofAssignments, { all: total, done })}</span>
    </p>
  );
}

function AssignmentLine({ assignment, matter }: { assignment: Assignment; matter: Matter | null }) {
  const say = useSay();
  const language = useLanguage();
  const { text, state, responsible } = assignment;
  const [report] = readList(assignment.progressReports).rows;
  return (
    <li class="assignment">
      <p>
        <b>{responsible?.name ?? say(shell.unknown)}</b>：{text}
      </p>
      <p class="figure-marks">
        <StateMark word={say(codeWord('AssignmentState', state))} isDone={state === 'CONFIRMED'} />
        {state !== 'CONFIRMED' && <DueMark {...assignment} />}
        <span class="quiet-fact">
          {report ? `${writeDay(report.reportedAt, language)} ${report.text}` : say(words.notReported)}
        </span>
      </p>
      {matter && <MatterLine matter={matter} />}
    </li>
  );
}

/** From the assignment to the task, the project or the need that carries it out. */
function MatterLine({ matter: { task, project, need } }: { matter: Matter }) {
  const say = useSay();
  const found = [
    task && { kind: words.task, text: task.text, state: codeWord('TaskState', task.state) },
    project && { kind: words.project, text: project.name, state: codeWord('ProjectState', project.state) },
    need && { kind: words.need, text: need.text, state: codeWord('NeedState', need.state) },
  ].filter((it) => it !== null);
  return (
    <>
      {found.map(({ kind, text, state }) => (
        <p class="matter" key={text}>
          <Icon name="arrow" />
          {say(words.leadsTo)} {say(kind)} <b>{text}</b> · {say(state)}
        </p>
      ))}
    </>
  );
}
