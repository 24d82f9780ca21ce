// The sentences of the view of service stations.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '服务站', en: 'Service stations' },
  stations: { zh: '服务站点', en: 'Service stations' },
  places: { zh: '处', en: 'stations' },
  withHours: { zh: '写明时间 {n} 处', en: '{n} state their hours' },
  services: { zh: '服务事项', en: 'Services' },
  items: { zh: '项', en: 'services' },
  station: { zh: '站点', en: 'Station' },
  place: { zh: '地点', en: 'Place' },
  hours: { zh: '开放时间', en: 'Hours' },
  serves: { zh: '服务事项', en: 'Services' },
  notStated: { zh: '未写明', en: 'Not stated' },
} satisfies Words;
