// The page of meetings: the agenda of the next one, where the last resolutions stand, what is under supervision, who stayed away.
import type {
  Q12AgendaOfNextMeetingQuery,
  Q14AssignmentsUnderSupervisionQuery,
} from '../../graph/operation-types';
import {
  Q12AgendaOfNextMeeting,
  Q13ResolutionsOfLastMeeting,
  Q14AssignmentsUnderSupervision,
  Q15Absences,
  ResolutionMatters,
} from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { Figure } from '../../pieces/figure';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { CoverageMark } from '../../pieces/marks';
import { Panel } from '../../pieces/panel';
import { useLanguage, useSay } from '../../words/language';
import { writeDay, writeDayAndTime } from '../../words/write-figures';
import type { FigureSlot } from '../view-definition';
import { AbsenceChart } from './absence-chart';
import { absencesOf } from './absences';
import { useMeetingFigures } from './figures';
import { levelFigure } from './level-figures';
import { LEVELS } from './levels';
import { LevelMark } from './meeting-marks';
import './meetings.css';
import { ResolutionList } from './resolution-list';
import { words } from './words';

export function View() {
  const slots = useMeetingFigures();
  const [agenda, resolutions, supervised, absent] = slots as [FigureSlot, FigureSlot, FigureSlot, FigureSlot];
  return (
    <>
      <FigureRow slots={slots} />
      <AgendaPanel slot={agenda} />
      <ResolutionPanel slot={resolutions} />
      <SupervisionPanel slot={supervised} />
      <AbsencePanel slot={absent} />
    </>
  );
}

function AgendaPanel({ slot }: { slot: FigureSlot }) {
  const picture = usePicture(Q12AgendaOfNextMeeting);
  return (
    <Panel id="agenda" title={words.agenda} questions={[12]} picture={picture} height={24} wide>
      {(data) => (
        <>
          <MeetingLine data={data} />
          <FigureTable slot={slot} />
        </>
      )}
    </Panel>
  );
}

function ResolutionPanel({ slot }: { slot: FigureSlot }) {
  const picture = usePicture(Q13ResolutionsOfLastMeeting);
  const matters = usePicture(ResolutionMatters).answer?.data ?? null;
  return (
    <Panel id="resolutions" title={words.resolutions} questions={[13]} picture={picture} height={36} wide>
      {({ meetings }) => {
        const { rows } = readList(readList(meetings).rows[0]?.resolutions);
        if (rows.length === 0 || !slot.figure) return <FigureTable slot={slot} />;
        return (
          <>
            <CoverageMark coverage={slot.figure.coverage} />
            <ResolutionList resolutions={rows} matters={matters} figure={slot.figure} />
          </>
        );
      }}
    </Panel>
  );
}

function SupervisionPanel({ slot }: { slot: FigureSlot }) {
  const picture = usePicture(Q14AssignmentsUnderSupervision);
  return (
    <Panel id="supervision" title={words.levels} questions={[14]} picture={picture} height={24} wide>
      {(data) => (
        <>
          <Ladder data={data} />
          <FigureTable slot={slot} />
        </>
      )}
    </Panel>
  );
}

function AbsencePanel({ slot }: { slot: FigureSlot }) {
  return (
    <Panel
      id="absences"
      title={words.absencesLong}
      questions={[15]}
      picture={usePicture(Q15Absences)}
      height={14}
      wide
    >
      {(data) => (
        <div class="beside">
          <FirstBars rows={absencesOf(data)}>{(rows) => <AbsenceChart rows={rows} />}</FirstBars>
          <FigureTable slot={slot} />
        </div>
      )}
    </Panel>
  );
}

/** Which meeting it is: when, where, and until when items may be proposed. */
function MeetingLine({ data }: { data: Q12AgendaOfNextMeetingQuery }) {
  const say = useSay();
  const language = useLanguage();
  const [meeting] = readList(data.meetings).rows;
  if (!meeting) return null;
  const facts = [
    writeDayAndTime(meeting.startsAt, language),
    meeting.venue?.name ?? meeting.venueText,
    meeting.agendaDueOn && say(words.itemsDue, { day: writeDay(meeting.agendaDueOn, language) }),
  ].filter(Boolean);
  return (
    <p class="meeting-line">
      <strong>{meeting.title}</strong> {facts.join(' · ')}
    </p>
  );
}

function Ladder({ data }: { data: Q14AssignmentsUnderSupervisionQuery }) {
  return (
    <div class="ladder">
      {LEVELS.map((level) => (
        <div class="rung" key={level}>
          <LevelMark level={level} />
          <Figure figure={levelFigure(level, data)} />
        </div>
      ))}
    </div>
  );
}
