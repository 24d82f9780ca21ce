// The steps that a row has taken, oldest first; written once and never changed.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { MAX_ID, MAX_WORD } from '../../../schema/id';
import { groupBy } from '../group-by';
import { guardField, MEMBERS_ONLY } from '../identity/readers';
import { defineMethod } from '../noun/define-method';
import { specOf, type Class } from '../noun/spec';
import { createBatch, type RequestContext } from '../request-context';
import { DateTime } from '../scalar/scalars';
import { inList } from '../sql/condition';

@Directive('@shareable')
@ObjectType({
  description: '办理记录：一行走过的一步。 One step that a row has taken.',
  simpleResolvers: true,
})
@Entity('workflow_step')
@Index(['rowId', 'version'], { unique: true })
@Index(['home', 'id'])
export class WorkflowStep {
  @PrimaryColumn({ type: 'varchar', length: MAX_ID })
  id!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  home!: string;

  @Column({ type: 'varchar', length: MAX_ID })
  rowId!: string;

  @Column({ type: 'varchar', length: 60 })
  @Field(() => String, { description: '办理的操作名。 Name of the mutation.' })
  action!: string;

  @Column({ type: 'varchar', length: 40, nullable: true })
  @Field(() => String, { nullable: true, description: '办理前的状态。 State before.' })
  fromState!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  @Field(() => String, { nullable: true, description: '办理后的状态。 State after.' })
  toState!: string | null;

  @Column({ type: 'int' })
  @Field(() => Int, { description: '办理后的版本。 Version after.' })
  version!: number;

  @Column({ type: 'varchar', length: 24 })
  @Field(() => DateTime, { description: '时间。 When.' })
  at!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  @Field(() => ID, { description: '办理单位的编号。 Id of the organization.' })
  organization!: string;

  @Column({ type: 'varchar', length: 100 })
  @Field(() => String, { description: '办理的岗位，不记人名。 The office, never a name.' })
  office!: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  @Field(() => String, { nullable: true, description: '原因。 Reason.' })
  reason!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  @Directive(MEMBERS_ONLY)
  @Field(() => String, {
    nullable: true,
    description:
      '岗位确认文字中看似人名的不是个人信息的理由；无需确认为空。 Why the office confirmed that what looks like a name is no personal data; null where nothing did.',
  })
  confirmedNoPersonalData!: string | null;
}

/** Gives a noun with a machine its history. */
export function defineSteps(noun: Class): void {
  const spec = specOf(noun);
  const readers = spec.readers.steps;
  defineMethod<{ id: string }>(noun, 'steps', {
    type: () => [WorkflowStep],
    description: '办理记录，由早到晚。 The steps it has taken, oldest first.',
    directives: readers && [MEMBERS_ONLY],
    resolve: (row, context) => {
      if (readers) guardField(spec, { field: 'steps', readers }, row, context);
      const steps = context.batch('steps', () => createBatch((ids: readonly string[]) => readSteps(context, ids)));
      return steps.load(row.id);
    },
  });
}

/** Law: one list for each row, by position. */
async function readSteps({ manager }: RequestContext, ids: readonly string[]): Promise<WorkflowStep[][]> {
  const { sql, parameters } = inList('t.rowId', ids);
  const steps = await manager
    .createQueryBuilder(WorkflowStep, 't')
    .where(sql, parameters)
    .orderBy('t.version')
    .getMany();
  const byRow = groupBy(steps, ({ rowId }) => rowId);
  return ids.map((id) => byRow.get(id) ?? []);
}
