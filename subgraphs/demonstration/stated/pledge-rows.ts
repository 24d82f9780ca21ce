// What the sources state of public pledges, and that they were posted.
import { Pledge } from '../../cobuilding/pledge/pledge';
import { PublicNotice } from '../../cobuilding/public-notice/public-notice';
import { facts, figure, text, type Fact } from '../facts';
import { stated, type Row } from '../rows';
import { partOf, withDoubts } from './doubts';
import { homeOf } from './references';

export function statedPledgeRows(): Row[] {
  return facts('commitments').flatMap((fact) => {
    const pledge = pledgeRow(fact);
    return [pledge, ...(fact.publiclyPosted === true ? [noticeRow(fact, pledge)] : [])];
  });
}

function pledgeRow(fact: Fact): Row {
  return stated(Pledge, homeOf(fact, 'ownerOrganisationId'), withDoubts(fact), {
    level: text(fact, 'level'),
    text: text(fact, 'text'),
    textEn: text(fact, 'textEn'),
    year: null,
    state: null,
    publiclyPosted: fact.publiclyPosted ?? null,
    statedCount: figure(fact, 'statedCount'),
  });
}

/** When and where it was posted is not stated. */
function noticeRow(fact: Fact, pledge: Row): Row {
  return stated(PublicNotice, pledge.values.home, partOf(fact, 'notice'), {
    title: fact.level === 'BRANCH' ? '支部承诺' : '党员承诺（只计人数）',
    kind: 'PLEDGE',
    pledgeId: pledge.values.id,
    postedOn: null,
  });
}
