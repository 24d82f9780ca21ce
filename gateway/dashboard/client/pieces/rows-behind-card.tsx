// The single rows behind a total, each with its own source.
import { useState } from 'preact/hooks';
import type { Coverage } from '../graph/figures';
import { readList } from '../graph/read-list';
import type { RowsBehind } from '../graph/table-content';
import { usePicture } from '../graph/use-picture';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { RowOrigin } from './open-sheet';
import { absentWords, RowSourceCard } from './row-source-card';
import { Table } from './table';

export interface RowsBehindOptions {
  behind: RowsBehind;
  /** The total whose rows are shown, and what it is called; all rows without. */
  row?: never;
  name?: string;
}

export function RowsBehindCard({ behind, row, name }: RowsBehindOptions) {
  const say = useSay();
  const picture = usePicture(behind.operation);
  const [source, setSource] = useState<RowOrigin | null>(null);
  const list = readAnswer(picture.answer?.data);
  return (
    <section class="rows-behind" aria-live="polite" data-rows-behind={name ?? ''}>
      <h3>{name === undefined ? say(shell.rowsBehind) : say(shell.rowsBehindOf, { row: name })}</h3>
      {!list && <p>{say(absentWords(picture))}</p>}
      {source && <RowSourceCard key={source.origin.id} origin={source.origin} name={source.name} />}
      {list && (
        <Table
          content={behind.read(picture.answer!.data, row ?? null)}
          whole={list.whole}
          coverage={list.coverage}
          step={20}
          onSource={(origin, called) => setSource({ origin, name: called })}
        />
      )}
    </section>
  );
}

/** Such an operation has one list. */
function readAnswer(data: unknown): { whole: boolean; coverage: Coverage | null } | null {
  const [list] = Object.values((data ?? {}) as Record<string, Parameters<typeof readList>[0]>);
  return list ? readList(list) : null;
}
