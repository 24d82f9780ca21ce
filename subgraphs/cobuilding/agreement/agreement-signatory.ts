// One side of an agreement. Whoever confirms it does so here; one return sends the agreement back.
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { condition, type Condition } from '../../kit/sql/condition';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, UnitGroup } from '../contract';
import { AgreementState, SignatoryRole } from './agreement-choices';
import { CoBuildingAgreement } from './co-building-agreement';

@Noun({
  contract: cobuilding,
  kind: 'agreement-signatory',
  singular: 'agreementSignatory',
  plural: 'agreementSignatories',
  description: '签约方：协议的一方。 One side of an agreement.',
  order: 'confirmedOn',
  partOf: 'agreementId',
  terms: {
    agreementState: {
      type: () => [AgreementState],
      description: '所签协议处于这些状态之一。 The agreement is in one of these states.',
      where: (states: string[], alias) => agreementStateIn(states, alias),
    },
  },
})
export class AgreementSignatory extends Record {
  @Local(() => CoBuildingAgreement, '所签的协议。 The agreement.', {
    required: true,
    inverse: { field: 'signatories', description: '签约各方。 Its signatories.' },
  })
  agreementId!: string;

  @Foreign(() => Organization, '签约单位；未列名的一组单位见 unitGroup。 The organization; for a group of unnamed units see unitGroup.', {
    dimension: true,
    inverse: {
      field: 'agreementSignatures',
      summary: 'agreementSignatureSummary',
      description: '本单位签署的共建协议，在各家；用 agreementState 筛出有效的。 Agreements that this organization signed, anywhere; agreementState picks those in force.',
    },
  })
  organizationId!: string | null;

  @Foreign(() => UnitGroup, '签约方是一组未列名的单位。 A group of unnamed units signed.', { filter: true })
  unitGroupId!: string | null;

  @Choice(() => SignatoryRole, '角色。 Role.', { filter: true, dimension: true })
  role!: keyof typeof SignatoryRole | null;

  @DayOf('确认日期；未确认为空。 Confirmed on; null before.', { filter: true, order: true })
  confirmedOn!: string | null;

  @DayOf('退回日期。 Returned on.', { filter: true })
  returnedOn!: string | null;

  @Text('退回的原因。 Why it was returned.')
  returnedReason!: string | null;

  @DayOf('同意提前终止的日期；未同意为空。 Agreed on this day to end it early; null when not.')
  terminationAgreedOn!: string | null;

  @Text('代表签署的岗位（不记人名）。 The office that signs; never a name.', { max: 100 })
  signedByOffice!: string | null;
}

export function agreementStateIn(states: string[], alias: string): Condition {
  if (states.length === 0) return condition('1 = 0');
  return condition(`EXISTS (SELECT 1 FROM cobuilding_agreement a WHERE a.id = ${alias}.agreementId AND a.state IN (?))`, states);
}
