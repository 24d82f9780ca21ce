// What each operation asks and is answered, in types. Written by `npm run dashboard:write`; change schema/ instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** 活动的状态。 State of an activity. */
export type ActivityState =
  /** 已发布通知。 Announced. */
  | 'ANNOUNCED'
  /** 取消。 Cancelled. */
  | 'CANCELLED'
  /** 已举办。 Held. */
  | 'HELD'
  /** 已计划。 Planned. */
  | 'PLANNED'
  /** 延期。 Postponed. */
  | 'POSTPONED';

/** 议题从何而来。 Where an agenda item comes from. */
export type AgendaItemOrigin =
  /** 议事协商委员会的意见。 An opinion of a deliberation committee. */
  | 'DELIBERATION_COMMITTEE'
  /** 逾期无人认领的需求。 A need that nobody claimed in time. */
  | 'ESCALATED_NEED'
  /** 单位提出。 An organization proposed it. */
  | 'PROPOSED_BY_ORGANIZATION'
  /** 调查研究。 A survey of what is needed. */
  | 'RESEARCH'
  /** 居民（代表、成员代表）大会的意见。 An opinion of an assembly of residents or members. */
  | 'RESIDENTS_ASSEMBLY';

/** 议题的状态。 State of an agenda item. */
export type AgendaItemState =
  /** 列入议程。 Admitted to the agenda. */
  | 'ADMITTED'
  /** 通过。 Adopted. */
  | 'ADOPTED'
  /** 缓议。 Deferred. */
  | 'DEFERRED'
  /** 已审议。 Deliberated. */
  | 'DELIBERATED'
  /** 留待下次会议。 Held over to another meeting. */
  | 'HELD_OVER'
  /** 不予列入。 Not admitted. */
  | 'NOT_ADMITTED'
  /** 未通过。 Not adopted. */
  | 'NOT_ADOPTED'
  /** 已提出。 Proposed. */
  | 'PROPOSED'
  /** 转其他渠道办理。 Referred to another channel. */
  | 'REFERRED';

/** 协议的状态。 State of an agreement. */
export type AgreementState =
  /** 生效中。 In force. */
  | 'ACTIVE'
  /** 已评价归档。 Evaluated and archived. */
  | 'ARCHIVED'
  /** 草稿；任一方退回也回到草稿。 Draft; one return leads back here. */
  | 'DRAFT'
  /** 到期。 Expired. */
  | 'EXPIRED'
  /** 已签署，尚未到生效日。 Signed by all, not in force yet. */
  | 'SIGNED'
  /** 中止。 Suspended. */
  | 'SUSPENDED'
  /** 提前终止（各方确认）。 Ended early, all sides confirming. */
  | 'TERMINATED'
  /** 各方确认中。 Its signatories are confirming it. */
  | 'UNDER_CONFIRMATION';

/** 交办事项的状态。 State of an assignment. */
export type AssignmentState =
  /** 已交办。 Assigned. */
  | 'ASSIGNED'
  /** 已取消。 Cancelled. */
  | 'CANCELLED'
  /** 已确认。 Confirmed. */
  | 'CONFIRMED'
  /** 办理中。 In progress. */
  | 'IN_PROGRESS'
  /** 退回重办。 Returned to be done again. */
  | 'RETURNED'
  /** 责任方已报完成，待确认。 Submitted by the responsible side, waits to be confirmed. */
  | 'SUBMITTED';

/** 预约的状态。 State of a booking. */
export type BookingState =
  /** 已批准。 Approved. */
  | 'APPROVED'
  /** 已使用。 Completed: it was used. */
  | 'COMPLETED'
  /** 未批准。 Declined. */
  | 'DECLINED'
  /** 未使用。 Not used. */
  | 'NOT_USED'
  /** 待批准。 Requested, waits for the owner. */
  | 'REQUESTED'
  /** 由所有方收回，附原因。 Revoked by the owner with a reason. */
  | 'REVOKED'
  /** 开始前由申请方撤回。 Withdrawn by the requester before the start. */
  | 'WITHDRAWN';

/** 认领的状态。 State of a claim. */
export type ClaimState =
  /** 同意认领。 Accepted. */
  | 'ACCEPTED'
  /** 已确认。 Confirmed. */
  | 'CONFIRMED'
  /** 已办，待确认。 Delivered, waits to be confirmed. */
  | 'DELIVERED'
  /** 办理中。 In progress. */
  | 'IN_PROGRESS'
  /** 未同意。 Not accepted. */
  | 'NOT_ACCEPTED'
  /** 提出认领。 Proposed. */
  | 'PROPOSED'
  /** 退回重办。 Returned. */
  | 'RETURNED'
  /** 撤回。 Withdrawn. */
  | 'WITHDRAWN';

