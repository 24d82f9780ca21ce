// The small button of a row that shows where it comes from.
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { Icon } from './icon';

export function SourceButton({ of, choose }: { of?: string; choose(): void }) {
  const say = useSay();
  const label = of === undefined ? say(shell.showSource) : say(shell.sourceOf, { row: of });
  return (
    <button type="button" class="icon-button small" aria-label={label} title={label} onClick={choose}>
      <Icon name="document" />
    </button>
  );
}
