// A category that resources and needs share, so that one can be matched with the other.
import { Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';

@Noun({
  contract: directory,
  kind: 'resource-category',
  singular: 'resourceCategory',
  plural: 'resourceCategories',
  description:
    '资源类别：资源与需求共用的代码表，可分级。 A category that resources and needs share; categories form a tree.',
  order: 'position',
})
export class ResourceCategory extends Record {
  @Text('代码。 Code.', { required: true, max: 40, filter: true, order: true })
  code!: string;

  @Text('名称。 Name.', { required: true, max: 100 })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 100 })
  nameEn!: string | null;

  @Text('包括什么、不包括什么。 What it covers and what it does not.')
  definition!: string | null;

  @Whole('在代码表中的次序。 Place in the code list.', { required: true, order: true })
  position!: number;

  @Local(() => ResourceCategory, '上级类别。 The broader category.', {
    inverse: { field: 'subcategories', description: '下级类别。 The narrower categories.' },
  })
  parentId!: string | null;
}
