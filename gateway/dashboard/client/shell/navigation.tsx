// The navigation: the overview and every view, in the order of the registry.
import { Icon, type IconName } from '../pieces/icon';
import { VIEWS } from '../views/registry';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { Sentence } from '../words/words';

export function Navigation({ open }: { open: string }) {
  const say = useSay();
  return (
    <nav class="navigation" aria-label={say(shell.views)}>
      <Entry path="" icon="overview" title={shell.overview} isOpen={open === ''} />
      {VIEWS.map(({ path, icon, title }) => (
        <Entry key={path} path={path} icon={icon} title={title} isOpen={open === path} />
      ))}
    </nav>
  );
}

function Entry({
  path,
  icon,
  title,
  isOpen,
}: {
  path: string;
  icon: IconName;
  title: Sentence;
  isOpen: boolean;
}) {
  const say = useSay();
  return (
    <a class="entry" href={`#/${path}`} aria-current={isOpen ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{say(title)}</span>
    </a>
  );
}
