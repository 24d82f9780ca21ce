// The page of sources: every organization's freshness, the source and date of each figure, and the doubts of the sources.
import { useMemo } from 'preact/hooks';
import { Q22CommunitiesCompared, Q25WhereFiguresComeFrom } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { Panel } from '../../pieces/panel';
import { Table } from '../../pieces/table';
import { useSourceFigures } from './figures';
import { freshnessRows } from './freshness-rows';
import { freshnessTable } from './freshness-table';
import { words } from './words';

export function View() {
  const slots = useSourceFigures();
  const [indicators, doubts] = slots as [(typeof slots)[0], (typeof slots)[0]];
  const organizations = usePicture(Q22CommunitiesCompared);
  const sources = usePicture(Q25WhereFiguresComeFrom);
  const [compared, figures] = [organizations.answer?.data, sources.answer?.data];
  const content = useMemo(() => {
    return freshnessTable(compared && figures ? freshnessRows(compared, readList(figures.indicators)) : []);
  }, [compared, figures]);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="freshness" title={words.freshness} questions={[25]} picture={organizations} height={32} wide>
        {(data) => <Table content={content} whole={readList(data.organizations).whole} step={15} />}
      </Panel>
      <Panel id="indicators" title={words.indicators} questions={[25]} picture={sources} height={32} wide>
        {() => <FigureTable slot={indicators} />}
      </Panel>
      <Panel id="doubts" title={words.doubts} questions={[25]} picture={sources} wide>
        {() => <FigureTable slot={doubts} />}
      </Panel>
    </>
  );
}
