// Who is missing, and why: by name, one line each.
import type { MissingHome } from '../graph/ask-graph';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { useNames } from '../words/use-names';
import { Icon } from './icon';

export function MissingList({ missing }: { missing: readonly MissingHome[] }) {
  const say = useSay();
  const nameOf = useNames();
  return (
    <section class="missing-list">
      <h3>{say(shell.missingTitle)}</h3>
      <p>{say(shell.missingWhy)}</p>
      <ul>
        {missing.map(({ home, reason }) => (
          <li key={home}>
            <Icon name={reason === 'NOT_JOINED' ? 'notJoined' : 'missing'} />
            <span>{nameOf(home)}</span>
            <span class="missing-reason">{say(reasonWord(reason))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonWord(reason: string) {
  if (reason === 'NOT_JOINED') return shell.NOT_JOINED;
  return reason === 'INVALID_ANSWER' ? shell.INVALID_ANSWER : shell.UNREACHABLE;
}
