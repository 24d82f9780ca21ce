// Marks of meetings: icon and word, told apart by shape before colour.
import { Icon, type IconName } from '../../pieces/icon';
import { useSay } from '../../words/language';
import { type Level, levelWord } from './levels';
import { words } from './words';

const LEVEL_ICONS: Record<Level, IconName> = {
  REMINDER: 'reminder',
  BLUE: 'blueLevel',
  ORANGE: 'orangeLevel',
  RED: 'redLevel',
};

export function LevelMark({ level }: { level: Level | null }) {
  const say = useSay();
  return (
    <span class={`level level-${level ?? 'UNKNOWN'}`}>
      <Icon name={level ? LEVEL_ICONS[level] : 'missing'} />
      {say(levelWord(level))}
    </span>
  );
}

export function OnTimeMark({ onTime }: { onTime: boolean | null }) {
  const say = useSay();
  if (onTime === null) return <span class="mark mark-not-joined">{say(words.unknownTime)}</span>;
  return (
    <span class={`mark ${onTime ? 'mark-entered' : 'mark-missing'}`}>
      <Icon name={onTime ? 'check' : 'clock'} />
      {say(onTime ? words.inTime : words.late)}
    </span>
  );
}
