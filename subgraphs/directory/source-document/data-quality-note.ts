// A known doubt about what a source document says. It is shown beside the figures, never repaired.
import { Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Record, SourceDocument } from './source-document';

@Noun({
  contract: directory,
  kind: 'data-quality-note',
  singular: 'dataQualityNote',
  plural: 'dataQualityNotes',
  description:
    '数据疑点：来源文件中的矛盾、遮盖或乱码，照原样展示，不作修补。 A known doubt about a source: a contradiction, a masked figure, a garbled text; shown as it is.',
  order: 'documentId',
})
export class DataQualityNote extends Record {
  @Local(() => SourceDocument, '有疑点的来源文件。 The document in doubt.', {
    required: true,
    order: true,
    inverse: {
      field: 'dataQualityNotes',
      description: '此文件的已知疑点。 Known doubts about this document.',
    },
  })
  documentId!: string;

  @Text('疑点。 The doubt.', { required: true, max: 1000 })
  text!: string;

  @Text('英文。 In English.', { max: 1000 })
  textEn!: string | null;
}
