// Pledged and delivered money of each project as bars, with a mark where its plan lies.
import { useMemo } from 'preact/hooks';
import { Chart } from '../../pieces/chart';
import { useLanguage, useSay } from '../../words/language';
import { type Language, sayIn, type Sentence } from '../../words/words';
import { writeMoney } from '../../words/write-figures';
import { type FundingBar, toWan } from './funding';
import { words } from './words';

const PLEDGED = '#56b4e9';
const DELIVERED = '#009e73';
const TARGET = '#1f2328';

export function FundingChart({ bars }: { bars: FundingBar[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => fundingOption(bars, language), [JSON.stringify(bars), language]);
  if (bars.length === 0) return null;
  return <Chart description={say(words.fundingChart)} option={option} height={bars.length * 2.8 + 5} />;
}

function fundingOption(bars: FundingBar[], language: Language) {
  const amounts = (read: (bar: FundingBar) => string | null) => bars.map((bar) => toWan(read(bar)));
  const label = (read: (bar: FundingBar) => string | null) => ({
    show: true,
    position: 'right',
    distance: 8,
    padding: [1, 4],
    backgroundColor: '#fff',
    formatter: ({ dataIndex }: { dataIndex: number }) => writeMoney(read(bars[dataIndex]!) ?? '0', language),
  });
  const bar = (title: Sentence, color: string, read: (bar: FundingBar) => string | null) => ({
    name: title[language],
    type: 'bar',
    color,
    barMaxWidth: 26,
    barGap: '10%',
    data: amounts(read),
    label: label(read),
  });
  return {
    legend: { top: 0 },
    grid: { left: 8, right: 110, top: 48, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { formatter: (wan: number) => writeTick(wan, language) } },
    yAxis: { type: 'category', inverse: true, data: bars.map((bar) => nameOf(bar, language)) },
    series: [
      bar(words.pledged, PLEDGED, ({ pledged }) => pledged),
      bar(words.delivered, DELIVERED, ({ delivered }) => delivered),
      {
        name: words.planned[language],
        type: 'line',
        color: TARGET,
        lineStyle: { opacity: 0 },
        symbol: 'rect',
        symbolSize: [4, 64],
        z: 1, // behind bars and amounts: its ends stand out above and below
        data: amounts(({ target }) => target),
      },
    ],
  };
}

/** A bar that lacks an amount says so beside its name: a gap would look like zero. */
function nameOf({ project, isPartial }: FundingBar, language: Language): string {
  return isPartial ? `${project.name}\n${words.someUnknown[language]}` : project.name;
}

function writeTick(wan: number, language: Language): string {
  return sayIn(language)(words.wanAxis, { n: language === 'zh' ? wan : wan * 10 });
}
