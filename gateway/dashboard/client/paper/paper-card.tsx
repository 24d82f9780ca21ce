// One frozen paper in the list: of which meeting, when, how complete, and its checksum.
import { useState } from 'preact/hooks';
import { Icon } from '../pieces/icon';
import { CoverageMark } from '../pieces/marks';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writeDayAndTime } from '../words/write-figures';
import { goTo } from '../state/route';
import { isIntact } from './checksum';
import { downloadPaper } from './download-paper';
import type { FrozenPaper } from './frozen-paper';
import { removePaper } from './keep-papers';
import { openPaper } from './opened-paper';
import { paper as words } from './paper-words';

export function PaperCard({ paper }: { paper: FrozenPaper }) {
  const say = useSay();
  const language = useLanguage();
  const { conference, meeting, frozenAt, asOf, homes, checksum } = paper;
  const [isDamaged, setDamaged] = useState(false);
  /** Its checksum is told anew each time that it is opened: a disk may have changed it. */
  const open = (path: string) => {
    if (!isIntact(paper)) return setDamaged(true);
    openPaper(paper);
    goTo(path);
  };
  return (
    <li class="frozen-card" data-paper={checksum}>
      <div>
        <h2>{meeting ?? conference ?? say(words.printTitle)}</h2>
        <p>
          {say(words.frozenAt)} {writeDayAndTime(frozenAt, language)} · {say(words.asOf)}{' '}
          {asOf ? writeDayAndTime(asOf, language) : say(shell.unknown)} · {say(words.answered)}{' '}
          {say(words.answeredOf, { answered: homes.answered, asked: homes.asked })}{' '}
          <CoverageMark coverage={{ ...homes, complete: homes.missing.length === 0, asOf: '' }} />
        </p>
        <p class="frozen-checksum" title={say(words.checksumHint)}>
          {say(words.checksum)} <code>{checksum}</code>
        </p>
        {isDamaged && <p role="alert">{say(words.damaged)}</p>}
      </div>
      <div class="frozen-actions">
        <button type="button" class="button" onClick={() => open('')}>
          {say(words.open)}
        </button>
        <button type="button" class="tool" onClick={() => open('changes')}>
          {say(words.changes)}
        </button>
        <button type="button" class="tool" onClick={() => downloadPaper(paper)}>
          <Icon name="down" /> {say(words.download)}
        </button>
        <RemoveButton checksum={checksum} />
      </div>
    </li>
  );
}

/** Asked twice, since a paper that is gone is gone. */
function RemoveButton({ checksum }: { checksum: string }) {
  const say = useSay();
  const [isSure, setSure] = useState(false);
  return (
    <button
      type="button"
      class="tool"
      onClick={() => (isSure ? void removePaper(checksum) : setSure(true))}
      onBlur={() => setSure(false)}
    >
      <Icon name="remove" /> {say(isSure ? words.removeSure : words.remove)}
    </button>
  );
}
