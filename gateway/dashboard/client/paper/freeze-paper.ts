// Makes a paper of what the page knows at this moment.
import { toShanghaiText } from '../../../../schema/shanghai-time';
import type { Q12AgendaOfNextMeetingQuery } from '../graph/operation-types';
import { Q12AgendaOfNextMeeting } from '../graph/operations';
import { questionKey } from '../graph/operation';
import { readList } from '../graph/read-list';
import { answersNow, outlookOf } from '../graph/use-picture';
import type { Answers } from '../graph/frozen-answers';
import { seal } from './checksum';
import { freezeFigures, type ViewFigures } from './freeze-figures';
import { FORMAT, type FrozenPaper } from './frozen-paper';

export function freezePaper(views: readonly ViewFigures[]): FrozenPaper {
  const { answers } = answersNow();
  const { asked, missing } = outlookOf(Object.values(answers), true);
  const figures = freezeFigures(views);
  const moments = figures.flatMap(({ coverage }) => coverage?.asOf ?? []).sort();
  return seal({
    format: FORMAT,
    ...meetingOf(answers),
    frozenAt: toShanghaiText(new Date()),
    asOf: moments[0] ?? null,
    homes: { asked, answered: asked - missing.length, missing },
    figures,
    answers,
  });
}

function meetingOf(answers: Answers): { conference: string | null; meeting: string | null } {
  const answer = answers[questionKey(Q12AgendaOfNextMeeting, {})]?.data as
    Q12AgendaOfNextMeetingQuery | undefined;
  const [meeting] = readList(answer?.meetings).rows;
  return { conference: meeting?.conference?.name ?? null, meeting: meeting?.title ?? null };
}
