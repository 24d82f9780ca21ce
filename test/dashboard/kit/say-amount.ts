// How an amount should stand on the page, said anew: exact, masked, not stated, or not known in part.
import { writeMoney } from '../../../gateway/dashboard/client/words/write-figures';
import type { total } from '../../end-to-end/questions/answer-parts';

type Total = ReturnType<typeof total>;

export function sayAmount({
  fen,
  masked,
  unstated,
}: {
  fen: string | null;
  masked: boolean;
  unstated: boolean;
}): string {
  if (fen !== null) return writeMoney(fen, 'zh');
  return masked ? '已隐去' : unstated ? '原文未写明' : '—';
}

export function sayTotal({ fen, knownFen, knownCount, maskedCount, unstatedCount }: Total): string {
  const unknown = maskedCount + unstatedCount;
  if (knownCount + unknown === 0) return '—';
  if (fen !== null) return writeMoney(fen, 'zh');
  if (knownCount === 0) return maskedCount > 0 ? '已隐去' : '原文未写明';
  return `已知 ${writeMoney(knownFen, 'zh')}，${unknown} 笔不详`;
}
