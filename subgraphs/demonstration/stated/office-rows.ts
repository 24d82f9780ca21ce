// What the sources state of offices, of seats in a branch committee and of posts held together: posts only, never names.
import { CommitteeSeat } from '../../cobuilding/office/committee-seat';
import { CrossAppointment } from '../../cobuilding/office/cross-appointment';
import { Office } from '../../cobuilding/office/office';
import { facts, text, type Fact } from '../facts';
import { homeOfKey, stated, STREET, type Row } from '../rows';
import { partOf, withDoubts } from './doubts';

export function statedOfficeRows(): Row[] {
  const offices = facts('offices').map((fact) => ({ fact, row: officeRow(fact) }));
  const { row: unitSeat, fact: seats } = offices.find(({ fact }) => fact.id === 'role.unit_seat')!;
  const { row: chair, fact: posts } = offices.find(({ fact }) => fact.id === 'role.secretary_chair')!;
  return [...offices.map(({ row }) => row), ...seatRows(seats, unitSeat), crossAppointmentRow(posts, chair)];
}

/** No office names its organization; some stand in the same paragraph as a fact that does. */
const ORGANIZATIONS: Record<string, { key: string; basis: string }> = {
  'role.unit_seat': { key: 'org.yingbin.branch', basis: '所在支部依同段 ind.hd.seats' },
  'role.liaison': {
    key: 'org.chunhui.branch',
    basis: '由同段联席会议 conf.chunhui 规定，各单位一岗，未列单位名',
  },
  'role.leadgroup': { key: 'org.dongguan.lead', basis: '所在小组依同段 org.dongguan.lead' },
  'role.county': { key: 'org.keqiao.pwc', basis: '由同段结对 pair.keqiao.leaders 的牵头单位登记' },
};

/** Offices whose organization is the one above; the others belong elsewhere, unnamed. */
const OF_ITS_HOME = ['role.unit_seat', 'role.leadgroup'];

function officeRow(fact: Fact): Row {
  const { key, basis } = ORGANIZATIONS[fact.id] ?? { key: null, basis: '原文未写明所属单位' };
  const home = homeOfKey(key) ?? STREET;
  return stated(Office, home, withDoubts(fact, basis), {
    title: text(fact, 'title'),
    titleEn: text(fact, 'titleEn'),
    kind: text(fact, 'kind'),
    organizationId: OF_ITS_HOME.includes(fact.id) ? home : null,
  });
}

/** The units that are named, and the masked number of all. */
function seatRows(fact: Fact, office: Row): Row[] {
  const { home, id: officeId } = office.values;
  const seat = { officeId, bodyId: home, title: '支委', masked: false };
  const named = (fact.organisationIds as string[]).map((unit, i) =>
    stated(CommitteeSeat, home, partOf(fact, `seat.${i + 1}`), { ...seat, organizationId: homeOfKey(unit) }),
  );
  const number = facts('indicators').find(({ id }) => id === 'ind.hd.seats')!;
  return [
    ...named,
    stated(CommitteeSeat, home, partOf(number, 'seats'), {
      ...seat,
      masked: true,
      note: '驻区单位席位总数，含已列名的单位，不与其相加',
    }),
  ];
}

function crossAppointmentRow(fact: Fact, office: Row): Row {
  return stated(
    CrossAppointment,
    office.values.home,
    withDoubts(partOf(fact, 'posts'), '原文未写明哪些社区'),
    {
      officeId: office.values.id,
      firstTitle: '社区党支部书记',
      secondTitle: '居委会主任',
    },
  );
}
