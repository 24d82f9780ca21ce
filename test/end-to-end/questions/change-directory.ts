// Changes the names that many answers show, and the doubts of question 25.
import { Organization } from '../../../subgraphs/directory/organization/organization';
import { DataQualityNote } from '../../../subgraphs/directory/source-document/data-quality-note';
import type { Hand } from './hand';

/** The names that many answers show, and the doubts of question 25. */
export async function changeDirectory({ copy, change, remove, first }: Hand): Promise<void> {
  await change(
    Organization,
    first('directory_organization', ({ id }) => id === 'demo-community'),
    { name: '改名社区' },
  );
  const doubt = first('directory_data_quality_note');
  await copy(DataQualityNote, doubt, { text: '新的疑点', sourceKey: 'dq-new' });
  await remove(DataQualityNote, doubt);
}
