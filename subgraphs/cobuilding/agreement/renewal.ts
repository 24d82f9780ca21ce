// Whether an agreement has been renewed by a later one: derived, as a filter and as a field.
import DataLoader from 'dataloader';
import { condition, inList, type Condition } from '../../kit/sql/condition';
import type { Class } from '../../kit/noun/spec';
import type { RequestContext } from '../../kit/request-context';

/** A renewal that is still being drafted or confirmed renews nothing; a stated one without a state does. */
const IN_EFFECT = (alias: string) => `(${alias}.state IS NULL OR ${alias}.state NOT IN ('DRAFT', 'UNDER_CONFIRMATION'))`;

export function renewedIs(renewed: boolean, alias: string): Condition {
  const renewal = `SELECT 1 FROM cobuilding_agreement r WHERE r.renewsAgreementId = ${alias}.id AND ${IN_EFFECT('r')}`;
  return condition(`${renewed ? '' : 'NOT '}EXISTS (${renewal})`);
}

/** One SQL statement for all agreements of a request. */
export function isRenewed(context: RequestContext, agreement: Class, id: string): Promise<boolean> {
  const read = async (ids: readonly string[]) => {
    const { sql, parameters } = inList('r.renewsAgreementId', ids);
    const rows = await context.manager
      .createQueryBuilder(agreement, 'r')
      .select('DISTINCT r.renewsAgreementId', 'id')
      .where(sql, parameters)
      .andWhere(IN_EFFECT('r'))
      .getRawMany<{ id: string }>();
    const renewed = new Set(rows.map((row) => row.id));
    return ids.map((each) => renewed.has(each));
  };
  return context.batch('agreement:renewed', () => new DataLoader(read)).load(id);
}
