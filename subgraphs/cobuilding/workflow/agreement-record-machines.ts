// What may be entered beside an agreement: amendments that all its signatories confirm, and evaluations.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner, type Role } from '../../kit/workflow/role';
import { alreadyExists, invalidInput, notAllowed, notAllowedInState } from '../../kit/workflow/sentences';
import { WorkflowStep } from '../../kit/workflow/workflow-step';
import { AgreementAmendment } from '../agreement/agreement-amendment';
import { AgreementSignatory } from '../agreement/agreement-signatory';
import type { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { Evaluation } from '../agreement/evaluation';

const IN_EFFECT = ['SIGNED', 'ACTIVE', 'SUSPENDED'];
const ENDED_OR_ACTIVE = ['ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'];
/** Its signatories are rows of their own, so `lackOfSignature` looks. */
const anySignatory: Role = { zh: '签约方', en: 'a signatory', holds: () => true };
const CONFIRM = 'confirmAgreementAmendment';

export const amendmentMachine = createMachine<AgreementAmendment>(AgreementAmendment, {
  creations: {
    proposeAgreementAmendment: {
      description:
        '提出变更；原文不动，各方都确认才算。 Proposes an amendment; the signed text stays, and it holds when all signatories have confirmed.',
      under: 'agreementId',
      who: [owner],
      takes: ['text', 'effectiveFrom'],
      check: ({ parent }) => notIn(parent as CoBuildingAgreement, IN_EFFECT),
      change: ({ input }) => ({ reason: (input.reason as string | undefined) ?? null }),
    },
  },
  transitions: {
    [CONFIRM]: {
      description: '签约方确认变更。 A signatory confirms an amendment; once all have, it is agreed.',
      who: [anySignatory],
      check: faultInConfirmation,
      change: async (step) => ((await isLastToConfirm(step)) ? { agreedOn: step.today } : {}),
    },
  },
});

export const evaluationMachine = createMachine<Evaluation>(Evaluation, {
  creations: {
    evaluateAgreement: {
      description: '登记协议的年度评价。 Enters the evaluation of an agreement for a year.',
      under: 'agreementId',
      who: [owner],
      takes: ['year', 'score', 'fullScore', 'grade', 'text'],
      check: faultInEvaluation,
      change: ({ actor, today }) => ({ evaluatorId: actor.organization, evaluatedOn: today }),
    },
  },
  transitions: {},
});

function notIn({ id, state }: CoBuildingAgreement, allowed: string[]): Refusal | null {
  return state !== null && allowed.includes(state) ? null : notAllowedInState(id, state, allowed);
}

async function faultInConfirmation(step: Step<AgreementAmendment>): Promise<Refusal | null> {
  const { row, actor } = step;
  const signatories = await signatoriesOf(step);
  if (!signatories.includes(actor.organization)) return notAllowed([anySignatory]);
  if (!(await confirmedBy(step)).has(actor.organization)) return null;
  return alreadyExists(row.id, { zh: '本单位已确认过。', en: 'Your organization has confirmed it.' });
}

async function isLastToConfirm(step: Step<AgreementAmendment>): Promise<boolean> {
  const confirmed = (await confirmedBy(step)).add(step.actor.organization);
  return (await signatoriesOf(step)).every((id) => id !== null && confirmed.has(id));
}

async function signatoriesOf({ manager, row }: Step<AgreementAmendment>): Promise<(string | null)[]> {
  const signatories = await manager.findBy(AgreementSignatory, { agreementId: row.agreementId });
  return signatories.map(({ organizationId }) => organizationId);
}

/** Its history tells who has. */
async function confirmedBy({ manager, row }: Step<AgreementAmendment>): Promise<Set<string>> {
  const steps = await manager.findBy(WorkflowStep, { rowId: row.id, action: CONFIRM });
  return new Set(steps.map(({ organization }) => organization));
}

async function faultInEvaluation({ manager, row, parent }: Step<Evaluation>): Promise<Refusal | null> {
  const early = notIn(parent as CoBuildingAgreement, ENDED_OR_ACTIVE);
  if (early) return early;
  const { score, fullScore, agreementId, year } = row;
  if (score != null && fullScore != null && score > fullScore)
    return invalidInput('score', { zh: '不应高于满分。', en: 'it may not exceed the full score.' });
  const same = await manager.findOneBy(Evaluation, { agreementId, year });
  return same && alreadyExists(same.id, { zh: '此年度已评价。', en: 'It was evaluated for this year.' });
}
