// A document that the facts of this graph are stated in, and the base class of every row of the directory.
import { Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { createRecord } from '../../kit/record';
import { directory } from '../contract';

/** Rows of the directory have one owner, the street, so they name none. */
export const Record = createRecord(directory, { document: () => SourceDocument });

@Noun({
  contract: directory,
  kind: 'source-document',
  singular: 'sourceDocument',
  plural: 'sourceDocuments',
  description: '来源文件：图中事实所依据的文件。 A document that facts of this graph are stated in.',
  order: 'fileKey',
})
export class SourceDocument extends Record {
  @Text('题名。 Title.', { required: true, max: 300 })
  title!: string;

  @Text('英文题名。 Title in English.', { max: 300 })
  titleEn!: string | null;

  @Text('文件的键，来源资料中的文件名。 Key of the file: its name in the source material.', {
    required: true,
    max: 80,
    filter: true,
    order: true,
  })
  fileKey!: string;
}
