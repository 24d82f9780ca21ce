// The page of communities compared: the two shares side by side as bars, and the table with their bases.
import { useMemo } from 'preact/hooks';
import { compareCommunities } from '../../../../../schema/operations/q22-communities-compared';
import type { Provenance } from '../../graph/figures';
import { Q22CommunitiesCompared } from '../../graph/operations';
import { usePicture } from '../../graph/use-picture';
import { Chart } from '../../pieces/chart';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { Panel } from '../../pieces/panel';
import { useLanguage, useSay } from '../../words/language';
import type { Community } from './compared-columns';
import { useCommunityFigures } from './figures';
import { drawShares } from './share-bars';
import { words } from './words';

export function View() {
  const say = useSay();
  const slots = useCommunityFigures();
  const picture = usePicture(Q22CommunitiesCompared);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="compared" title={words.long} questions={[22]} picture={picture} height={28} wide>
        {(data) => (
          <>
            <p class="panel-note">{say(words.rule)}</p>
            <div class="beside">
              <ShareCharts rows={compareCommunities<Provenance>(data).rows} />
              <FigureTable slot={slots[0]!} />
            </div>
          </>
        )}
      </Panel>
    </>
  );
}

/** Only of communities with a basis: no bar is drawn where there is no share. */
function ShareCharts({ rows }: { rows: Community[] }) {
  const say = useSay();
  const shown = rows.filter(({ tasks, needs }) => tasks?.whole || needs?.whole);
  if (shown.length === 0) return <p class="table-empty">{say(words.noBasisYet)}</p>;
  return <FirstBars rows={shown}>{(first) => <ShareChart rows={first} />}</FirstBars>;
}

function ShareChart({ rows }: { rows: Community[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => drawShares(rows, language), [JSON.stringify(rows), language]);
  return <Chart description={say(words.chart)} option={option} height={5 + rows.length * 4.5} />;
}
