// The states, origins and ways of an agenda item.
import { createChoice } from '../../kit/noun/choice';

export const AgendaItemState = createChoice('AgendaItemState', '议题的状态。 State of an agenda item.', {
  PROPOSED: '已提出。 Proposed.',
  ADMITTED: '列入议程。 Admitted to the agenda.',
  DEFERRED: '缓议。 Deferred.',
  NOT_ADMITTED: '不予列入。 Not admitted.',
  REFERRED: '转其他渠道办理。 Referred to another channel.',
  DELIBERATED: '已审议。 Deliberated.',
  ADOPTED: '通过。 Adopted.',
  NOT_ADOPTED: '未通过。 Not adopted.',
  HELD_OVER: '留待下次会议。 Held over to another meeting.',
});

export const AgendaItemOrigin = createChoice(
  'AgendaItemOrigin',
  '议题从何而来。 Where an agenda item comes from.',
  {
    PROPOSED_BY_ORGANIZATION: '单位提出。 An organization proposed it.',
    ESCALATED_NEED: '逾期无人认领的需求。 A need that nobody claimed in time.',
    RESIDENTS_ASSEMBLY:
      '居民（代表、成员代表）大会的意见。 An opinion of an assembly of residents or members.',
    DELIBERATION_COMMITTEE: '议事协商委员会的意见。 An opinion of a deliberation committee.',
    RESEARCH: '调查研究。 A survey of what is needed.',
  },
);

export const DecisionMethod = createChoice('DecisionMethod', '怎样议决。 How an agenda item is decided.', {
  CONSENSUS: '协商一致。 By consensus.',
  VOTE: '表决，一家一票。 By vote, one organization one vote.',
});

export const ReferralChannel = createChoice(
  'ReferralChannel',
  '议题转往的渠道。 The channel that an agenda item is referred to.',
  {
    HOTLINE_12345: '12345 热线。 The 12345 hotline.',
    PEOPLES_CONGRESS: '人大代表。 Deputies of the people’s congress.',
    CPPCC: '政协委员。 Members of the political consultative conference.',
    HIGHER_DEPARTMENT: '上级部门。 A higher department.',
    RESIDENTS_ASSEMBLY: '居民会议。 The assembly of residents.',
    OTHER: '其他渠道。 Another channel.',
  },
);
