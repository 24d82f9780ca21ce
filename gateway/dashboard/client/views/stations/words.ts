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
  week: { zh: '一周开放时间', en: 'Open hours of the week' },
  today: { zh: '今天', en: 'today' },
  closed: { zh: '不开放', en: 'Closed' },
  openNow: { zh: '正在开放', en: 'Open now' },
  closedNow: { zh: '现在不开放', en: 'Closed now' },
  noPlace: { zh: '地点未写明', en: 'Place not stated' },
  hoursNote: {
    zh: '按 {time} 判断；另有 {n} 处没有写明开放时间，见下表。',
    en: 'As of {time}; {n} more stations state no hours, see the table below.',
  },
} satisfies Words;
