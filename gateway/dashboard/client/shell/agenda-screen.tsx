// The screen of one item of the agenda: what it is, who proposes it, what belongs to it, and the figures of its line of work.
import { AgendaMatters, Q12AgendaOfNextMeeting } from '../graph/operations';
import { readList } from '../graph/read-list';
import { usePicture } from '../graph/use-picture';
import { FigureRow } from '../pieces/figure-row';
import { Guard } from '../pieces/guard';
import { ProvenanceMark } from '../pieces/marks';
import { Panel } from '../pieces/panel';
import { openSource } from '../pieces/open-sheet';
import { SourceButton } from '../pieces/source-button';
import { agendaFigure } from '../views/meetings/figures';
import { OnTimeMark } from '../views/meetings/meeting-marks';
import type { AgendaItem } from '../views/meetings/tables';
import { VIEWS } from '../views/registry';
import type { ViewDefinition } from '../views/view-definition';
import { codeWord } from '../words/code-word';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writeDay } from '../words/write-figures';
import type { Matter } from './agenda-figures';
import { AgendaMatter } from './agenda-matter';
import './agenda.css';
import { agendaWords as words } from './agenda-words';
import { useRoute } from '../state/route';

/** By the code of the line of work: the views whose figures belong to it. */
const RELATED: Record<string, readonly string[]> = {
  'shared-resources': ['bookings', 'needs'],
  'joint-activities': ['activities', 'satisfaction'],
  'practical-matters': ['needs', 'projects'],
  'co-residence': ['agreements', 'members'],
};

export function View() {
  const at = Number(useRoute().split('/')[1]);
  const agenda = usePicture(Q12AgendaOfNextMeeting);
  const matters = usePicture(AgendaMatters);
  const items = readList(readList(agenda.answer?.data.meetings).rows[0]?.agendaItems).rows;
  const found = readList(matters.answer?.data.meetings).rows[0]?.agendaItems;
  const item = items[at - 1];
  const matter = readList(found).rows.find(({ id }) => id === item?.id) ?? null;
  return (
    <>
      <Panel id="agenda-item" title={words.item} questions={[12]} picture={agenda} height={10} wide>
        {(data) => <ItemHead item={item} at={at} all={items.length} matter={matter} data={data} />}
      </Panel>
      <Panel id="agenda-matter" title={words.about} picture={matters} height={20}>
        {({ meetings }) => matter && <AgendaMatter matter={matter} coverage={meetings?.coverage ?? null} />}
      </Panel>
      <div class="agenda-related">
        {relatedViews(matter).map((view) => (
          <Guard key={view.path}>
            <RelatedFigures view={view} />
          </Guard>
        ))}
      </div>
    </>
  );
}

function relatedViews(matter: Matter | null): ViewDefinition[] {
  const paths = RELATED[matter?.workArea?.code ?? ''] ?? [];
  return VIEWS.filter(({ path }) => paths.includes(path));
}

interface HeadOptions {
  item: AgendaItem | undefined;
  at: number;
  all: number;
  matter: Matter | null;
  data: Parameters<typeof agendaFigure>[0];
}

function ItemHead({ item, at, all, matter, data }: HeadOptions) {
  const say = useSay();
  const language = useLanguage();
  if (!item) return <p class="table-empty">{say(all > 0 ? words.noSuchItem : shell.emptyUnknown)}</p>;
  const { id, title, proposer, proposedAt, onTime, state } = item;
  const figure = { id: 'agenda-item', label: words.title, ...agendaFigure(data) };
  const origin = { id, owner: matter?.owner?.name ?? null, provenance: matter?.provenance ?? null };
  const facts = [
    proposedAt && say(words.proposed, { day: writeDay(proposedAt, language) }),
    `${say(words.state)} ${say(codeWord('AgendaItemState', state))}`,
    matter?.origin && `${say(words.origin)} ${say(codeWord('AgendaItemOrigin', matter.origin))}`,
    matter?.workArea && `${say(words.workArea)} ${matter.workArea.name}`,
  ].filter(Boolean);
  return (
    <div class="agenda-head" data-agenda-item={id}>
      <p class="agenda-position">
        {at} / {all}
      </p>
      <div>
        <p class="agenda-title">{title}</p>
        <p class="agenda-proposer">
          {say(words.proposer)} <b>{proposer?.name ?? say(shell.unknown)}</b> <OnTimeMark onTime={onTime} />
        </p>
        <p class="agenda-facts">
          {facts.join(' · ')} <ProvenanceMark of={[origin.provenance]} />
          <SourceButton of={title} choose={() => openSource(figure)(origin, title)} />
        </p>
        {matter?.background && <p>{matter.background}</p>}
      </div>
    </div>
  );
}

function RelatedFigures({ view }: { view: ViewDefinition }) {
  const say = useSay();
  const slots = view.useFigures();
  return (
    <section class="panel" aria-labelledby={`related-${view.path}`}>
      <header class="panel-head">
        <h2 id={`related-${view.path}`}>
          <a href={`#/${view.path}`}>{say(view.title)}</a>
        </h2>
        <span class="panel-questions">{say(words.related)}</span>
      </header>
      <FigureRow slots={slots} />
    </section>
  );
}