/** 来源所述数字的限定；空为如数。 How a stated figure is qualified; null means as given. */
export type Comparator =
  /** 约（“近”“左右”）。 About. */
  | 'ABOUT'
  /** 不少于（≥、“余”“以上”）。 At least. */
  | 'AT_LEAST'
  /** 不多于（≤）。 At most. */
  | 'AT_MOST'
  /** 少于（<、“不到”）。 Less than. */
  | 'LESS_THAN'
  /** 多于（>）。 More than. */
  | 'MORE_THAN';

/** 出资出力的种类。 Kind of a contribution. */
export type ContributionKind =
  /** 设备。 Equipment. */
  | 'EQUIPMENT'
  /** 人力。 Labour. */
  | 'LABOUR'
  /** 土地。 Land. */
  | 'LAND'
  /** 物资。 Material. */
  | 'MATERIAL'
  /** 资金。 Money. */
  | 'MONEY'
  /** 专业服务。 A professional service. */
  | 'SERVICE'
  /** 场地。 A venue. */
  | 'VENUE';

/** 日期范围，首尾都算；可用期间、日期或距今天数。 A range of days, both ends inside: by period, by day or by distance from today. */
export type DayRange = {
  /** 首日。 First day. */
  from?: string | null | undefined;
  /** 首日距今天的天数，可为负。 First day as days from today, may be negative. */
  fromOffset?: number | null | undefined;
  /** 相对今天的期间，与其他字段不同用。 A period relative to today; not together with the others. */
  period?: Period | null | undefined;
  /** 末日。 Last day. */
  to?: string | null | undefined;
  /** 末日距今天的天数，可为负。 Last day as days from today, may be negative. */
  toOffset?: number | null | undefined;
};

/** 一个单位为何缺数。 Why an organization is missing from a figure. */
export type MissingReason =
  /** 应答不合约定，错误的行已剔除，其数不计。 Its answer broke the contract: faulty rows were dropped and its counts left out. */
  | 'INVALID_ANSWER'
  /** 在名录中，但尚未接入。 In the directory, but nobody serves its data yet. */
  | 'NOT_JOINED'
  /** 没有应答。 It did not answer. */
  | 'UNREACHABLE';

/** 需求的状态。 State of a need. */
export type NeedState =
  /** 已认领。 Claimed. */
  | 'CLAIMED'
  /** 办结。 Closed. */
  | 'CLOSED'
  /** 已确认。 Confirmed. */
  | 'CONFIRMED'
  /** 已办，待确认。 Delivered, waits to be confirmed. */
  | 'DELIVERED'
  /** 草稿。 Draft. */
  | 'DRAFT'
  /** 逾期无人认领，列入议题。 Unclaimed past its day: put on the agenda. */
  | 'ESCALATED'
  /** 办理中。 In progress. */
  | 'IN_PROGRESS'
  /** 并入另一需求。 Merged into another need. */
  | 'MERGED'
  /** 已发布，待认领。 Published, waits to be claimed. */
  | 'PUBLISHED'
  /** 转其他渠道（12345 等）。 Referred to another channel, such as the 12345 hotline. */
  | 'REFERRED'
  /** 退回。 Returned. */
  | 'RETURNED'
  /** 已提交。 Submitted. */
  | 'SUBMITTED';

/** 单位的类型。 Kind of an organization. */
export type OrganizationKind =
  /** 银行网点。 A branch of a bank. */
  | 'BANK_BRANCH'
  /** 社区。 A community. */
  | 'COMMUNITY'
  /** 社区党总支。 General Party branch of a community. */
  | 'COMMUNITY_GENERAL_PARTY_BRANCH'
  /** 社区党支部。 Party branch of a community. */
  | 'COMMUNITY_PARTY_BRANCH'
  /** 其他企业。 Another enterprise. */
  | 'ENTERPRISE'
  /** 区外的合作方。 A partner from outside the area. */
  | 'EXTERNAL_PARTNER'
  /** 政府部门及其派出机构。 A government department or its local office. */
  | 'GOVERNMENT_DEPARTMENT'
  /** 医疗卫生机构。 A health institution. */
  | 'HEALTH_INSTITUTION'
  /** 联合议事机构（领导小组等）。 A joint body, such as a leading group. */
  | 'JOINT_BODY'
  /** 群团组织（妇联等）。 A mass organization, such as a women’s federation. */
  | 'MASS_ORGANIZATION'
  /** 业主组织（业委会、筹备组）。 A body of owners. */
  | 'OWNERS_BODY'
  /** 上级党委部门。 A department of a higher Party committee. */
  | 'PARTY_COMMITTEE_DEPARTMENT'
  /** 党校。 A Party school. */
  | 'PARTY_SCHOOL'
  /** 物业公司。 A property management company. */
  | 'PROPERTY_COMPANY'
  /** 社区居民委员会。 Residents’ committee of a community. */
  | 'RESIDENTS_COMMITTEE'
  /** 学校。 A school. */
  | 'SCHOOL'
  /** 服务机构。 A provider of services. */
  | 'SERVICE_PROVIDER'
  /** 社会组织。 A social organization. */
  | 'SOCIAL_ORGANIZATION'
  /** 街道。 A subdistrict. */
  | 'STREET'
  /** 街道办事处及其办公机构。 Subdistrict office or one of its general offices. */
  | 'STREET_OFFICE'
  /** 街道党工委。 Party working committee of a subdistrict. */
  | 'STREET_PARTY_WORKING_COMMITTEE'
  /** 驻区单位的党组织。 Party organization of a stationed organization. */
  | 'UNIT_PARTY_ORGANIZATION';

