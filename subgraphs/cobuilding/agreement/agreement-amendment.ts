// A change of an agreement. The text that was signed stays as it was.
import { DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { cobuilding, Record } from '../contract';
import { CoBuildingAgreement } from './co-building-agreement';

@Noun({
  contract: cobuilding,
  kind: 'agreement-amendment',
  singular: 'agreementAmendment',
  plural: 'agreementAmendments',
  description: '协议变更：另立一条，原文不动。 An amendment of an agreement; the text that was signed stays.',
  order: 'agreedOn',
  partOf: 'agreementId',
})
export class AgreementAmendment extends Record {
  @Local(() => CoBuildingAgreement, '所变更的协议。 The agreement that it changes.', {
    required: true,
    inverse: { field: 'amendments', description: '变更。 Its amendments.' },
  })
  agreementId!: string;

  @Text('变更内容。 What is changed.', { required: true, max: 1000 })
  text!: string;

  @Text('原因。 Reason.')
  reason!: string | null;

  @DayOf('各方同意的日期。 The day on which all sides agreed.', { filter: true, order: true })
  agreedOn!: string | null;

  @DayOf('自此日起有效。 In force from.')
  effectiveFrom!: string | null;
}
