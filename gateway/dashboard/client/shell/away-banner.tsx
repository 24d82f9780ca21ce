// Said at the top while the gateway is away: what is shown is the last good picture, and how old it is.
import { useOutlook } from '../graph/use-picture';
import { Icon } from '../pieces/icon';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { useNow, writeAge } from '../words/write-age';

export function AwayBanner() {
  const say = useSay();
  const now = useNow(1_000);
  const { reachable, oldest } = useOutlook();
  if (reachable !== false) return null;
  return (
    <p class="banner" role="status" data-banner="away">
      <Icon name="missing" />
      {oldest === null ? say(shell.awayBlank) : say(shell.away, { age: writeAge(now - oldest, say) })}
    </p>
  );
}