/** “四个一点”的出资一方。 A payer of the four-part funding. */
export type PayerLevel =
  /** 市。 City. */
  | 'CITY'
  /** 区。 District. */
  | 'DISTRICT'
  /** 居委自筹。 Residents committee, from its own funds. */
  | 'RESIDENTS_COMMITTEE'
  /** 街道。 Street. */
  | 'STREET';

/** 相对今天（北京时间）的期间；周从周一开始。 A period relative to today in Asia/Shanghai; weeks begin on Monday. */
export type Period =
  /** 上月。 Last month. */
  | 'LAST_MONTH'
  /** 上季度。 Last quarter. */
  | 'LAST_QUARTER'
  /** 去年。 Last year. */
  | 'LAST_YEAR'
  /** 下月。 Next month. */
  | 'NEXT_MONTH'
  /** 下周。 Next week. */
  | 'NEXT_WEEK'
  /** 本月。 This month. */
  | 'THIS_MONTH'
  /** 本季度。 This quarter. */
  | 'THIS_QUARTER'
  /** 本周。 This week. */
  | 'THIS_WEEK'
  /** 今年。 This year. */
  | 'THIS_YEAR'
  /** 今天。 Today. */
  | 'TODAY';

/** 项目的状态。 State of a project. */
export type ProjectState =
  /** 已验收。 Accepted. */
  | 'ACCEPTED'
  /** 已立项。 Approved. */
  | 'APPROVED'
  /** 取消。 Cancelled. */
  | 'CANCELLED'
  /** 已结项。 Closed. */
  | 'CLOSED'
  /** 已完工。 Completed. */
  | 'COMPLETED'
  /** 筹资中（立项公示之后）。 Raising funds, after the notice of approval. */
  | 'FUNDING'
  /** 实施中（认缴达到启动线）。 In progress: pledges reached the starting line. */
  | 'IN_PROGRESS'
  /** 已提出。 Proposed. */
  | 'PROPOSED'
  /** 已公示（出资与开支）。 Published: contributions and spending were posted. */
  | 'PUBLISHED'
  /** 中止。 Suspended. */
  | 'SUSPENDED';

/** 一行记录从何而来。 Where a record comes from. */
export type Provenance =
  /** 为演示而编。 Made up for the demonstration. */
  | 'DEMONSTRATION'
  /** 由单位登记。 Entered by the organization. */
  | 'ENTERED'
  /** 来源文件写明。 Stated by a source document. */
  | 'STATED';

/** 活动所需之物的种类。 Kind of thing that an activity needs. */
export type RequirementKind =
  /** 设备。 Equipment. */
  | 'EQUIPMENT'
  /** 物资。 Material. */
  | 'MATERIAL'
  /** 专业服务。 A professional service. */
  | 'SERVICE'
  /** 队伍。 A team. */
  | 'TEAM'
  /** 场地。 A venue. */
  | 'VENUE'
  /** 志愿者（只计人数）。 Volunteers, by headcount only. */
  | 'VOLUNTEERS';

/** 决议的状态。 State of a resolution. */
export type ResolutionState =
  /** 已通过。 Adopted. */
  | 'ADOPTED'
  /** 已交办。 Assigned. */
  | 'ASSIGNED'
  /** 办结。 Closed. */
  | 'CLOSED'
  /** 落实中。 In progress. */
  | 'IN_PROGRESS'
  /** 已报结果，待核实。 Reported as done, waits to be verified. */
  | 'REPORTED'
  /** 退回重办。 Returned to be done again. */
  | 'RETURNED'
  /** 已核实。 Verified. */
  | 'VERIFIED';

