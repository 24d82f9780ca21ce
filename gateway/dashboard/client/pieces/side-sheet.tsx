// The sheet on the side: the rows behind a figure, and where they come from.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FigureValue } from '../graph/figures';
import { useWatched } from '../state/watchable';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writeDayAndTime } from '../words/write-figures';
import { writtenValue } from './figure';
import { Guard } from './guard';
import { Icon } from './icon';
import { CoverageMark, ProvenanceMark } from './marks';
import { MissingList } from './missing-list';
import { closeSheet, openedSheet, type OpenSheet, type RowOrigin } from './open-sheet';
import { RowSourceCard } from './row-source-card';
import { RowsBehindCard } from './rows-behind-card';
import { Table } from './table';

export function SideSheet() {
  const open = useWatched(openedSheet);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby="sheet-title"
      onClose={closeSheet}
      onClick={closeOutside}
    >
      {open && (
        <Guard>
          <SheetContent {...open} key={open.figure.id} />
        </Guard>
      )}
    </dialog>
  );
}

function closeOutside(event: MouseEvent): void {
  if (event.target === event.currentTarget) closeSheet();
}

function SheetContent({ figure, row }: OpenSheet) {
  const say = useSay();
  const [source, setSource] = useState<RowOrigin | null>(row);
  return (
    <div class="sheet-inside">
      <header class="sheet-head">
        <div>
          <h2 id="sheet-title">{say(figure.label)}</h2>
          <p class="sheet-value">
            {say(writtenValue(figure))}
            {figure.note && <span class="sheet-note">{say(figure.note)}</span>}
          </p>
          <p class="sheet-marks">
            <CoverageMark coverage={figure.coverage} />
            <ProvenanceMark of={figure.provenances} />
          </p>
        </div>
        <button type="button" class="icon-button" aria-label={say(shell.close)} onClick={closeSheet}>
          <Icon name="close" />
        </button>
      </header>
      <CoverageLine figure={figure} />
      {source && <SourceOf key={`${source.origin.id} ${source.name}`} {...source} />}
      <Table
        content={figure.rows}
        whole={figure.whole}
        coverage={figure.coverage}
        onSource={(origin, name, behind) => setSource({ origin, name, behind })}
      />
      {figure.rows.behind && !source?.behind && <RowsBehindCard behind={figure.rows.behind} />}
      {figure.coverage && !figure.coverage.complete && <MissingList missing={figure.coverage.missing} />}
    </div>
  );
}

/** Of a total, the rows that it adds up; of a single row, who says so and which document. */
function SourceOf({ origin, name, behind }: RowOrigin) {
  if (behind) return <RowsBehindCard {...behind} name={name} />;
  return <RowSourceCard origin={origin} name={name} />;
}

function CoverageLine({ figure: { coverage } }: { figure: FigureValue }) {
  const say = useSay();
  const language = useLanguage();
  if (!coverage) return null;
  return (
    <p class="sheet-coverage">
      <Icon name="clock" />
      {say(shell.asOf, { time: writeDayAndTime(coverage.asOf, language) })} ·{' '}
      {say(shell.coverage, { asked: coverage.asked, answered: coverage.answered })}
    </p>
  );
}
