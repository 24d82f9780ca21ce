// Whether the votes on an agenda item carry it.
import type { Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { incomplete } from '../../kit/workflow/sentences';
import type { AgendaItem } from '../agenda-item/agenda-item';
import { Vote, type VoteChoice } from '../agenda-item/vote';

export async function lackOfMajority({ manager, row }: Step<AgendaItem>): Promise<Refusal | null> {
  const votes = await manager.findBy(Vote, { agendaItemId: row.id });
  const of = (choice: keyof typeof VoteChoice) => votes.filter((vote) => vote.choice === choice).length;
  const [inFavour, against] = [of('FOR'), of('AGAINST')];
  if (row.decisionMethod === 'VOTE' ? inFavour * 2 > votes.length : against === 0) return null;
  return incomplete({
    zh: `赞成 ${inFavour}、反对 ${against}、弃权 ${of('ABSTAIN')}，不足以通过。`,
    en: `${inFavour} for, ${against} against, ${of('ABSTAIN')} abstained: not enough to adopt it.`,
  });
}
