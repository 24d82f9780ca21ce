// The states of a joint project, and what is given to one.
import { createChoice } from '../../kit/noun/choice';

export const ProjectState = createChoice('ProjectState', '项目的状态。 State of a project.', {
  PROPOSED: '已提出。 Proposed.',
  APPROVED: '已立项。 Approved.',
  FUNDING: '筹资中（立项公示之后）。 Raising funds, after the notice of approval.',
  IN_PROGRESS: '实施中（认缴达到启动线）。 In progress: pledges reached the starting line.',
  COMPLETED: '已完工。 Completed.',
  ACCEPTED: '已验收。 Accepted.',
  PUBLISHED: '已公示（出资与开支）。 Published: contributions and spending were posted.',
  CLOSED: '已结项。 Closed.',
  SUSPENDED: '中止。 Suspended.',
  CANCELLED: '取消。 Cancelled.',
});

export const StatedProjectStatus = createChoice('StatedProjectStatus', '来源所述进度；不是本图的状态。 Progress as a source words it; not a state of this graph.', {
  PLANNED: '来源称计划。 Planned, says the source.',
  COMPLETED: '来源称完成。 Completed, says the source.',
});

export const ContributionKind = createChoice('ContributionKind', '出资出力的种类。 Kind of a contribution.', {
  MONEY: '资金。 Money.',
  LAND: '土地。 Land.',
  VENUE: '场地。 A venue.',
  EQUIPMENT: '设备。 Equipment.',
  MATERIAL: '物资。 Material.',
  SERVICE: '专业服务。 A professional service.',
  LABOUR: '人力。 Labour.',
});

export const PayerLevel = createChoice('PayerLevel', '“四个一点”的出资一方。 A payer of the four-part funding.', {
  CITY: '市。 City.',
  DISTRICT: '区。 District.',
  STREET: '街道。 Street.',
  RESIDENTS_COMMITTEE: '居委自筹。 Residents committee, from its own funds.',
});
