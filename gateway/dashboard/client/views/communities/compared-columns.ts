// Columns of the comparison: a count or a share, or why there is none.
import type {
  ComparedCommunity,
  Count,
  Share,
} from '../../../../../schema/operations/q22-communities-compared';
import type { Provenance } from '../../graph/figures';
import type { Column } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import { type Language, sayIn, type Sentence } from '../../words/words';
import { writeNumber, writeShare } from '../../words/write-figures';
import { words } from './words';

export type Community = ComparedCommunity<Provenance>;

export function countColumn(
  id: string,
  title: Sentence,
  read: (row: Community) => Count | null,
): Column<Community> {
  return {
    id,
    title,
    isNumber: true,
    text: (row, language) => {
      const counted = read(row);
      return counted
        ? `${writeNumber(counted.count)}${sayUnstated(counted, language)}`
        : sayAbsence(row, language);
    },
    sort: (row) => read(row)?.count ?? null,
  };
}

export function shareColumn(
  id: string,
  title: Sentence,
  read: (row: Community) => Share | null,
): Column<Community> {
  return {
    id,
    title,
    isNumber: true,
    text: (row, language) => sayShare(row, read(row), language),
    sort: (row) => {
      const { part, whole } = read(row) ?? { part: 0, whole: 0 };
      return whole === 0 ? null : part / whole;
    },
  };
}

function sayShare(row: Community, share: Share | null, language: Language): string {
  if (!share) return sayAbsence(row, language);
  const written = writeShare(share.part, share.whole, language) ?? words.noBasis[language];
  return `${written}${sayUnstated(share, language)}`;
}

/** What has no state is in no share, and is said beside it. */
function sayUnstated({ unstated }: { unstated: number }, language: Language): string {
  if (unstated === 0) return '';
  return `${language === 'zh' ? '；' : '; '}${sayIn(language)(words.unstated, { n: unstated })}`;
}

function sayAbsence({ absence }: Community, language: Language): string {
  return (absence === 'NOT_JOINED' ? shell.notJoined : shell.unknown)[language];
}