/** 资源的种类。 Kind of a resource. */
export type ResourceKind =
  /** 设备。 Equipment. */
  | 'EQUIPMENT'
  /** 设施。 A facility. */
  | 'FACILITY'
  /** 土地。 Land. */
  | 'LAND'
  /** 宣传载体。 A medium of publicity. */
  | 'PUBLICITY'
  /** 专业服务。 A professional service. */
  | 'SERVICE'
  /** 服务渠道（热线等）。 A channel of service, such as a hotline. */
  | 'SERVICE_CHANNEL'
  /** 队伍。 A team. */
  | 'TEAM'
  /** 培训场所（市民学校等）。 A place for training, such as a citizens school. */
  | 'TRAINING_FACILITY'
  /** 场地。 A venue. */
  | 'VENUE';

/** 签约方的角色。 Role of a signatory. */
export type SignatoryRole =
  /** 牵头方。 It leads. */
  | 'LEAD'
  /** 参加方。 It takes part. */
  | 'PARTICIPANT'
  /** 见证方。 It witnesses. */
  | 'WITNESS';

/** 来源所述进度；不是本图的状态。 Progress as a source words it; not a state of this graph. */
export type StatedProjectStatus =
  /** 来源称完成。 Completed, says the source. */
  | 'COMPLETED'
  /** 来源称计划。 Planned, says the source. */
  | 'PLANNED';

/** 督办的级别。 Level of supervision. */
export type SupervisionLevel =
  /** 蓝牌。 Blue. */
  | 'BLUE'
  /** 橙牌。 Orange. */
  | 'ORANGE'
  /** 红牌。 Red. */
  | 'RED'
  /** 提醒。 A reminder. */
  | 'REMINDER';

/** 调查的种类。 Kind of a survey. */
export type SurveyKind =
  /** 知晓率。 Awareness. */
  | 'AWARENESS'
  /** 行为形成率。 Behaviour. */
  | 'BEHAVIOUR'
  /** 满意度。 Satisfaction. */
  | 'SATISFACTION';

/** 任务的状态。 State of a task. */
export type TaskState =
  /** 取消。 Cancelled. */
  | 'CANCELLED'
  /** 受益方已确认。 Confirmed by the beneficiary. */
  | 'CONFIRMED'
  /** 进行中。 In progress. */
  | 'IN_PROGRESS'
  /** 已计划。 Planned. */
  | 'PLANNED'
  /** 受益方退回。 Returned by the beneficiary. */
  | 'RETURNED'
  /** 责任单位已提交，待受益方确认。 Submitted by the responsible side, waits for the beneficiary. */
  | 'SUBMITTED';

/** 时间范围，含起点、不含终点。 A range of times: the start is inside, the end is not. */
export type TimeRange = {
  /** 终点（不含）。 End, not inside. */
  before?: string | null | undefined;
  /** 起点（含）。 Start, inside. */
  from?: string | null | undefined;
  /** 相对今天的期间，与起止不同用。 A period relative to today; not together with the ends. */
  period?: Period | null | undefined;
};

/** 在一天内的时段里容纳若干人。 Room for a number of people during a time within one day. */
export type Vacancy = {
  /** 哪天；不给则用 dayOffset。 The day; without it dayOffset counts. */
  day?: string | null | undefined;
  /** 距今天的天数，默认 0 即今天。 Days from today, 0 by default. */
  dayOffset?: number | null | undefined;
  /** 开始,HH:MM。 Start, HH:MM. */
  from: string;
  /** 人数。 Number of people. */
  headcount?: number;
  /** 结束,HH:MM,最晚 24:00。 End, HH:MM, 24:00 at the latest. */
  until: string;
};

export type Q01VenuesFreeNextWeekQueryVariables = Exact<{
  days?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q01VenuesFreeNextWeekQuery = { sharedResources: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, capacity: number | null, exclusive: boolean, provenance: Provenance, owner: { id: string, name: string } | null, freeSlots: Array<{ from: string, until: string, headcountLeft: number | null }> | null } }> } | null };

export type Q02VenuesForPeopleAtATimeQueryVariables = Exact<{
  vacancy?: Vacancy;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q02VenuesForPeopleAtATimeQuery = { sharedResources: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, capacity: number | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null };

export type Q03BookingsWaitingQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q03BookingsWaitingQuery = { bookings: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, requestedAt: string, waitingDays: number | null, startsAt: string, expectedHeadcount: number, provenance: Provenance, requester: { id: string, name: string } | null, resource: { id: string, name: string, owner: { id: string, name: string } | null } | null } }> } | null };

export type Q04UsePerResourceLastQuarterQueryVariables = Exact<{
  startsAt?: TimeRange;
}>;


