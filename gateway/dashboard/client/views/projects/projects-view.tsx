// The page of projects and money: what was pledged and what arrived, who pays which part, who gave what, what should be posted.
import {
  Q16ProjectsWithFunding,
  Q17ContributionsThisYear,
  Q18FundingShares,
  Q19ProjectsToPost,
} from '../../graph/operations';
import type { FigureValue } from '../../graph/figures';
import type {
  Q16ProjectsWithFundingQuery,
  Q17ContributionsThisYearQuery,
  Q18FundingSharesQuery,
} from '../../graph/operation-types';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { Figure } from '../../pieces/figure';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { CoverageMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { Table } from '../../pieces/table';
import { useLanguage, useSay } from '../../words/language';
import { writeMoney } from '../../words/write-figures';
import type { FigureSlot } from '../view-definition';
import { giverTable, quantityFigures } from './contributions';
import { useProjectFigures } from './figures';
import { fundingBars, withoutBars } from './funding';
import { FundingChart } from './funding-chart';
import { projectStates } from './project-states';
import './projects.css';
import { levelShares, levelTable, projectShareTable } from './shares';
import { SharesChart } from './shares-chart';
import { words } from './words';

export function View() {
  const slots = useProjectFigures();
  const [projects, money, toPost, shares] = slots as [FigureSlot, FigureSlot, FigureSlot, FigureSlot];
  return (
    <>
      <FigureRow slots={slots} />
      <Panel
        id="states"
        title={words.states}
        questions={[16]}
        picture={usePicture(Q16ProjectsWithFunding)}
        height={9}
        wide
      >
        {(data) => <Strip figures={projectStates(data)} />}
      </Panel>
      <Panel
        id="funding"
        title={words.funding}
        questions={[16]}
        picture={usePicture(Q16ProjectsWithFunding)}
        height={40}
        wide
      >
        {(data) => <Funding data={data} slot={projects} />}
      </Panel>
      <Panel
        id="given"
        title={words.contributions}
        questions={[17]}
        picture={usePicture(Q17ContributionsThisYear)}
        height={24}
        wide
      >
        {(data) => <Given data={data} slot={money} />}
      </Panel>
      <Panel
        id="shares"
        title={words.shares}
        questions={[18]}
        picture={usePicture(Q18FundingShares)}
        height={24}
        wide
      >
        {(data) => <Shares data={data} slot={shares} />}
      </Panel>
      <Panel
        id="to-post"
        title={words.toPostLong}
        questions={[19]}
        picture={usePicture(Q19ProjectsToPost)}
        wide
      >
        {() => <FigureTable slot={toPost} />}
      </Panel>
    </>
  );
}

function Strip({ figures }: { figures: FigureValue[] }) {
  return (
    <div class="figure-strip">
      {figures.map((figure) => (
        <Figure key={figure.id} figure={figure} />
      ))}
    </div>
  );
}

function Given({ data, slot: { figure } }: { data: Q17ContributionsThisYearQuery; slot: FigureSlot }) {
  const { contributionSummary } = data;
  const money = figure ? [{ ...figure, id: 'given-MONEY' }] : [];
  return (
    <>
      <Strip figures={[...money, ...quantityFigures(data)]} />
      <Table
        content={giverTable(contributionSummary?.groups ?? [])}
        onSource={figure ? openSource(figure) : undefined}
        coverage={contributionSummary?.coverage ?? null}
        whole={contributionSummary !== null}
      />
    </>
  );
}

function Funding({ data, slot }: { data: Q16ProjectsWithFundingQuery; slot: FigureSlot }) {
  const say = useSay();
  const language = useLanguage();
  const { rows } = readList(data.jointProjects);
  const undrawn = withoutBars(rows).length;
  return (
    <>
      <FirstBars rows={fundingBars(rows)}>{(bars) => <FundingChart bars={bars} />}</FirstBars>
      {undrawn > 0 && <p class="panel-note">{say(words.noBars, { n: undrawn })}</p>}
      {rows.map(
        ({ id, name, unexplainedByParts }) =>
          unexplainedByParts?.fen && (
            <p class="panel-note" key={id}>
              {say(words.beyondParts, {
                project: name,
                money: writeMoney(unexplainedByParts.fen, language),
              })}
            </p>
          ),
      )}
      <FigureTable slot={slot} />
    </>
  );
}

function Shares({ data, slot: { figure } }: { data: Q18FundingSharesQuery; slot: FigureSlot }) {
  const levels = levelShares(data);
  return (
    <div class="beside">
      <SharesChart shares={levels} />
      <div>
        <CoverageMark coverage={figure?.coverage} />
        <Table
          content={levelTable(levels)}
          coverage={figure?.coverage}
          onSource={figure ? openSource(figure) : undefined}
        />
        <Table
          content={projectShareTable(data)}
          coverage={data.jointProjects?.coverage ?? null}
          whole={readList(data.jointProjects).whole}
          onSource={figure ? openSource(figure) : undefined}
        />
      </div>
    </div>
  );
}
