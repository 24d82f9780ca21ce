// The one place for all organizations that are missing.
import { useOutlook } from '../graph/use-picture';
import { Icon } from '../pieces/icon';
import { MissingList } from '../pieces/missing-list';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';

export function MissingCard() {
  const say = useSay();
  const { asked, missing } = useOutlook();
  return (
    <section
      class="card card-missing"
      data-panel="missing"
      data-missing={missing.length}
      id="missing"
      aria-live="polite"
    >
      {missing.length > 0 ? (
        <MissingList missing={missing} />
      ) : (
        <>
          <header class="card-head">
            <Icon name="check" />
            <h2>{say(shell.missingTitle)}</h2>
          </header>
          <p class="missing-none">{asked > 0 ? say(shell.missingNone, { n: asked }) : say(shell.waiting)}</p>
        </>
      )}
    </section>
  );
}
