// The table of members: each mark is an icon and a word, so that 没有, 未知 and 未接入 are never mistaken for each other.
import { Icon, type IconName } from '../../pieces/icon';
import { type Column, type TableContent, tableOf } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import type { Language, Sentence } from '../../words/words';
import { textColumn } from '../row-columns';
import type { Has, MemberStanding } from './standing-rows';
import { words } from './words';

const MARKS: Record<Has, { icon: IconName; look: string }> = {
  PRESENT: { icon: 'check', look: 'entered' },
  NONE: { icon: 'missing', look: 'missing' },
  UNKNOWN: { icon: 'unknown', look: 'unknown' },
  NOT_JOINED: { icon: 'notJoined', look: 'not-joined' },
  NOT_APPLICABLE: { icon: 'minus', look: 'demonstration' },
};

export function standingTable(rows: MemberStanding[]): TableContent {
  return tableOf<MemberStanding>({
    title: words.standing,
    columns: [
      textColumn('organization', words.organization, ({ name }) => name),
      hasColumn('agreement', words.agreement, ({ agreement }) => agreement, words.noAgreement),
      hasColumn('liaison', words.liaison, ({ liaison }) => liaison, words.noLiaison),
      textColumn('conference', words.conference, ({ conferences }) => conferences.join('；') || null),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ membership, provenances }) => ({
      id: membership,
      owner: null,
      provenance: provenances[0] ?? null,
    }),
  });
}

function hasColumn(
  id: string,
  title: Sentence,
  read: (row: MemberStanding) => Has,
  none: Sentence,
): Column<MemberStanding> {
  const say = (row: MemberStanding, language: Language) => sentenceOf(read(row), none)[language];
  return {
    id,
    title,
    isShort: true,
    text: say,
    show: (row, language) => {
      const { icon, look } = MARKS[read(row)];
      return (
        <span class={`mark mark-${look}`} data-has={read(row)}>
          <Icon name={icon} />
          {say(row, language)}
        </span>
      );
    },
  };
}

function sentenceOf(has: Has, none: Sentence): Sentence {
  if (has === 'NONE') return none;
  if (has === 'UNKNOWN') return shell.unknown;
  if (has === 'NOT_JOINED') return shell.notJoined;
  return has === 'PRESENT' ? words.present : words.notApplicable;
}