export type Q04UsePerResourceLastQuarterQuery = { bookingSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, expectedHeadcount: number | null, state: BookingState | null, provenance: Provenance | null, resource: { id: string, name: string, owner: { id: string, name: string } | null } | null }> | null } | null };

export type Q05AgreementsExpiringQueryVariables = Exact<{
  effectiveTo?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q05AgreementsExpiringQuery = { coBuildingAgreements: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, state: AgreementState | null, effectiveFrom: string | null, effectiveTo: string | null, renewed: boolean | null, provenance: Provenance, owner: { id: string, name: string } | null, signatories: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, role: SignatoryRole | null, confirmedOn: string | null, organization: { id: string, name: string } | null, unitGroup: { id: string, name: string, statedUnitCount: number | null } | null } }> } | null } }> } | null };

export type Q06TasksOverdueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q06TasksOverdueQuery = { agreementTasks: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, state: TaskState | null, dueOn: string | null, overdueDays: number | null, provenance: Provenance, responsible: { id: string, name: string } | null, responsibleUnitGroup: { id: string, name: string, statedUnitCount: number | null } | null, beneficiary: { id: string, name: string } | null, agreement: { id: string, title: string, owner: { id: string, name: string } | null } | null } }> } | null };

export type Q07TasksUnconfirmedQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q07TasksUnconfirmedQuery = { agreementTasks: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, dueOn: string | null, submittedAt: string | null, waitingDays: number | null, provenance: Provenance, responsible: { id: string, name: string } | null, beneficiary: { id: string, name: string } | null, agreement: { id: string, title: string, owner: { id: string, name: string } | null } | null } }> } | null };

export type Q08MembersWithoutAgreementQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q08MembersWithoutAgreementQuery = { conferenceMemberships: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, provenance: Provenance, conference: { id: string, name: string } | null, organization: { id: string, name: string, agreementSignatures: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> } } | null } | null, unitGroup: { id: string, name: string, statedUnitCount: number | null } | null } }> } | null };

export type Q09ClaimsPerOrganizationQueryVariables = Exact<{ [key: string]: never; }>;


export type Q09ClaimsPerOrganizationQuery = { needClaimSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, state: ClaimState | null, provenance: Provenance | null, claimant: { id: string, name: string } | null }> | null } | null };

export type Q10NeedsUnclaimedQueryVariables = Exact<{
  publishedOn?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q10NeedsUnclaimedQuery = { needs: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, publishedOn: string | null, daysSincePublished: number | null, claimBy: string | null, provenance: Provenance, category: { id: string, name: string } | null, owner: { id: string, name: string } | null } }> } | null };

export type Q11ResourcesForUnclaimedNeedsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type Q11ResourcesForUnclaimedNeedsQuery = { resourceCategories: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, name: string, needs: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, text: string, publishedOn: string | null, daysSincePublished: number | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null, sharedResources: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, name: string, kind: ResourceKind, capacity: number | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null } }> } | null };

export type Q12AgendaOfNextMeetingQueryVariables = Exact<{
  meetings?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type Q12AgendaOfNextMeetingQuery = { meetings: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, edges: Array<{ node: { id: string, title: string, startsAt: string, agendaDueOn: string | null, provenance: Provenance, venueText: string | null, conference: { id: string, name: string } | null, venue: { id: string, name: string } | null, agendaItems: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, position: number | null, title: string, state: AgendaItemState | null, proposedAt: string | null, onTime: boolean | null, proposer: { id: string, name: string } | null } }> } | null } }> } | null };

export type Q13ResolutionsOfLastMeetingQueryVariables = Exact<{
  meetings?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type Q13ResolutionsOfLastMeetingQuery = { meetings: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, edges: Array<{ node: { id: string, title: string, startsAt: string, provenance: Provenance, conference: { id: string, name: string } | null, resolutions: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, number: string | null, title: string, state: ResolutionState, dueOn: string | null, overdueDays: number | null, assignments: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, text: string, state: AssignmentState, dueOn: string | null, overdueDays: number | null, responsible: { id: string, name: string } | null, progressReports: { edges: Array<{ node: { reportedAt: string, text: string } }> } | null } }> } | null } }> } | null } }> } | null };

export type Q14AssignmentsUnderSupervisionQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q14AssignmentsUnderSupervisionQuery = { assignments: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, state: AssignmentState, dueOn: string | null, overdueDays: number | null, provenance: Provenance, responsible: { id: string, name: string } | null, resolution: { id: string, title: string } | null, supervisionSummary: { count: number | null, groups: Array<{ key: string, level: SupervisionLevel | null, count: number | null }> | null } | null } }> } | null, supervisionRecordSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, level: SupervisionLevel | null, count: number | null, provenance: Provenance | null }> | null } | null };

