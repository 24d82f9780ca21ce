// A venue, equipment, team or service that an organization opens to others.
import { Choice, Flag, Text, Texts, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign } from '../../kit/noun/references';
import { Record, ResourceCategory, UnitGroup, sharing } from '../contract';
import { HolidayRule, ResourceKind, ResourceState } from './resource-choices';
import { canTakeDuring, type Vacancy, VacancyInput } from './vacancy';

@Noun({
  contract: sharing,
  kind: 'resource',
  singular: 'sharedResource',
  plural: 'sharedResources',
  description: '共享资源：一个单位向别家开放的场地、设备、队伍或服务。 A venue, equipment, team or service that an organization opens to others.',
  order: 'name',
  drafts: { states: ['DRAFT'], readers: 'owner' },
  owned: { field: 'sharedResources', summary: 'sharedResourceSummary', description: '本单位开放的资源。 Resources that this organization opens to others.' },
  terms: {
    vacancy: {
      type: () => VacancyInput,
      description: '在给定时段开放、且还容得下这些人。 Open during a time and with room for that many people.',
      where: (vacancy: Vacancy, alias, { today }) => canTakeDuring(vacancy, alias, today),
    },
  },
})
export class SharedResource extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Choice(() => ResourceKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof ResourceKind;

  @Choice(() => ResourceState, '状态；来源未说明是否开放时为空。 State; null when the source does not say whether it is open.', { filter: true, dimension: true })
  state!: keyof typeof ResourceState | null;

  @Foreign(() => ResourceCategory, '类别（与需求共用）。 Category, shared with needs.', {
    filter: true,
    dimension: true,
    inverse: { field: 'sharedResources', summary: 'sharedResourceSummary', description: '此类别的资源。 Resources of this category.' },
  })
  categoryId!: string | null;

  @Flag('来源写明了归属；否则显示“原文未写明”。 The source states the owner; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @Foreign(() => UnitGroup, '提供方是一组未列名的单位。 Provided by a group of unnamed units.')
  unitGroupId!: string | null;

  @Flag('同一时间只借给一家；否则按容量。 Lent to one at a time; else up to its capacity.', { required: true })
  exclusive!: boolean;

  @Whole('容量，人。 Capacity in people.', { filter: true, order: true })
  capacity!: number | null;

  @Choice(() => HolidayRule, '节假日规则。 Rule for public holidays.')
  holidayRule!: keyof typeof HolidayRule | null;

  @Flag('遇重大活动可收回。 May be revoked for a major event.', { required: true })
  revocable!: boolean;

  @Text('允许的用途。 Allowed use.')
  allowedUse!: string | null;

  @Text('来源所述的开放时间。 Opening times as the source words them.')
  openingText!: string | null;

  @Whole('来源所述数量。 Quantity as stated.')
  statedQuantity!: number | null;

  @Text('数量的单位。 Unit of measure of the quantity.', { max: 40 })
  unitOfMeasure!: string | null;

  @Whole('来源所述面积，平方米。 Area as stated, in square metres.')
  statedAreaM2!: number | null;

  @Flag('面积是下限。 The area is a lower bound.', { required: true })
  statedAreaIsMinimum!: boolean;

  @Texts('标签。 Tags.')
  tags!: string[];
}
