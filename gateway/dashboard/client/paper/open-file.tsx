// Opens a paper from a file that was downloaded here or handed on.
import { useRef } from 'preact/hooks';
import { useSay } from '../words/language';
import type { Sentence } from '../words/words';
import { MOST_BYTES } from './frozen-paper';
import { keepPaper } from './keep-papers';
import { openPaper } from './opened-paper';
import { paper as words } from './paper-words';
import { readPaper } from './read-paper';

export function OpenFile({ tell }: { tell(news: Sentence | null): void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return tell(words.tooLarge);
    const found = readPaper(await file.text());
    if ('refused' in found) return tell(found.refused);
    tell(null);
    await keepPaper(found.paper);
    openPaper(found.paper);
  };
  return (
    <>
      <button type="button" class="tool" data-act="open-file" onClick={() => input.current?.click()}>
        {say(words.openFile)}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say(words.openFile)}
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
