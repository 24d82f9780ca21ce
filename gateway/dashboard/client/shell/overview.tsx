// The overview: the state of the joint conference on one page, a card for each group of questions.
import { Q12AgendaOfNextMeeting } from '../graph/operations';
import { readList } from '../graph/read-list';
import { usePicture } from '../graph/use-picture';
import { FigureRow } from '../pieces/figure-row';
import { Guard } from '../pieces/guard';
import { Icon } from '../pieces/icon';
import { StaleMark } from '../pieces/panel';
import { VIEWS } from '../views/registry';
import type { ViewDefinition } from '../views/view-definition';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writeDayAndTime } from '../words/write-figures';
import { MissingCard } from './missing-card';

export function Overview() {
  const say = useSay();
  return (
    <>
      <div class="overview-head">
        <h1 class="view-title">{say(shell.overview)}</h1>
        <NextMeeting />
      </div>
      <div class="cards">
        <Cards views={VIEWS.filter(({ figures }) => figures === 4)} />
        <Cards views={VIEWS.filter(({ figures }) => figures === 3)} />
        <MissingCard />
        <Cards views={VIEWS.filter(({ figures }) => figures < 3)} />
      </div>
    </>
  );
}

function Cards({ views }: { views: readonly ViewDefinition[] }) {
  return (
    <>
      {views.map((view) => (
        <Guard key={view.path}>
          <GroupCard view={view} />
        </Guard>
      ))}
    </>
  );
}

function GroupCard({ view }: { view: ViewDefinition }) {
  const say = useSay();
  const slots = view.useFigures();
  const stale = slots.find(({ picture }) => picture.state === 'STALE');
  return (
    <section
      class="card"
      data-panel={`card-${view.path}`}
      aria-labelledby={`card-${view.path}`}
      data-figures={view.figures}
    >
      <header class="card-head">
        <Icon name={view.icon} />
        <h2 id={`card-${view.path}`}>
          <a href={`#/${view.path}`}>{say(view.title)}</a>
        </h2>
        {stale && <StaleMark picture={stale.picture} />}
      </header>
      <FigureRow slots={slots} />
    </section>
  );
}

function NextMeeting() {
  const say = useSay();
  const language = useLanguage();
  const { answer } = usePicture(Q12AgendaOfNextMeeting);
  const [meeting] = readList(answer?.data.meetings).rows;
  return (
    <p class="next-meeting">
      {meeting
        ? `${say(shell.nextMeeting)} ${writeDayAndTime(meeting.startsAt, language)} · ${meeting.title} · ${meeting.venue?.name ?? meeting.venueText ?? ''}`
        : '\u00A0'}
    </p>
  );
}
