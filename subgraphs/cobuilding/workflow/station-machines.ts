// What may be done with stations, their services and what is given to them, by the organization whose they are.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { GoodsDonation } from '../service-station/goods-donation';
import { ServiceItem } from '../service-station/service-item';
import { ServiceStation } from '../service-station/service-station';

const who = [owner];
const STATION = ['name', 'nameEn', 'openingHours', 'place', 'officeId'] as const;
const ITEM = ['name', 'nameEn', 'categoryId', 'providerId', 'hours', 'audienceText'] as const;

export const serviceStationMachine = createMachine<ServiceStation>(ServiceStation, {
  creations: {
    createServiceStation: {
      description: '登记服务站点。 Enters a service station.',
      who,
      takes: STATION,
      change: () => ({ ownerStated: true }),
    },
  },
  transitions: {
    updateServiceStation: { description: '修改服务站点。 Changes a service station.', who, takes: STATION },
  },
});

export const serviceItemMachine = createMachine<ServiceItem>(ServiceItem, {
  creations: {
    addServiceItem: {
      description: '在站点登记一项服务。 Enters a service of a station.',
      under: 'stationId',
      who,
      takes: ITEM,
    },
  },
  transitions: {
    updateServiceItem: { description: '修改服务事项。 Changes a service.', who, takes: ITEM },
  },
});

export const goodsDonationMachine = createMachine<GoodsDonation>(GoodsDonation, {
  creations: {
    recordGoodsDonation: {
      description: '登记收到的物资；不记受助人。 Enters goods that were given; never who receives them.',
      under: 'stationId',
      who,
      takes: ['donorId', 'goods', 'quantity', 'unitOfMeasure', 'donatedOn'],
      change: ({ row, today }) => ({ donatedOn: row.donatedOn ?? today }),
    },
  },
  transitions: {},
});
