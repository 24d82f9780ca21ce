// The assignments that a resolution makes; for one that becomes a task, the keeper of the agreement is asked to plan it.
import { Field, ID, InputType } from 'type-graphql';
import { badId, parseId } from '../../../schema/id';
import type { Step } from '../../kit/workflow/machine';
import { faultInText } from '../../kit/workflow/read-values';
import type { Refusal } from '../../kit/workflow/refusal';
import { invalidInput } from '../../kit/workflow/sentences';
import { Day } from '../../kit/scalar/scalars';
import { Assignment } from '../assignment/assignment';
import type { Resolution } from '../resolution/resolution';

@InputType({
  description:
    '一项交办：谁办、办什么、何时办完，指向何处。 An assignment: who does what by when, and where it is carried out.',
})
export class AssignmentInput {
  @Field(() => ID, { description: '责任单位。 The responsible organization.' })
  responsibleId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '受益单位，由它确认；未写由召集单位确认。 The beneficiary, which confirms; the convener where none is given.',
  })
  beneficiaryId?: string | null;

  @Field(() => String, { description: '事项，最多 500 字。 What is to be done, at most 500 characters.' })
  text!: string;

  @Field(() => Day, { nullable: true, description: '期限。 Due on.' })
  dueOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '落实它的协议任务。 The agreement task that carries it out.',
  })
  taskId?: string | null;

  @Field(() => ID, { nullable: true, description: '落实它的项目。 The project that carries it out.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: '它要解决的需求。 The need that it answers.' })
  needId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '请此协议的登记方立一项任务来落实。 Have the keeper of this agreement plan a task for it.',
  })
  agreementId?: string | null;
}

const MOST = 50;

export function faultInAssignments({ input }: Step<Resolution>): Refusal | null {
  const assignments = input.assignments as AssignmentInput[];
  if (assignments.length < 1 || assignments.length > MOST)
    return invalidInput('assignments', { zh: `应为 1 至 ${MOST} 项。`, en: `expected 1 to ${MOST}.` });
  return assignments.map(faultIn).find(Boolean) ?? null;
}

/** Throws BAD_ID for a malformed id. */
function faultIn({ text, responsibleId, beneficiaryId, ...targets }: AssignmentInput): Refusal | null {
  const { taskId, projectId, needId, agreementId } = targets;
  const pointed = [taskId, projectId, needId, agreementId].filter((id) => id != null);
  const malformed = [responsibleId, beneficiaryId, ...pointed].find((id) => id != null && !parseId(id));
  if (malformed) throw badId(malformed);
  if (pointed.length > 1)
    return invalidInput('assignments', {
      zh: '一项交办只指向一处：任务、项目、需求或协议。',
      en: 'an assignment points at one place: a task, a project, a need or an agreement.',
    });
  if (responsibleId === beneficiaryId || (agreementId && !beneficiaryId))
    return invalidInput('assignments', {
      zh: '受益单位应写明，且不是责任单位本身。',
      en: 'the beneficiary must be given and not be the responsible one itself.',
    });
  return faultInText('assignments', text, { max: 500, required: true });
}

export async function makeAssignments({ row, input, make, send }: Step<Resolution>): Promise<void> {
  for (const { agreementId, ...assignment } of input.assignments as AssignmentInput[]) {
    const { beneficiaryId = null, dueOn = row.dueOn, ...facts } = assignment;
    const values = { ...facts, beneficiaryId, dueOn, resolutionId: row.id, state: 'ASSIGNED' };
    const assignmentId = await make({ noun: Assignment, values, action: 'assignResolution' });
    const { responsibleId, text } = facts;
    if (agreementId)
      send({
        mutation: 'assignAgreementTask',
        input: { agreementId, assignmentId, responsibleId, beneficiaryId, text, dueOn },
      });
  }
}
