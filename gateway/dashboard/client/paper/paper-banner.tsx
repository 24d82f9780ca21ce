// Said at the top while a frozen paper is open: of when it is, and the way back to now.
import { Icon } from '../pieces/icon';
import { goTo } from '../state/route';
import { useLanguage, useSay } from '../words/language';
import { writeDayAndTime } from '../words/write-figures';
import { closePaper, useOpenedPaper } from './opened-paper';
import { paper as words } from './paper-words';

export function PaperBanner() {
  const say = useSay();
  const language = useLanguage();
  const paper = useOpenedPaper();
  if (!paper) return null;
  return (
    <div class="banner banner-paper" role="status" data-banner="paper">
      <Icon name="freeze" />
      <span>
        {say(words.banner, { time: writeDayAndTime(paper.frozenAt, language) })}{' '}
        <span class="frozen-checksum">
          {say(words.checksum)} {paper.checksum.slice(0, 12)}…
        </span>
      </span>
      <button type="button" class="tool" data-act="changes" onClick={() => goTo('changes')}>
        {say(words.changes)}
      </button>
      <button type="button" class="tool" data-act="close-paper" onClick={closePaper}>
        {say(words.back)}
      </button>
    </div>
  );
}
