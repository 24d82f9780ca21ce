// What the sources state of activities and of the organizations that hold them together with the host.
import { ActivityPartner } from '../../cobuilding/joint-activity/activity-partner';
import { JointActivity } from '../../cobuilding/joint-activity/joint-activity';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, stated, unitGroupOfKey, type Row, type Values } from '../rows';
import { partOf, withDoubts } from './doubts';
import { periodOf } from './period';
import { conferenceId, homeOf } from './references';

export function statedActivityRows(): Row[] {
  return facts('activities').flatMap((fact) => {
    const activity = activityRow(fact);
    return [activity, ...partnerRows(fact, activity)];
  });
}

function activityRow(fact: Fact): Row {
  const period = periodOf(fact);
  return stated(JointActivity, homeOf(fact, 'hostOrganisationId'), withDoubts(fact), {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    hostId: homeOfKey(fact.hostOrganisationId),
    state: null,
    joint: fact.joint ?? null,
    partnersUnnamed: fact.partnersUnnamed === true,
    startsOn: period.start,
    endsOn: period.end,
    periodText: period.text,
    recurrence: period.recurrence,
    recurrenceWeekday: period.weekday,
    editions: figure(fact, 'editions'),
    ...statedFigures(fact),
    statedCommunities: figure(fact, 'statedCommunities'),
    conferenceId: conferenceId(fact.conferenceId),
  });
}

/** 人 is a headcount and 人次 a participation count; `…AtLeast` is a lower bound. */
function statedFigures(fact: Fact): Values {
  return {
    statedHeadcount: figure(fact, 'statedParticipants') ?? figure(fact, 'statedParticipantsAtLeast'),
    statedHeadcountIsMinimum: fact.statedParticipantsAtLeast != null,
    statedParticipationCount: figure(fact, 'statedParticipationsAtLeast'),
    statedParticipationCountIsMinimum: fact.statedParticipationsAtLeast != null,
    statedHouseholds: figure(fact, 'statedHouseholdsAtLeast'),
    statedHouseholdsIsMinimum: fact.statedHouseholdsAtLeast != null,
  };
}

function partnerRows(fact: Fact, activity: Row): Row[] {
  return (fact.partnerOrganisationIds as string[]).map((partner, i) =>
    stated(ActivityPartner, activity.values.home, partOf(fact, `partner.${i + 1}`), {
      activityId: activity.values.id,
      organizationId: homeOfKey(partner),
      unitGroupId: unitGroupOfKey(partner),
    }),
  );
}
