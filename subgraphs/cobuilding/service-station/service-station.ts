// A place where organizations serve residents: a centre, a hall, a window.
import { Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { cobuilding, Record } from '../contract';
import { Office } from '../office/office';

@Noun({
  contract: cobuilding,
  kind: 'service-station',
  singular: 'serviceStation',
  plural: 'serviceStations',
  description: '服务站点：中心、大厅、窗口、驿站。不记服务对象个人。 A place of service: a centre, a hall, a window. It keeps nothing on those served.',
  order: 'name',
  owned: { field: 'serviceStations', description: '本单位的服务站点。 Service stations of this organization.' },
})
export class ServiceStation extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Flag('来源写明了归属；否则显示“原文未写明”。 The source states the owner; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @Text('开放时间。 Opening hours.', { max: 200 })
  openingHours!: string | null;

  @Text('地点（公共场所）。 Place, a public one.', { max: 200 })
  place!: string | null;

  @Local(() => Office, '负责的岗位，办公电话见该岗位。 The office in charge, with its office telephone.', { filter: true })
  officeId!: string | null;

  @Whole('来源所述站点或平台数。 Number of stations or platforms as stated.')
  statedCount!: number | null;

  @Flag('数目在来源中被遮盖。 The number is masked in the source.', { required: true })
  masked!: boolean;

  @Whole('来源所述服务事项数。 Number of services as stated.')
  statedServiceCount!: number | null;

  @Flag('所述事项数是下限。 The stated number of services is a lower bound.', { required: true })
  statedServiceCountIsMinimum!: boolean;

  @Whole('来源所述服务方案数。 Number of service schemes as stated.')
  statedSchemes!: number | null;
}