export type Q15AbsencesQueryVariables = Exact<{
  heldOn?: DayRange;
  meetings?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type Q15AbsencesQuery = { meetings: { coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, edges: Array<{ node: { id: string, title: string, startsAt: string, provenance: Provenance, attendances: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, organization: { id: string, name: string } | null } }> } | null } }> } | null, attendanceSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, provenance: Provenance | null, organization: { id: string, name: string } | null }> | null } | null };

export type Q16ProjectsWithFundingQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q16ProjectsWithFundingQuery = { jointProjects: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, state: ProjectState | null, statedStatus: StatedProjectStatus | null, startsOn: string | null, endsOn: string | null, durationText: string | null, ownerStated: boolean, provenance: Provenance, note: string | null, plannedIsEstimate: boolean, owner: { id: string, name: string } | null, lead: { id: string, name: string } | null, planned: { fen: string | null, masked: boolean, unstated: boolean } | null, startingLine: { fen: string | null, masked: boolean, unstated: boolean } | null, invested: { fen: string | null, masked: boolean, unstated: boolean } | null, unexplainedByParts: { fen: string | null } | null, parts: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, name: string, invested: { fen: string | null, masked: boolean, unstated: boolean } | null } }> } | null, contributionSummary: { count: number | null, expected: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null, pledged: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null, delivered: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null } | null } }> } | null };

export type Q17ContributionsThisYearQueryVariables = Exact<{
  contributedOn?: DayRange;
}>;


export type Q17ContributionsThisYearQuery = { contributionSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, contributorLabel: string | null, kind: ContributionKind | null, unitOfMeasure: string | null, provenance: Provenance | null, pledgedQuantity: number | null, deliveredQuantity: number | null, contributor: { id: string, name: string } | null, unitGroup: { id: string, name: string } | null, pledged: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null, delivered: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null }> | null } | null };

export type Q18FundingSharesQueryVariables = Exact<{
  fundingScheme?: Array<string> | string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q18FundingSharesQuery = { fundingShareSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, payerLevel: PayerLevel | null, provenance: Provenance | null, amount: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null }> | null } | null, jointProjects: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, ownerStated: boolean, provenance: Provenance, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null, fundingShares: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, payerLevel: PayerLevel, text: string | null, amount: { fen: string | null, masked: boolean, unstated: boolean } | null, payer: { id: string, name: string } | null } }> } | null } }> } | null };

export type Q19ProjectsToPostQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q19ProjectsToPostQuery = { jointProjects: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, state: ProjectState | null, endsOn: string | null, provenance: Provenance, owner: { id: string, name: string } | null, lead: { id: string, name: string } | null, notices: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, edges: Array<{ node: { id: string, postedOn: string | null, place: string | null } }> } | null } }> } | null };

export type Q20ActivitiesNextMonthQueryVariables = Exact<{
  startsOn?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q20ActivitiesNextMonthQuery = { jointActivities: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, state: ActivityState | null, startsOn: string | null, startsAt: string | null, endsAt: string | null, place: string | null, expectedHeadcount: number | null, provenance: Provenance, host: { id: string, name: string } | null, partners: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, roleText: string | null, organization: { id: string, name: string } | null, unitGroup: { id: string, name: string, statedUnitCount: number | null } | null } }> } | null, requirements: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, kind: RequirementKind, text: string, quantityNeeded: number, quantityMet: number, missing: number | null, unitOfMeasure: string | null, category: { id: string, name: string } | null, provider: { id: string, name: string } | null } }> } | null } }> } | null };

export type Q21ServiceStationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q21ServiceStationsQuery = { serviceStations: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, place: string | null, openingHours: string | null, statedCount: number | null, masked: boolean, statedServiceCount: number | null, statedServiceCountIsMinimum: boolean, statedSchemes: number | null, ownerStated: boolean, provenance: Provenance, note: string | null, owner: { id: string, name: string } | null, office: { id: string, title: string, officePhone: string | null } | null, items: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, name: string, hours: string | null, audienceText: string | null, providerText: string | null, provider: { id: string, name: string } | null } }> } | null } }> } | null };

export type Q22CommunitiesComparedQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q22CommunitiesComparedQuery = { organizations: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, kind: OrganizationKind, fictional: boolean, parent: { id: string } | null } }> } | null, coBuildingAgreementSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, state: AgreementState | null, provenance: Provenance | null, owner: { id: string } | null }> | null } | null, agreementTaskSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, state: TaskState | null, provenance: Provenance | null, owner: { id: string } | null }> | null } | null, needSummary: { count: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, groups: Array<{ key: string, count: number | null, state: NeedState | null, provenance: Provenance | null, owner: { id: string } | null }> | null } | null };

