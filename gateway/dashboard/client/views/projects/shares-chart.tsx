// The four-part funding as a ring: what each level pays of what is known.
import { useMemo } from 'preact/hooks';
import { Chart } from '../../pieces/chart';
import { codeWord } from '../../words/code-word';
import { useLanguage, useSay } from '../../words/language';
import { writeMoney } from '../../words/write-figures';
import { toWan } from './funding';
import { writePartOf } from './money';
import { type LevelShare, totalOf } from './shares';
import { words } from './words';

export function SharesChart({ shares }: { shares: LevelShare[] }) {
  const say = useSay();
  const language = useLanguage();
  const total = totalOf(shares);
  const key = shares.map(({ fen }) => String(fen)).join();
  const option = useMemo(() => {
    const label = ({ level, fen }: LevelShare) =>
      `${codeWord('PayerLevel', level)[language]}\n${writeMoney(String(fen), language)}\n${writePartOf(fen!, total!)}`;
    return {
      series: [
        {
          type: 'pie',
          radius: ['36%', '60%'],
          label: { formatter: '{b}' },
          labelLine: { length: 6, length2: 6 },
          itemStyle: { borderColor: '#fff', borderWidth: 2 },
          data: total ? shares.map((share) => ({ name: label(share), value: toWan(String(share.fen)) })) : [],
        },
      ],
    };
  }, [key, language]);
  if (!total) return null;
  return <Chart description={say(words.sharesChart)} option={option} height={18} />;
}
