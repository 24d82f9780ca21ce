// The head of the printed meeting paper; only paper shows it.
import { useOutlook } from '../graph/use-picture';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';

export function PaperHead({ title }: { title: string }) {
  const say = useSay();
  const { asked, missing, newest } = useOutlook();
  const at =
    newest === null
      ? ''
      : new Date(newest).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  return (
    <div class="paper-head" aria-hidden="true">
      <strong>
        {say(shell.paper)} · {title}
      </strong>
      <span>
        {say(shell.asOf, { time: at })} ·{' '}
        {missing.length
          ? say(shell.someMissing, { n: missing.length })
          : say(shell.allAnswered, { n: asked })}
      </span>
    </div>
  );
}
