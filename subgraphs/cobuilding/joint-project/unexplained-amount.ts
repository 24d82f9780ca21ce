// The part of a project's amount that none of its parts accounts for. A whole and its parts are never added up.
import DataLoader from 'dataloader';
import { inList } from '../../kit/sql/condition';
import { MoneyAmount } from '../../kit/noun/money-amount';
import type { Class } from '../../kit/noun/spec';
import type { RequestContext } from '../../kit/request-context';

interface Parts {
  count: number;
  knownFen: string;
}

/** Null without parts, or where the whole amount is not known. */
export function unexplainedAmount(whole: MoneyAmount, parts: Parts): MoneyAmount | null {
  if (parts.count === 0 || whole.fen === null) return null;
  return MoneyAmount.of(BigInt(whole.fen) - BigInt(parts.knownFen));
}

/** What the parts of a project state they cost; one SQL statement for all projects of a request. */
export function loadParts(context: RequestContext, project: Class, id: string): Promise<Parts> {
  const read = async (ids: readonly string[]) => {
    const { sql, parameters } = inList('p.parentId', ids);
    const rows = await context.manager
      .createQueryBuilder(project, 'p')
      .select('p.parentId', 'parent')
      .addSelect('COUNT(*)', 'count')
      .addSelect('CAST(SUM(p.invested.fen) AS CHAR)', 'fen')
      .where(sql, parameters)
      .groupBy('p.parentId')
      .getRawMany<{ parent: string; count: number | string; fen: string | null }>();
    const byParent = new Map(rows.map((row) => [row.parent, row]));
    return ids.map((each) => ({ count: Number(byParent.get(each)?.count ?? 0), knownFen: byParent.get(each)?.fen ?? '0' }));
  };
  return context.batch('project:parts', () => new DataLoader(read)).load(id);
}
