// A link that carries the operation and its variables, for a colleague; headers stay here.
import { useEffect, useState } from 'preact/hooks';
import { type Draft, linkTo } from '../browser/place';
import { useSpeaker } from '../words/speaker';

export function ShareLink({ draft }: { draft: Draft }) {
  const { say } = useSpeaker();
  const [shown, setShown] = useState<{ link: string | null; copied: boolean } | null>(null);
  useEffect(() => setShown(null), [draft.query, draft.variables]);

  async function share(): Promise<void> {
    const fragment = linkTo(draft);
    const link = fragment && new URL(fragment, location.href).href;
    setShown({ link, copied: link !== null && (await copy(link)) });
  }

  return (
    <span class="share">
      <button type="button" class="quiet" onClick={() => void share()}>
        {say({ zh: '分享链接', en: 'Share a link' })}
      </button>
      <span role="status">
        {shown?.copied && say({ zh: '已复制', en: 'Copied' })}
        {shown?.link === null &&
          say({
            zh: '查询太长，放不进链接；请直接发送文本。',
            en: 'Too long for a link; send the text itself.',
          })}
      </span>
      {shown?.link && (
        <input
          readOnly
          aria-label={say({ zh: '链接', en: 'Link' })}
          value={shown.link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}

/** Browsers lend the clipboard to safe origins only; elsewhere the link stands in a field to be copied by hand. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
