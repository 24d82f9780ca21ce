// What every connection shares: the flags of a page and the coverage of a list that many homes hold.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { compareCodePoints } from '../../../schema/code-point-order';
import { createChoice } from '../noun/choice';
import { DateTime } from '../scalar/scalars';

@Directive('@shareable')
@ObjectType({ description: '一页的前后情况（Relay）。 What lies before and after a page (Relay).', simpleResolvers: true })
export class PageInfo {
  @Field({ description: '本页之后还有符合条件的行。 A matching row exists after this page.' })
  hasNextPage!: boolean;
  @Field({ description: '本页之前还有符合条件的行。 A matching row exists before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: '本页第一行的游标。 Cursor of the first row.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: '本页最后一行的游标。 Cursor of the last row.' })
  endCursor!: string | null;
}

export const MissingReason = createChoice('MissingReason', '一个单位为何缺数。 Why an organization is missing from a figure.', {
  UNREACHABLE: '没有应答。 It did not answer.',
  NOT_JOINED: '在名录中，但尚未接入。 In the directory, but nobody serves its data yet.',
  INVALID_ANSWER: '应答不合约定，错误的行已剔除，其数不计。 Its answer broke the contract: faulty rows were dropped and its counts left out.',
});

@Directive('@shareable')
@ObjectType({ description: '缺数的单位。 An organization that is missing from a figure.', simpleResolvers: true })
export class MissingHome {
  @Field(() => ID, { description: '单位的编号。 Id of the organization.' })
  home!: string;
  @Field(() => MissingReason, { description: '原因。 The reason.' })
  reason!: keyof typeof MissingReason;
}

@Directive('@shareable')
@ObjectType({ description: '一个数字问了哪些单位、谁答了、截至何时。 Whom a figure asked, who answered, and as of when.', simpleResolvers: true })
export class Coverage {
  @Field({ description: '所问单位全部应答。 Every organization that was asked has answered.' })
  complete!: boolean;
  @Field(() => DateTime, { description: '截至时间。 As of.' })
  asOf!: string;
  @Field(() => Int, { description: '所问的单位数。 Organizations asked.' })
  asked!: number;
  @Field(() => Int, { description: '应答的单位数。 Organizations that answered.' })
  answered!: number;
  @Field(() => [MissingHome], { description: '缺数的单位，按编号排列。 Those missing, by id.' })
  missing!: MissingHome[];
}

/** Coverage of what one shard answers by itself: of the homes that it is asked about, by default all, those that it holds. */
export function ownCoverage(now: string, held: readonly string[], asked?: readonly string[] | null): Coverage {
  const homes = [...new Set(asked ?? held)].sort(compareCodePoints);
  const missing = homes.filter((home) => !held.includes(home)).map((home) => ({ home, reason: MissingReason.NOT_JOINED }));
  return { complete: missing.length === 0, asOf: now, asked: homes.length, answered: homes.length - missing.length, missing };
}
