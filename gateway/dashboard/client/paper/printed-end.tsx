// The end of the meeting paper: which organizations are missing from it, and which documents its figures rest on.
import { Q25WhereFiguresComeFrom } from '../graph/operations';
import { readList } from '../graph/read-list';
import { useOutlook, usePicture } from '../graph/use-picture';
import { MissingList } from '../pieces/missing-list';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { paper as words } from './paper-words';

export function PrintedEnd() {
  const say = useSay();
  const { asked, missing } = useOutlook();
  const { answer } = usePicture(Q25WhereFiguresComeFrom);
  const documents = new Set(
    readList(answer?.data.indicators).rows.flatMap(({ source }) => source?.document?.title ?? []),
  );
  return (
    <section class="paper-section" data-printed="end">
      <h2>{say(words.end)}</h2>
      {missing.length > 0 ? <MissingList missing={missing} /> : <p>{say(shell.missingNone, { n: asked })}</p>}
      <h3>{say(words.endSources)}</h3>
      <p>{say(words.endProvenance)}</p>
      <ol>
        {[...documents].sort().map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
    </section>
  );
}
