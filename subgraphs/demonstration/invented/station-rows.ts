// Made-up service stations with their services and providers, goods that were given, an office and a pairing.
import { Office } from '../../cobuilding/office/office';
import { OrganizationPairing } from '../../cobuilding/organization-pairing/organization-pairing';
import { GoodsDonation } from '../../cobuilding/service-station/goods-donation';
import { ServiceItem } from '../../cobuilding/service-station/service-item';
import { ServiceStation } from '../../cobuilding/service-station/service-station';
import { addDays } from '../../kit/clock';
import { STREET, type Row } from '../rows';
import { inventedId, type Make } from './make-row';

/** home, name, English, hours, place */
const STATIONS = [
  ['demo-community', '示例社区服务站', 'Service station of the demonstration community', '周一至周六 9:00—17:00', '示例社区一层大厅'],
  ['yili-rc', '共建便民服务点', 'Co-building service point', '周一、周三、周五 9:00—18:00', '共享阅览室'],
] as const;

/** home, name, English, provider, hours */
const ITEMS = [
  ['demo-community', '缴费咨询', 'Advice on payments', 'demo-bank', '周二、周四 14:00—16:00'],
  ['demo-community', '家电维修', 'Repair of appliances', 'demo-property', '周六 9:00—12:00'],
  ['demo-community', '课后看护', 'After-school care', 'demo-school', '周一至周五 16:30—18:00'],
  ['demo-community', '政策咨询', 'Advice on policies', null, null],
  ['yili-rc', '缴费终端使用辅导', 'Help with the payment terminal', 'bob-sjc', '周三 10:00—12:00'],
] as const;

/** donor, goods, quantity, unit, days ago */
const GOODS = [
  ['demo-bank', '生活用品', 120, '件', 35],
  ['demo-school', '图书', 260, '册', 62],
] as const;

export function inventedStationRows(make: Make, today: string): Row[] {
  return [...officeRows(make, today), ...stationRows(make), ...itemRows(make), ...goodsRows(make, today), pairingRow(make, today)];
}

function officeRows(make: Make, today: string): Row[] {
  return [
    make(Office, 'demo-community', 'office:station', { title: '服务站值班岗', titleEn: 'Duty office of the station', kind: 'SERVICE_POST', organizationId: 'demo-community', duties: '受理并转办共建服务事项' }),
    make(Office, STREET, 'office:instructor', {
      title: '驻社区指导员', titleEn: 'Community instructor', kind: 'COMMUNITY_INSTRUCTOR', organizationId: STREET, linkedCommunityId: 'demo-community', validFrom: addDays(today, -240),
    }),
  ];
}

function stationId(home: string): string {
  return inventedId(ServiceStation, home, 'station');
}

function stationRows(make: Make): Row[] {
  return STATIONS.map(([home, name, nameEn, openingHours, place]) =>
    make(ServiceStation, home, 'station', {
      name, nameEn, openingHours, place,
      ownerStated: true,
      officeId: home === 'demo-community' ? inventedId(Office, home, 'office:station') : null,
      masked: false,
      statedServiceCountIsMinimum: false,
    }),
  );
}

function itemRows(make: Make): Row[] {
  return ITEMS.map(([home, name, nameEn, providerId, hours], i) => make(ServiceItem, home, `item:${i}`, { stationId: stationId(home), name, nameEn, providerId, hours, audienceText: '社区居民' }));
}

function goodsRows(make: Make, today: string): Row[] {
  return GOODS.map(([donorId, goods, quantity, unitOfMeasure, daysAgo]) =>
    make(GoodsDonation, 'demo-community', `goods:${donorId}`, { stationId: stationId('demo-community'), donorId, goods, quantity, unitOfMeasure, donatedOn: addDays(today, -daysAgo) }),
  );
}

function pairingRow(make: Make, today: string): Row {
  return make(OrganizationPairing, STREET, 'pairing', {
    name: '示例银行支行结对示例社区', nameEn: 'The demonstration bank paired with the demonstration community', kind: 'UNIT_WITH_COMMUNITY',
    leadId: 'demo-bank', counterpartId: 'demo-community', validFrom: addDays(today, -200), validTo: addDays(today, 165),
  });
}