export type Q23SatisfactionQueryVariables = Exact<{
  kind?: Array<SurveyKind> | SurveyKind;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q23SatisfactionQuery = { surveyResults: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, kind: SurveyKind, value: number | null, masked: boolean, suppressed: boolean | null, unitOfMeasure: string, comparator: Comparator | null, basis: string | null, sampleSize: number | null, sampleText: string | null, periodText: string | null, periodStart: string | null, periodEnd: string | null, surveyedOn: string | null, provenance: Provenance, note: string | null, organization: { id: string, name: string } | null, surveyedBy: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } }> } | null };

export type Q24MembersWithoutLiaisonOfficeQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q24MembersWithoutLiaisonOfficeQuery = { conferenceMemberships: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, provenance: Provenance, conference: { id: string, name: string } | null, organization: { id: string, name: string, liaisonOffices: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> } } | null } | null, unitGroup: { id: string, name: string, statedUnitCount: number | null } | null } }> } | null };

export type Q25WhereFiguresComeFromQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Q25WhereFiguresComeFromQuery = { indicators: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, value: number | null, masked: boolean, suppressed: boolean, unitOfMeasure: string, comparator: Comparator | null, isEstimate: boolean, periodText: string | null, periodStart: string | null, periodEnd: string | null, periodBasis: string | null, asOf: string | null, ownerStated: boolean, provenance: Provenance, note: string | null, updatedAt: string, owner: { id: string, name: string } | null, organization: { id: string, name: string } | null, definition: { id: string, definition: string | null, howMeasured: string | null } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } }> } | null, dataQualityNotes: { totalCount: number | null, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, sourceKey: string | null, text: string, document: { id: string, title: string } | null } }> } | null };

export type AbsenceRowsQueryVariables = Exact<{
  heldOn?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AbsenceRowsQuery = { attendances: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, heldOn: string, provenance: Provenance, organization: { id: string, name: string } | null, meeting: { id: string, title: string } | null, owner: { id: string, name: string } | null } }> } | null };

export type AgendaMattersQueryVariables = Exact<{
  meetings?: number | null | undefined;
  first?: number | null | undefined;
  listed?: number | null | undefined;
}>;


export type AgendaMattersQuery = { meetings: { coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, edges: Array<{ node: { id: string, agendaItems: { edges: Array<{ node: { id: string, origin: AgendaItemOrigin | null, background: string | null, note: string | null, provenance: Provenance, owner: { id: string, name: string } | null, workArea: { id: string, code: string, name: string } | null, need: { id: string, text: string, state: NeedState | null, daysSincePublished: number | null, claimBy: string | null, provenance: Provenance, owner: { id: string, name: string } | null, category: { id: string, name: string, sharedResources: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, name: string, kind: ResourceKind, capacity: number | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null } | null, claims: { edges: Array<{ node: { id: string, state: ClaimState, claimant: { id: string, name: string } | null } }> } | null, project: { id: string, name: string, state: ProjectState | null, statedStatus: StatedProjectStatus | null, provenance: Provenance, owner: { id: string, name: string } | null, planned: { fen: string | null, masked: boolean, unstated: boolean } | null, contributionSummary: { pledged: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null, delivered: { fen: string | null, knownFen: string | null, knownCount: number | null, maskedCount: number | null, unstatedCount: number | null } | null } | null } | null } | null, continuesItem: { id: string, title: string, state: AgendaItemState | null, meeting: { id: string, title: string, startsAt: string } | null, resolutions: { edges: Array<{ node: { id: string, number: string | null, title: string, state: ResolutionState, dueOn: string | null, assignments: { edges: Array<{ node: { id: string, text: string, state: AssignmentState, dueOn: string | null, overdueDays: number | null, responsible: { id: string, name: string } | null, task: { id: string, text: string, state: TaskState | null } | null } }> } | null } }> } | null } | null } }> } | null } }> } | null };

export type AgreementRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AgreementRowsQuery = { coBuildingAgreements: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, state: AgreementState | null, effectiveTo: string | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null };

export type BookingRowsQueryVariables = Exact<{
  startsAt?: TimeRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BookingRowsQuery = { bookings: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: BookingState, startsAt: string, provenance: Provenance, requester: { id: string, name: string } | null, resource: { id: string, name: string, owner: { id: string, name: string } | null } | null } }> } | null };

export type ClaimRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimRowsQuery = { needClaims: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: ClaimState, claimedOn: string, provenance: Provenance, claimant: { id: string, name: string } | null, need: { id: string, text: string } | null, owner: { id: string, name: string } | null } }> } | null };

