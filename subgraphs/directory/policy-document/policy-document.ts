// A document that co-building rests on: an opinion, a charter, a set of rules.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Organization } from '../organization/organization';
import { Record } from '../source-document/source-document';

export const PolicyDocumentKind = createChoice(
  'PolicyDocumentKind',
  '依据文件的种类。 Kind of a policy document.',
  {
    OPINION: '意见、实施意见。 An opinion on how to carry something out.',
    CHARTER_AND_RULES: '章程、制度汇编。 A charter or a set of rules.',
    NOTICE: '通知。 A notice.',
    OTHER: '其他。 Another kind.',
  },
);

@Noun({
  contract: directory,
  kind: 'policy-document',
  singular: 'policyDocument',
  plural: 'policyDocuments',
  description:
    '依据文件：有文号、日期和抄送单位的文件，或共建所依据的制度。 A policy document: with its number, days and copies, or the rules that co-building rests on.',
  order: 'issuedOn',
})
export class PolicyDocument extends Record {
  @Text('题名。 Title.', { required: true, max: 300 })
  title!: string;

  @Text('英文题名。 Title in English.', { max: 300 })
  titleEn!: string | null;

  @Choice(() => PolicyDocumentKind, '种类。 Kind.', { required: true, filter: true })
  kind!: keyof typeof PolicyDocumentKind;

  @Text('文号。 Document number.', { max: 80, filter: true })
  documentNumber!: string | null;

  @Text('版本。 Version.', { max: 40 })
  version!: string | null;

  @DayOf('签发日期。 Signed on.', { filter: true })
  signedOn!: string | null;

  @DayOf('印发日期。 Issued on.', { filter: true, order: true })
  issuedOn!: string | null;

  @Local(() => Organization, '发文单位。 The organization that issued it.', {
    inverse: {
      field: 'issuedDocuments',
      description: '本单位印发的文件。 Documents that this organization issued.',
    },
  })
  issuerId!: string | null;
}
