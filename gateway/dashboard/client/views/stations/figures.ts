// The figures of service stations: question 21.
import type { Q21ServiceStationsQuery } from '../../graph/operation-types';
import { Q21ServiceStations } from '../../graph/operations';
import { readList, sum } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence } from '../../words/fill-sentence';
import { optionalColumn, textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { words } from './words';

export type Station = NonNullable<Q21ServiceStationsQuery['serviceStations']>['edges'][number]['node'];

export function useStationFigures(): FigureSlot[] {
  const picture = usePicture(Q21ServiceStations);
  return [
    slot({ id: 'stations', label: words.stations, picture, make: stationFigure }),
    slot({ id: 'station-services', label: words.services, picture, make: serviceFigure }),
  ];
}

function stationFigure({ serviceStations }: Q21ServiceStationsQuery) {
  const { rows, total, coverage, whole } = readList(serviceStations);
  const withHours = rows.filter(({ openingHours }) => openingHours !== null).length;
  return {
    value: total,
    unit: words.places,
    note: whole ? fillSentence(words.withHours, { n: withHours }) : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: stationTable(rows),
    whole,
  };
}

function serviceFigure({ serviceStations }: Q21ServiceStationsQuery) {
  const { rows, coverage, whole } = readList(serviceStations);
  return {
    value: whole ? sum(rows.map(({ items }) => items?.totalCount ?? null)) : null,
    unit: words.items,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: stationTable(rows),
    whole,
  };
}

function stationTable(rows: Station[]) {
  const services = ({ items }: Station) =>
    items?.edges.map(({ node }) => (node.hours ? `${node.name}（${node.hours}）` : node.name)).join('；') ||
    null;
  return tableOf<Station>({
    title: words.stations,
    columns: [
      textColumn('station', words.station, ({ name }) => name),
      {
        id: 'hours',
        title: words.hours,
        text: ({ openingHours }, language) => openingHours ?? words.notStated[language],
      },
      optionalColumn('place', words.place, ({ place }) => place),
      {
        id: 'services',
        title: words.serves,
        text: (row, language) => services(row) ?? words.notStated[language],
      },
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}
