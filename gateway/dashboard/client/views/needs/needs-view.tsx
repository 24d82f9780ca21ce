// The page of needs and claims: the three lists side by side, what nobody has claimed, who could help, and who helped.
import {
  Q09ClaimsPerOrganization,
  Q10NeedsUnclaimed,
  Q11ResourcesForUnclaimedNeeds,
  ThreeLists,
} from '../../graph/operations';
import { usePicture } from '../../graph/use-picture';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { Panel } from '../../pieces/panel';
import { claimsOf } from './claims';
import { ClaimsChart } from './claims-chart';
import { useNeedFigures } from './figures';
import { ListsBoard } from './lists-board';
import './needs.css';
import { words } from './words';

export function View() {
  const slots = useNeedFigures();
  const [unclaimed, claims, matched] = slots as [(typeof slots)[0], (typeof slots)[0], (typeof slots)[0]];
  return (
    <>
      <FigureRow slots={slots} />
      <Panel
        id="lists"
        title={words.threeLists}
        questions={[10, 11]}
        picture={usePicture(ThreeLists)}
        height={40}
        wide
      >
        {(data) => <ListsBoard data={data} />}
      </Panel>
      <Panel
        id="unclaimed"
        title={words.unclaimedLong}
        questions={[10]}
        picture={usePicture(Q10NeedsUnclaimed)}
      >
        {() => <FigureTable slot={unclaimed} />}
      </Panel>
      <Panel
        id="matches"
        title={words.matchesLong}
        questions={[11]}
        picture={usePicture(Q11ResourcesForUnclaimedNeeds)}
      >
        {() => <FigureTable slot={matched} />}
      </Panel>
      <Panel
        id="claims"
        title={words.claimsLong}
        questions={[9]}
        picture={usePicture(Q09ClaimsPerOrganization)}
        height={24}
        wide
      >
        {(data) => (
          <div class="beside">
            <FirstBars rows={claimsOf(data)}>{(rows) => <ClaimsChart rows={rows} />}</FirstBars>
            <FigureTable slot={claims} />
          </div>
        )}
      </Panel>
    </>
  );
}
