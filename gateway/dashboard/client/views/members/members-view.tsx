// The page of members: who has signed nothing, whose liaison post is vacant, and of whom that cannot be said.
import { useMemo } from 'preact/hooks';
import { joinCoverage } from '../../graph/figures';
import { Q08MembersWithoutAgreement, Q24MembersWithoutLiaisonOffice } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { FigureRow } from '../../pieces/figure-row';
import { CoverageMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { Table } from '../../pieces/table';
import { useSay } from '../../words/language';
import { useMemberFigures, useUnsignedFigure } from './figures';
import { memberStandings } from './standing-rows';
import { standingTable } from './standing-table';
import { words } from './words';

export function View() {
  const say = useSay();
  const slots = useMemberFigures();
  const offices = usePicture(Q24MembersWithoutLiaisonOffice);
  const signatures = usePicture(Q08MembersWithoutAgreement);
  const answers = [offices.answer?.data, signatures.answer?.data] as const;
  const content = useMemo(
    () => standingTable(answers[0] ? memberStandings(answers[0], answers[1] ?? null) : []),
    [...answers],
  );
  const figure = slots[0]!.figure;
  return (
    <>
      <FigureRow slots={[...slots, useUnsignedFigure()]} />
      <Panel id="standing" title={words.standing} questions={[8, 24]} picture={offices} height={32} wide>
        {({ conferenceMemberships }) => {
          const { coverage, whole } = readList(conferenceMemberships);
          const both = joinCoverage([coverage, signatures.answer?.data.conferenceMemberships?.coverage]);
          return (
            <>
              <CoverageMark coverage={both} />
              <p class="panel-note">{say(words.reading)}</p>
              <Table
                content={content}
                whole={whole}
                coverage={both}
                onSource={figure ? openSource(figure) : undefined}
              />
            </>
          );
        }}
      </Panel>
    </>
  );
}
