// Goods that an organization gives to a station. Who receives them is never kept.
import { DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, UnitGroup } from '../contract';
import { ServiceStation } from './service-station';

@Noun({
  contract: cobuilding,
  kind: 'goods-donation',
  singular: 'goodsDonation',
  plural: 'goodsDonations',
  description: '物资捐赠：单位捐给站点的物资；不记受助人。 Goods given to a station by an organization; who receives them is never kept.',
  order: 'donatedOn',
})
export class GoodsDonation extends Record {
  @Local(() => ServiceStation, '接收的站点。 The station that takes them.', {
    required: true,
    dimension: true,
    inverse: { field: 'donations', summary: 'donationSummary', description: '收到的物资。 Goods given to it.' },
  })
  stationId!: string;

  @Foreign(() => Organization, '捐赠单位。 The organization that gives.', {
    dimension: true,
    inverse: { field: 'goodsDonations', summary: 'goodsDonationSummary', description: '本单位捐赠的物资，在各家。 Goods that this organization gave, anywhere.' },
  })
  donorId!: string | null;

  @Foreign(() => UnitGroup, '捐赠方是一组未列名的单位。 A group of unnamed units gives.', { filter: true })
  unitGroupId!: string | null;

  @Text('物资。 The goods.', { required: true, max: 200 })
  goods!: string;

  @Whole('数量。 Quantity.', { sum: true, per: 'unitOfMeasure' })
  quantity!: number | null;

  @Text('数量的单位。 Unit of measure of the quantity.', { max: 40, filter: true, dimension: true })
  unitOfMeasure!: string | null;

  @DayOf('捐赠日期。 Given on.', { filter: true, order: true })
  donatedOn!: string | null;
}
