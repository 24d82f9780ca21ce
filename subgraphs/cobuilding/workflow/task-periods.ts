// Opens the periods of a recurring task: one task for each, made once.
import type { Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { incomplete, invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { AgreementTask } from '../agreement-task/agreement-task';
import { periodsOf, type Period } from '../agreement-task/periods';

/** Of one request; the next request goes on. */
const MOST = 60;

export async function faultInPeriods(step: Step<AgreementTask>): Promise<Refusal | null> {
  const { row } = step;
  if (row.recurrence === null)
    return incomplete({ zh: '这不是周期任务。', en: 'This is no recurring task.' });
  const { id, state, effectiveFrom, effectiveTo } = await agreementOf(step);
  if (state !== 'ACTIVE') return notAllowedInState(id, state, ['ACTIVE']);
  if (!effectiveFrom || !effectiveTo)
    return incomplete({ zh: '协议没有期限。', en: 'The agreement has no term.' });
  if ((await periodsMissing(step)).length <= MOST) return null;
  return invalidInput('until', { zh: `一次最多开 ${MOST} 期。`, en: `${MOST} periods at most at a time.` });
}

export async function openPeriods(step: Step<AgreementTask>): Promise<void> {
  const { row, make } = step;
  const { agreementId, text, textEn, workAreaId, lineOfWork, responsibleId, beneficiaryId } = row;
  const facts = { agreementId, text, textEn, workAreaId, lineOfWork, responsibleId, beneficiaryId };
  for (const period of await periodsMissing(step))
    await make({
      noun: AgreementTask,
      values: {
        ...facts,
        parentId: row.id,
        dueOn: period.lastDay,
        periodText: nameOf(period),
        state: 'PLANNED',
      },
      action: 'openTaskPeriods',
    });
}

async function periodsMissing(step: Step<AgreementTask>): Promise<Period[]> {
  const { manager, row, input, today } = step;
  const { effectiveFrom, effectiveTo } = await agreementOf(step);
  const until = (input.until as string | null | undefined) ?? today;
  const term = { from: effectiveFrom!, to: effectiveTo! };
  const opened = await manager.findBy(AgreementTask, { parentId: row.id });
  const names = new Set(opened.map(({ periodText }) => periodText));
  return periodsOf(row.recurrence!, term, until).filter((period) => !names.has(nameOf(period)));
}

function nameOf({ firstDay, lastDay }: Period): string {
  return `${firstDay} 至 ${lastDay}`;
}

function agreementOf({ manager, row }: Step<AgreementTask>): Promise<CoBuildingAgreement> {
  return manager.findOneByOrFail(CoBuildingAgreement, { id: row.agreementId });
}
