// What the sources state of service stations, of their services and of goods that went through them.
import { GoodsDonation } from '../../cobuilding/service-station/goods-donation';
import { ServiceItem } from '../../cobuilding/service-station/service-item';
import { ServiceStation } from '../../cobuilding/service-station/service-station';
import { facts, figure, text, type Fact } from '../facts';
import { stated, type Row } from '../rows';
import { partOf, withDoubts } from './doubts';
import { homeOf } from './references';

export function statedStationRows(): Row[] {
  return facts('serviceStations').flatMap((fact) => {
    const station = stationRow(fact);
    return [station, ...itemRows(fact, station), ...(fact.id === 'st.ml.love' ? [goodsRow(station)] : [])];
  });
}

function stationRow(fact: Fact): Row {
  return stated(ServiceStation, homeOf(fact, 'ownerOrganisationId'), withDoubts(fact), {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    ownerStated: fact.ownerOrganisationId != null,
    statedCount: figure(fact, 'statedCount'),
    masked: fact.masked === true,
    statedServiceCount: figure(fact, 'statedServiceCountAtLeast'),
    statedServiceCountIsMinimum: fact.statedServiceCountAtLeast != null,
    statedSchemes: figure(fact, 'statedSchemes'),
  });
}

function itemRows(fact: Fact, station: Row): Row[] {
  return (fact.services as string[]).map((name, i) =>
    stated(ServiceItem, station.values.home, partOf(fact, `service.${i + 1}`), {
      stationId: station.values.id,
      name,
      ...PROVIDERS[fact.id],
    }),
  );
}

/** Who provides the services, where another fact of the same paragraph says so without a name. */
const PROVIDERS: Record<string, { providerText: string; note: string }> = {
  'st.yl.station': { providerText: '服务商(未列名)', note: '提供方依同段 proj.yl.station“吸纳服务商加盟”' },
};

/** The source gives the goods handed out; who gave them is not named. */
function goodsRow(station: Row): Row {
  const handedOut = facts('indicators').find(({ id }) => id === 'ind.ml.goods')!;
  const { note } = withDoubts(handedOut, '件数为原文所述“发放”数，捐赠单位未列名、捐赠数未另给');
  return stated(
    GoodsDonation,
    station.values.home,
    { ...partOf(handedOut, 'goods'), note },
    {
      stationId: station.values.id,
      goods: '生活用品',
      quantity: figure(handedOut, 'value'),
      unitOfMeasure: text(handedOut, 'unit'),
    },
  );
}
