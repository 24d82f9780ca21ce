// A copy of a policy document that was sent to an organization (抄送).
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Organization } from '../organization/organization';
import { Record } from '../source-document/source-document';
import { PolicyDocument } from './policy-document';

@Noun({
  contract: directory,
  kind: 'policy-document-copy',
  singular: 'policyDocumentCopy',
  plural: 'policyDocumentCopies',
  description: '抄送：一份文件抄送给一个单位。 A copy of a document, sent to an organization.',
  order: 'organizationId',
})
export class PolicyDocumentCopy extends Record {
  @Local(() => PolicyDocument, '所抄送的文件。 The document.', {
    required: true,
    inverse: { field: 'copiesTo', description: '抄送的单位。 The organizations that got a copy.' },
  })
  documentId!: string;

  @Local(() => Organization, '收到抄送的单位。 The organization that got the copy.', {
    required: true,
    order: true,
    inverse: {
      field: 'receivedDocumentCopies',
      description: '抄送给本单位的文件。 Copies of documents that were sent to this organization.',
    },
  })
  organizationId!: string;
}
