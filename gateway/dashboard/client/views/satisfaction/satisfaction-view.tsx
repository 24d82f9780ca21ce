// The page of satisfaction: each survey with its basis and sample, side by side and never averaged.
import { Q23Satisfaction } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { InSteps } from '../../pieces/in-steps';
import { CoverageMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { useSatisfactionFigures } from './figures';
import { SurveyCard } from './survey-card';
import { words } from './words';

export function View() {
  const say = useSay();
  const slots = useSatisfactionFigures();
  const [slot] = slots as [(typeof slots)[0]];
  const picture = usePicture(Q23Satisfaction);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="surveys" title={words.results} questions={[23]} picture={picture} height={24} wide>
        {({ surveyResults }) => {
          const { rows, coverage } = readList(surveyResults);
          if (rows.length === 0)
            return <p class="table-empty">{say(coverage?.complete ? shell.empty : shell.emptyUnknown)}</p>;
          return (
            <>
              <CoverageMark coverage={coverage} />
              <p class="panel-note">{say(words.neverAveraged)}</p>
              <div class="surveys">
                <InSteps rows={rows} step={24}>
                  {(shown) =>
                    shown.map((survey) => (
                      <SurveyCard
                        key={survey.id}
                        survey={survey}
                        onSource={() =>
                          slot.figure &&
                          openSource(slot.figure)(slot.figure.rows.origin!(survey as never), survey.name)
                        }
                      />
                    ))
                  }
                </InSteps>
              </div>
            </>
          );
        }}
      </Panel>
      <Panel id="table" title={words.surveys} questions={[23]} picture={picture} wide>
        {() => <FigureTable slot={slot} />}
      </Panel>
    </>
  );
}
