// A service that a station offers, and who provides it.
import { Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, ResourceCategory } from '../contract';
import { ServiceStation } from './service-station';

@Noun({
  contract: cobuilding,
  kind: 'service-item',
  singular: 'serviceItem',
  plural: 'serviceItems',
  description: '服务事项：站点提供的一项服务。 A service that a station offers.',
  order: 'name',
})
export class ServiceItem extends Record {
  @Local(() => ServiceStation, '站点。 The station.', {
    required: true,
    inverse: { field: 'items', description: '服务事项。 Its services.' },
  })
  stationId!: string;

  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Foreign(() => ResourceCategory, '类别。 Category.', { filter: true })
  categoryId!: string | null;

  @Foreign(() => Organization, '提供单位（服务商）；站点自办或未列名为空。 The provider; null when the station serves by itself or it is not named.', {
    inverse: { field: 'providedServiceItems', description: '本单位在各站点提供的服务。 Services that this organization provides at stations, anywhere.' },
  })
  providerId!: string | null;

  @Text('来源所述的提供方（未列名时）。 The provider as the source words it, when it is not named.', { max: 100 })
  providerText!: string | null;

  @Text('办理时间；空为站点的开放时间。 Hours; null means those of the station.', { max: 200 })
  hours!: string | null;

  @Text('适用对象（只说类别，不记个人）。 Whom it is for, as a class, never persons.', { max: 200 })
  audienceText!: string | null;
}
