// The title lines of the meeting paper: whose, of which meeting, as of when, and how complete.
import { toShanghaiText } from '../../../../schema/shanghai-time';
import { Q12AgendaOfNextMeeting } from '../graph/operations';
import { readList } from '../graph/read-list';
import { useOutlook, usePicture } from '../graph/use-picture';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writeDayAndTime } from '../words/write-figures';
import { useNow } from '../words/write-age';
import { useOpenedPaper } from './opened-paper';
import { paper as words } from './paper-words';

export function PrintedTitle() {
  const say = useSay();
  const language = useLanguage();
  const frozen = useOpenedPaper();
  const now = useNow(60_000);
  const { asked, missing, oldest } = useOutlook();
  const [meeting] = readList(usePicture(Q12AgendaOfNextMeeting).answer?.data.meetings).rows;
  const write = (time: string) => writeDayAndTime(time, language, '');
  const place = meeting?.venue?.name ?? meeting?.venueText;
  const asOf = frozen ? frozen.asOf : oldest === null ? null : toShanghaiText(new Date(oldest));
  const facts: [label: string, text: string][] = [
    [say(words.meeting), meeting?.title ?? say(shell.unknown)],
    [
      say(words.date),
      meeting ? [write(meeting.startsAt), place].filter(Boolean).join(' · ') : say(shell.unknown),
    ],
    [say(words.asOf), asOf ? write(asOf) : say(shell.unknown)],
    [say(words.answered), say(words.answeredOf, { answered: asked - missing.length, asked })],
    frozen
      ? [say(words.frozen), `${write(frozen.frozenAt)} · ${say(words.checksum)} ${frozen.checksum}`]
      : [say(words.printedAt), `${write(toShanghaiText(new Date(now)))} · ${say(words.live)}`],
  ];
  return (
    <header class="paper-title">
      <p>{meeting?.conference?.name ?? say(shell.brand)}</p>
      <h2>{say(words.printTitle)}</h2>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
