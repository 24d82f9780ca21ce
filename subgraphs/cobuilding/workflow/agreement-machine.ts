// What may be done with a co-building agreement, by the organization that keeps it; its signatories confirm for themselves.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { incomplete, invalidInput, notAllowedInState, tooEarly, tooLate } from '../../kit/workflow/sentences';
import { AgreementState } from '../agreement/agreement-choices';
import { AgreementSignatory } from '../agreement/agreement-signatory';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { Evaluation } from '../agreement/evaluation';
import { AgreementTask } from '../agreement-task/agreement-task';

const who = [owner];
const FACTS = [
  'title',
  'titleEn',
  'kind',
  'effectiveFrom',
  'effectiveTo',
  'purpose',
  'conferenceId',
  'renewsAgreementId',
] as const;
const RENEWABLE = ['SIGNED', 'ACTIVE', 'SUSPENDED', 'EXPIRED'];

export const agreementMachine = createMachine<CoBuildingAgreement>(CoBuildingAgreement, {
  states: AgreementState,
  // They follow from what the signatories confirm.
  followed: ['SIGNED', 'TERMINATED'],
  creations: {
    createCoBuildingAgreement: {
      description:
        '起草共建协议；续签另立一份，注明所续签的。 Drafts an agreement; a renewal is an agreement of its own that names the one it renews.',
      to: 'DRAFT',
      who,
      takes: FACTS,
      check: faultInFacts,
      change: () => ({ ownerStated: true }),
    },
  },
  transitions: {
    updateCoBuildingAgreement: {
      description:
        '修改草稿；提交后的变更另立一条。 Changes a draft; what was submitted is changed by an amendment.',
      from: ['DRAFT'],
      who,
      takes: FACTS,
      check: faultInFacts,
    },
    submitCoBuildingAgreement: {
      description:
        '提交各方确认：至少两个签约方、期限和一项任务。 Submits it to its signatories: two of them or more, a term and a task.',
      from: ['DRAFT'],
      to: 'UNDER_CONFIRMATION',
      who,
      check: lackOfAgreement,
      effects: askAnew,
    },
    activateCoBuildingAgreement: {
      description: '自生效日起生效。 Puts a signed agreement in force, from its day.',
      from: ['SIGNED'],
      to: 'ACTIVE',
      who,
      check: outsideTerm,
    },
    suspendCoBuildingAgreement: {
      description: '中止协议，须写原因。 Suspends an agreement, with a reason.',
      from: ['ACTIVE'],
      to: 'SUSPENDED',
      who,
      reasonRequired: true,
    },
    resumeCoBuildingAgreement: {
      description: '恢复协议。 Puts a suspended agreement in force again.',
      from: ['SUSPENDED'],
      to: 'ACTIVE',
      who,
      check: outsideTerm,
    },
    expireCoBuildingAgreement: {
      description: '登记到期，到期日之后办理。 Records that it has expired, after its last day.',
      from: ['ACTIVE', 'SUSPENDED'],
      to: 'EXPIRED',
      who,
      check: beforeItsEnd,
    },
    archiveCoBuildingAgreement: {
      description: '评价后归档。 Archives an agreement that was evaluated.',
      from: ['EXPIRED', 'TERMINATED'],
      to: 'ARCHIVED',
      who,
      check: lackOfEvaluation,
    },
  },
});

async function faultInFacts({ manager, row, values }: Step<CoBuildingAgreement>): Promise<Refusal | null> {
  const { effectiveFrom, effectiveTo, renewsAgreementId } = { ...row, ...values };
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
    return invalidInput('effectiveTo', {
      zh: '到期日不应早于生效日。',
      en: 'the last day may not come before the first.',
    });
  if (!values.renewsAgreementId || !renewsAgreementId) return null;
  const renewed = await manager.findOneByOrFail(CoBuildingAgreement, { id: renewsAgreementId });
  if (renewed.state !== null && RENEWABLE.includes(renewed.state) && renewed.id !== row.id) return null;
  return notAllowedInState(renewed.id, renewed.state, RENEWABLE);
}

async function lackOfAgreement({ manager, row }: Step<CoBuildingAgreement>): Promise<Refusal | null> {
  if (!row.effectiveFrom || !row.effectiveTo)
    return incomplete({ zh: '先写明生效日和到期日。', en: 'State its first and last day first.' });
  const of = { agreementId: row.id };
  if ((await manager.countBy(AgreementSignatory, of)) < 2)
    return incomplete({ zh: '至少要有两个签约方。', en: 'It needs two signatories or more.' });
  if (await manager.existsBy(AgreementTask, of)) return null;
  return incomplete({ zh: '至少要有一项任务。', en: 'It needs a task or more.' });
}

/** A draft may have changed since somebody confirmed it, so everybody is asked. */
async function askAnew({ manager, row, now }: Step<CoBuildingAgreement>): Promise<void> {
  const unasked = { confirmedOn: null, returnedOn: null, returnedReason: null, signedByOffice: null };
  await manager
    .createQueryBuilder()
    .update(AgreementSignatory)
    .set({ ...unasked, updatedAt: now, version: () => 'version + 1' } as never)
    .where('agreementId = :id', { id: row.id })
    .execute();
}

function outsideTerm({ row, today }: Step<CoBuildingAgreement>): Refusal | null {
  const { effectiveFrom, effectiveTo } = row;
  if (effectiveFrom !== null && today < effectiveFrom)
    return tooEarly(effectiveFrom, { zh: '还没有到生效日。', en: 'Its first day has not come yet.' });
  if (effectiveTo === null || today <= effectiveTo) return null;
  return tooLate(effectiveTo, {
    zh: '已过到期日；请登记到期。',
    en: 'Its last day has passed; let it expire.',
  });
}

function beforeItsEnd({ row, today }: Step<CoBuildingAgreement>): Refusal | null {
  if (row.effectiveTo !== null && row.effectiveTo < today) return null;
  return tooEarly(row.effectiveTo, { zh: '还没有过到期日。', en: 'Its last day has not passed yet.' });
}

async function lackOfEvaluation({ manager, row }: Step<CoBuildingAgreement>): Promise<Refusal | null> {
  if (await manager.existsBy(Evaluation, { agreementId: row.id })) return null;
  return incomplete({ zh: '先登记一次评价。', en: 'It has to be evaluated first.' });
}
