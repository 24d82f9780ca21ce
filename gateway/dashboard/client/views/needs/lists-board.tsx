// The three lists on the screen: each need beside what could answer it, and the projects beside both.
import type { ComponentChildren } from 'preact';
import type { FigureValue } from '../../graph/figures';
import type { ThreeListsQuery } from '../../graph/operation-types';
import { FigureLink } from '../../pieces/figure-link';
import { Icon } from '../../pieces/icon';
import { InSteps } from '../../pieces/in-steps';
import { ProvenanceMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { SourceButton } from '../../pieces/source-button';
import { codeWord } from '../../words/code-word';
import { projectStateWord } from '../../words/project-state-word';
import { useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import {
  type Band,
  bandsOf,
  claimants,
  isUnclaimed,
  needList,
  type OpenNeed,
  type Project,
  projectList,
  projectsInOrder,
  type Resource,
  resourceList,
} from './three-lists';
import { words } from './words';

const IN_A_BAND = 12;
const PROJECTS = 40;

export function ListsBoard({ data }: { data: ThreeListsQuery }) {
  const [needs, resources, projects] = [needList(data), resourceList(data), projectList(data)];
  return (
    <div class="lists">
      <div class="lists-matched">
        <div class="band band-heads">
          <ListHead figure={needs} />
          <span />
          <ListHead figure={resources} />
        </div>
        {bandsOf(data).map((band) => (
          <CategoryBand key={band.category?.id ?? ''} band={band} needs={needs} resources={resources} />
        ))}
      </div>
      <section class="lists-projects">
        <ListHead figure={projects} />
        <ul>
          <InSteps rows={projectsInOrder(data)} step={PROJECTS} isItem>
            {(shown) =>
              shown.map((project) => <ProjectLine key={project.id} project={project} figure={projects} />)
            }
          </InSteps>
        </ul>
      </section>
    </div>
  );
}

function ListHead({ figure }: { figure: FigureValue }) {
  const say = useSay();
  return (
    <header class="list-head">
      <h3>{say(figure.label)}</h3>
      <FigureLink figure={figure} />
      {!figure.whole && <p class="panel-note">{say(shell.notWhole, { n: figure.rows.rows.length })}</p>}
    </header>
  );
}

/** A category: the needs on the left, a line to the resources on the right. Under the pointer or the focus it is lit as one. */
function CategoryBand({
  band,
  needs,
  resources,
}: {
  band: Band;
  needs: FigureValue;
  resources: FigureValue;
}) {
  const say = useSay();
  const name = band.category?.name ?? say(words.noCategory);
  return (
    <section
      class="band"
      aria-label={name}
      data-band={band.category?.id ?? ''}
      data-matches={band.resources.length}
    >
      <div class="band-needs">
        <InSteps rows={band.needs} step={IN_A_BAND}>
          {(shown) => shown.map((need) => <NeedCard key={need.id} need={need} figure={needs} />)}
        </InSteps>
        {band.needs.length === 0 && <p class="band-none">{say(words.noNeed)}</p>}
      </div>
      <Link band={band} name={name} />
      <ul class="band-resources">
        <InSteps rows={band.resources} step={IN_A_BAND} isItem>
          {(shown) =>
            shown.map((resource) => <ResourceLine key={resource.id} resource={resource} figure={resources} />)
          }
        </InSteps>
        {band.absence && (
          <li class="band-absent">
            <Icon name={band.absence === 'NONE' ? 'missing' : 'notJoined'} />
            {say(
              { NONE: words.noResource, UNKNOWN: shell.unknown, NOT_JOINED: shell.notJoined }[band.absence],
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

function Link({ band: { needs, resources }, name }: { band: Band; name: string }) {
  const isMatch = needs.length > 0 && resources.length > 0;
  return (
    <div class={`band-link ${isMatch ? 'band-matched' : ''}`}>
      <span class="band-name">{name}</span>
      {needs.length > 0 && <span class="band-line" aria-hidden="true" />}
    </div>
  );
}

function NeedCard({ need, figure }: { need: OpenNeed; figure: FigureValue }) {
  const say = useSay();
  const { id, text, owner, provenance, daysSincePublished, state } = need;
  const days =
    daysSincePublished === null ? say(shell.unknown) : say(words.publishedFor, { n: daysSincePublished });
  return (
    <article class={`need ${isUnclaimed(need) ? 'need-unclaimed' : ''}`} data-need={id}>
      <Line of={text} show={() => openSource(figure)({ id, owner: owner?.name ?? null, provenance }, text)}>
        <strong>{text}</strong>
      </Line>
      <p class="need-facts">
        {owner?.name ?? say(shell.unknown)} · {days}
      </p>
      <p class="figure-marks">
        {isUnclaimed(need) ? (
          <span class="mark mark-missing">
            <Icon name="clock" />
            {say(words.nobody)}
          </span>
        ) : (
          <span class="mark mark-entered">
            <Icon name="check" />
            {say(codeWord('NeedState', state))} · {claimants(need).join('、')}
          </span>
        )}
        <ProvenanceMark of={[provenance]} />
      </p>
    </article>
  );
}

function ResourceLine({ resource, figure }: { resource: Resource; figure: FigureValue }) {
  const say = useSay();
  const { id, name, owner, provenance, capacity } = resource;
  return (
    <li data-resource={id}>
      <Line of={name} show={() => openSource(figure)({ id, owner: owner?.name ?? null, provenance }, name)}>
        <span>{name}</span>
      </Line>
      <span class="need-facts">
        {owner?.name ?? say(shell.unknown)}
        {capacity !== null && ` · ${say(words.people, { n: capacity })}`}
      </span>
    </li>
  );
}

function ProjectLine({ project, figure }: { project: Project; figure: FigureValue }) {
  const say = useSay();
  const { id, name, owner, provenance, state, need } = project;
  return (
    <li>
      <Line of={name} show={() => openSource(figure)({ id, owner: owner?.name ?? null, provenance }, name)}>
        <span>{name}</span>
        <span class={`mark ${state ? 'mark-entered' : 'mark-stated'}`}>{say(projectStateWord(project))}</span>
      </Line>
      {need && <span class="need-facts">{say(words.forNeed, { need: need.text })}</span>}
    </li>
  );
}

function Line({ of, show, children }: { of: string; show(): void; children: ComponentChildren }) {
  return (
    <span class="list-line">
      {children}
      <SourceButton of={of} choose={show} />
    </span>
  );
}
