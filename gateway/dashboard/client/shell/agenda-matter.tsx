// What one item of the agenda points at: its need and who could answer it, its project, what was resolved before.
import { absenceOf } from '../../../../schema/operations/absence';
import type { FigureValue } from '../graph/figures';
import { readList } from '../graph/read-list';
import { Figure } from '../pieces/figure';
import { Icon } from '../pieces/icon';
import { ProvenanceMark } from '../pieces/marks';
import { openSource } from '../pieces/open-sheet';
import { SourceButton } from '../pieces/source-button';
import { sayAmount, sayTotal } from '../views/projects/money';
import { codeWord } from '../words/code-word';
import { projectStateWord } from '../words/project-state-word';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import {
  type Matter,
  matchingFigure,
  type MatterNeed,
  type MatterProject,
  needFigure,
  projectFigure,
} from './agenda-figures';
import { agendaWords as words } from './agenda-words';

export function AgendaMatter({ matter, coverage }: { matter: Matter; coverage: FigureValue['coverage'] }) {
  const say = useSay();
  const { need, continuesItem } = matter;
  if (!need && !continuesItem) return <p class="table-empty">{say(words.nothing)}</p>;
  return (
    <>
      {need && <NeedMatter need={need} coverage={coverage} />}
      {need?.project && <ProjectMatter project={need.project} coverage={coverage} />}
      {continuesItem && <EarlierItem item={continuesItem} />}
    </>
  );
}

function NeedMatter({ need, coverage }: { need: MatterNeed; coverage: FigureValue['coverage'] }) {
  const say = useSay();
  const matching = matchingFigure(need);
  const claimants = readList(need.claims).rows.map(({ claimant }) => claimant?.name ?? say(shell.unknown));
  return (
    <section class="matter-part">
      <div class="matter-need">
        <div>
          <h3>{say(words.need)}</h3>
          <p class="matter-name">{need.text}</p>
          <p class="figure-marks">
            <span class="mark mark-demonstration">{say(codeWord('NeedState', need.state))}</span>
            {need.claims && claimants.length === 0 && (
              <span class="mark mark-missing">
                <Icon name="clock" />
                {say(words.unclaimed)}
              </span>
            )}
            {claimants.length > 0 && (
              <span class="mark mark-entered">
                <Icon name="check" />
                {say(words.claimed, { names: claimants.join('、') })}
              </span>
            )}
            <span>{need.owner?.name ?? say(shell.unknown)}</span>
          </p>
        </div>
        <div class="figure-row matter-figures">
          <Figure figure={needFigure(need, coverage)} />
          {matching && <Figure figure={matching} />}
        </div>
      </div>
      <MatchingResources need={need} matching={matching} />
    </section>
  );
}

/** Names at a glance; the figure above them opens the rows with their sources. */
function MatchingResources({
  need: { category },
  matching,
}: {
  need: MatterNeed;
  matching: FigureValue | null;
}) {
  const say = useSay();
  if (!category || !matching) return null;
  const absence = absenceOf(category.sharedResources);
  return (
    <>
      <h3>{say(words.resources, { category: category.name })}</h3>
      {absence && (
        <p>{say({ NONE: words.noResource, UNKNOWN: shell.unknown, NOT_JOINED: shell.notJoined }[absence])}</p>
      )}
      <ul class="matter-resources">
        {readList(category.sharedResources).rows.map(({ id, name, owner, capacity }) => (
          <li key={id}>
            <b>{name}</b>
            <span>
              {owner?.name ?? say(shell.unknown)}
              {capacity !== null && ` · ${say(words.people, { n: capacity })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function ProjectMatter({ project, coverage }: { project: MatterProject; coverage: FigureValue['coverage'] }) {
  const say = useSay();
  const language = useLanguage();
  const { id, name, owner, provenance, planned, contributionSummary: money } = project;
  const showSource = () =>
    openSource(projectFigure(project, coverage))({ id, owner: owner?.name ?? null, provenance }, name);
  return (
    <section class="matter-part">
      <h3>{say(words.project)}</h3>
      <p class="matter-name">
        <a href="#/projects">{name}</a>{' '}
        <span class="mark mark-entered">{say(projectStateWord(project))}</span>
        <ProvenanceMark of={[provenance]} /> <SourceButton of={name} choose={showSource} />
      </p>
      <p>
        {say(words.money, {
          planned: sayAmount(planned)[language],
          pledged: sayTotal(money?.pledged)[language],
          delivered: sayTotal(money?.delivered)[language],
        })}
      </p>
    </section>
  );
}

/** What was put before an earlier meeting, what that resolved, and how far it is. */
function EarlierItem({ item }: { item: NonNullable<Matter['continuesItem']> }) {
  const say = useSay();
  const { title, state, meeting, resolutions } = item;
  return (
    <section class="matter-part">
      <h3>{say(words.continues)}</h3>
      <p class="matter-name">
        {title} <span class="mark mark-demonstration">{say(codeWord('AgendaItemState', state))}</span>
      </p>
      <p>{meeting?.title}</p>
      <ul>
        {readList(resolutions).rows.map((resolution) => (
          <li key={resolution.id}>
            <b>
              {say(words.resolved)} {resolution.number}
            </b>{' '}
            {resolution.title} · {say(codeWord('ResolutionState', resolution.state))}
            <ul>
              {readList(resolution.assignments).rows.map(({ id, text, state: stage, responsible, task }) => (
                <li key={id}>
                  {responsible?.name ?? say(shell.unknown)}：{task?.text ?? text} ·{' '}
                  {say(task ? codeWord('TaskState', task.state) : codeWord('AssignmentState', stage))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