export type ContributionRowsQueryVariables = Exact<{
  contributedOn?: DayRange;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContributionRowsQuery = { contributions: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: ContributionKind, text: string | null, unitOfMeasure: string | null, contributedOn: string | null, pledgedQuantity: number | null, deliveredQuantity: number | null, provenance: Provenance, contributorLabel: string | null, pledged: { fen: string | null, masked: boolean, unstated: boolean } | null, delivered: { fen: string | null, masked: boolean, unstated: boolean } | null, contributor: { id: string, name: string } | null, unitGroup: { id: string, name: string } | null, project: { id: string, name: string } | null, owner: { id: string, name: string } | null } }> } | null };

export type FundingShareRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FundingShareRowsQuery = { fundingShares: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, payerLevel: PayerLevel, text: string | null, provenance: Provenance, amount: { fen: string | null, masked: boolean, unstated: boolean } | null, payer: { id: string, name: string } | null, project: { id: string, name: string } | null, owner: { id: string, name: string } | null } }> } | null };

export type NeedRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NeedRowsQuery = { needs: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, state: NeedState | null, publishedOn: string | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null };

export type ResolutionMattersQueryVariables = Exact<{
  meetings?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type ResolutionMattersQuery = { meetings: { edges: Array<{ node: { id: string, resolutions: { edges: Array<{ node: { id: string, assignments: { edges: Array<{ node: { id: string, provenance: Provenance, owner: { id: string, name: string } | null, task: { id: string, text: string, state: TaskState | null, dueOn: string | null, overdueDays: number | null, responsible: { id: string, name: string } | null } | null, project: { id: string, name: string, state: ProjectState | null } | null, need: { id: string, text: string, state: NeedState | null } | null } }> } | null } }> } | null } }> } | null };

export type RowSourceQueryVariables = Exact<{
  id: string;
  resource?: boolean;
  booking?: boolean;
  need?: boolean;
  needClaim?: boolean;
  agreement?: boolean;
  task?: boolean;
  project?: boolean;
  contribution?: boolean;
  share?: boolean;
  meeting?: boolean;
  agendaItem?: boolean;
  resolution?: boolean;
  assignment?: boolean;
  membership?: boolean;
  activity?: boolean;
  station?: boolean;
  survey?: boolean;
  indicator?: boolean;
  attendance?: boolean;
  doubt?: boolean;
}>;


export type RowSourceQuery = { sharedResource?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, booking?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, need?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, needClaim?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, coBuildingAgreement?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, agreementTask?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, jointProject?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, contribution?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, fundingShare?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, meeting?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, agendaItem?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, resolution?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, assignment?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, conferenceMembership?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, jointActivity?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, serviceStation?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, surveyResult?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, indicator?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, attendance?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, owner: { id: string, name: string } | null, source: { paragraph: number | null, document: { id: string, title: string } | null } | null } | null, dataQualityNote?: { id: string, note: string | null, provenance: Provenance, updatedAt: string, source: { paragraph: number | null, document: { id: string, title: string } | null } | null, document: { id: string, title: string } | null } | null };

export type TaskRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TaskRowsQuery = { agreementTasks: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, state: TaskState | null, dueOn: string | null, provenance: Provenance, owner: { id: string, name: string } | null } }> } | null };

export type ThreeListsQueryVariables = Exact<{
  states?: Array<NeedState> | NeedState;
  first?: number | null | undefined;
  needsAfter?: string | null | undefined;
  resourcesAfter?: string | null | undefined;
  projectsAfter?: string | null | undefined;
}>;


export type ThreeListsQuery = { needs: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string, state: NeedState | null, publishedOn: string | null, daysSincePublished: number | null, claimBy: string | null, provenance: Provenance, category: { id: string, name: string } | null, owner: { id: string, name: string } | null, project: { id: string, name: string } | null, claims: { edges: Array<{ node: { id: string, state: ClaimState, claimant: { id: string, name: string } | null } }> } | null } }> } | null, sharedResources: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, kind: ResourceKind, capacity: number | null, provenance: Provenance, category: { id: string, name: string } | null, owner: { id: string, name: string } | null } }> } | null, jointProjects: { totalCount: number | null, coverage: { complete: boolean, asOf: string, asked: number, answered: number, missing: Array<{ home: string, reason: MissingReason }> }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, state: ProjectState | null, statedStatus: StatedProjectStatus | null, provenance: Provenance, owner: { id: string, name: string } | null, lead: { id: string, name: string } | null, need: { id: string, text: string, category: { id: string, name: string } | null } | null } }> } | null };
