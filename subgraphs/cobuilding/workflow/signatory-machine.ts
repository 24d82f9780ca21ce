// What the sides of an agreement do for themselves: confirm it, send it back, and agree to end it.
import { IsNull } from 'typeorm';
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { named, owner } from '../../kit/workflow/role';
import { alreadyExists, notAllowedInState } from '../../kit/workflow/sentences';
import { AgreementSignatory } from '../agreement/agreement-signatory';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { cancelOpenTasks } from './open-tasks';

const signatory = named<AgreementSignatory>('organizationId', { zh: '该签约方', en: 'that signatory' });

export const signatoryMachine = createMachine<AgreementSignatory>(AgreementSignatory, {
  creations: {
    addAgreementSignatory: {
      description: '在协议草稿中加一个签约方。 Adds a signatory to a draft.',
      under: 'agreementId',
      who: [owner],
      requires: ['organizationId'],
      takes: ['role'],
      check: faultInSignatory,
    },
  },
  transitions: {
    confirmAgreement: {
      description: '签约方确认协议；各方都确认即签署。 A signatory confirms; when all have, it is signed.',
      who: [signatory],
      check: (step) => agreementNotIn(step, ['UNDER_CONFIRMATION']),
      change: ({ today, actor }) => ({ confirmedOn: today, returnedOn: null, signedByOffice: actor.office }),
      effects: signWhenAllConfirmed,
    },
    returnAgreement: {
      description:
        '签约方退回协议，回到草稿，须写原因。 A signatory returns it: a draft again, with a reason.',
      who: [signatory],
      reasonRequired: true,
      check: (step) => agreementNotIn(step, ['UNDER_CONFIRMATION']),
      change: ({ today, input }) => ({
        confirmedOn: null,
        returnedOn: today,
        returnedReason: input.reason as string,
      }),
      effects: async (step) =>
        step.move({
          noun: CoBuildingAgreement,
          row: await agreementOf(step),
          to: 'DRAFT',
          action: 'returnAgreement',
        }),
    },
    agreeToTermination: {
      description:
        '签约方同意提前终止，须写原因；各方都同意即终止，未完的任务取消。 A signatory agrees to end it early, with a reason; when all have, it ends and open tasks are cancelled.',
      who: [signatory],
      reasonRequired: true,
      check: (step) => agreementNotIn(step, ['ACTIVE', 'SUSPENDED']),
      change: ({ today }) => ({ terminationAgreedOn: today }),
      effects: terminateWhenAllAgreed,
    },
    withdrawFromTermination: {
      description: '签约方收回对提前终止的同意。 A signatory takes back that it agreed to end it.',
      who: [signatory],
      check: (step) => agreementNotIn(step, ['ACTIVE', 'SUSPENDED']),
      change: () => ({ terminationAgreedOn: null }),
    },
  },
});

async function faultInSignatory({ manager, parent, row }: Step<AgreementSignatory>): Promise<Refusal | null> {
  const agreement = parent as CoBuildingAgreement;
  if (agreement.state !== 'DRAFT') return notAllowedInState(agreement.id, agreement.state, ['DRAFT']);
  const { agreementId, organizationId } = row;
  const same = await manager.findOneBy(AgreementSignatory, { agreementId, organizationId: organizationId! });
  return (
    same && alreadyExists(same.id, { zh: '此单位已是签约方。', en: 'This organization is a signatory.' })
  );
}

function agreementOf({ manager, row }: Step<AgreementSignatory>): Promise<CoBuildingAgreement> {
  return manager.findOneByOrFail(CoBuildingAgreement, { id: row.agreementId });
}

async function agreementNotIn(step: Step<AgreementSignatory>, allowed: string[]): Promise<Refusal | null> {
  const { id, state } = await agreementOf(step);
  return state !== null && allowed.includes(state) ? null : notAllowedInState(id, state, allowed);
}

async function signWhenAllConfirmed(step: Step<AgreementSignatory>): Promise<void> {
  const { manager, row, today, move } = step;
  if (await manager.existsBy(AgreementSignatory, { agreementId: row.agreementId, confirmedOn: IsNull() }))
    return;
  const agreement = await agreementOf(step);
  const columns = { signedOn: today };
  await move({
    noun: CoBuildingAgreement,
    row: agreement,
    to: 'SIGNED',
    action: 'confirmAgreement',
    columns,
  });
}

async function terminateWhenAllAgreed(step: Step<AgreementSignatory>): Promise<void> {
  const { manager, row, move } = step;
  const { agreementId } = row;
  if (await manager.existsBy(AgreementSignatory, { agreementId, terminationAgreedOn: IsNull() })) return;
  await cancelOpenTasks(step, agreementId);
  const agreement = await agreementOf(step);
  await move({ noun: CoBuildingAgreement, row: agreement, to: 'TERMINATED', action: 'agreeToTermination' });
}
