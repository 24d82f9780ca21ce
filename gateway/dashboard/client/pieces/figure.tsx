// One figure: its value, whom it lacks, where it comes from; a click shows the rows behind it.
import { type FigureValue, standingOf } from '../graph/figures';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { type Sentence, sayIn } from '../words/words';
import { writeNumber } from '../words/write-figures';
import { CoverageMark, ProvenanceMark } from './marks';
import { openSheet } from './open-sheet';

export function Figure({ figure }: { figure: FigureValue }) {
  const say = useSay();
  const written = say(writtenValue(figure));
  const standing = standingOf(figure);
  const [number, unit] = standing === 'VALUE' ? splitUnit(written) : [written, ''];
  const isAlarm = figure.alarm && standing === 'VALUE' && figure.value !== 0;
  return (
    <button
      type="button"
      class={`figure ${isAlarm ? 'figure-alarm' : ''} ${standing === 'VALUE' ? '' : 'figure-unknown'}`}
      data-figure={figure.id}
      data-value={figure.value ?? ''}
      data-standing={standing}
      aria-haspopup="dialog"
      title={say(shell.rowsAndSource)}
      onClick={() => openSheet(figure)}
    >
      <span class="figure-label">{say(figure.label)}</span>
      <span class="figure-value">
        <span class={`figure-number ${sizeOf(number)}`}>{number}</span>
        {unit && <span class="figure-unit">{unit}</span>}
      </span>
      <span class="figure-note">{figure.note ? joinUnits(say(figure.note)) : '\u00A0'}</span>
      <span class="figure-marks">
        <CoverageMark coverage={figure.coverage} />
        <ProvenanceMark of={figure.provenances} />
      </span>
    </button>
  );
}

/** Long numbers are smaller, so that they stay in their place; a percent sign is as wide as two digits. */
function sizeOf(number: string): string {
  const width = number.length + (number.endsWith('%') ? 1 : 0);
  if (width >= 7) return 'figure-longest figure-huge';
  return width >= 5 ? 'figure-longest' : width === 4 ? 'figure-long' : '';
}

/** A number and the word after it stay on one line. */
function joinUnits(text: string): string {
  return text.replace(/(\d) (?=[^\d\s])/g, '$1\u00A0');
}

/** Digits are large, the unit after them small. */
function splitUnit(written: string): [number: string, unit: string] {
  const [, number, unit] = /^([^\d]*[\d.,:]+%?)\s*(.*)$/.exec(written) ?? [];
  return number === undefined ? [written, ''] : [number, unit!];
}

/** Null is 未知, zero without everybody's answer too; an organization that has not joined is 未接入. */
export function writtenValue(figure: FigureValue): Sentence {
  const standing = standingOf(figure);
  if (standing === 'UNKNOWN') return shell.unknown;
  if (standing === 'NOT_JOINED') return shell.notJoined;
  if (figure.written) return figure.written;
  const both = (language: 'zh' | 'en') => {
    const unit = figure.unit ? sayIn(language)(figure.unit) : '';
    return `${writeNumber(figure.value!)}${unit && language === 'en' ? ' ' : ''}${unit}`;
  };
  return { zh: both('zh'), en: both('en') };
}

/** Skeletons have the height of what comes. */
export function FigureSkeleton() {
  useLanguage();
  return <div class="figure figure-skeleton" aria-hidden="true" />;
}
