// Every operation that the dashboard may send, by its hash. Written by `npm run dashboard:write`; change schema/ instead.
import type { Operation } from './operation';
import type {
  Q01VenuesFreeNextWeekQuery,
  Q01VenuesFreeNextWeekQueryVariables,
  Q02VenuesForPeopleAtATimeQuery,
  Q02VenuesForPeopleAtATimeQueryVariables,
  Q03BookingsWaitingQuery,
  Q03BookingsWaitingQueryVariables,
  Q04UsePerResourceLastQuarterQuery,
  Q04UsePerResourceLastQuarterQueryVariables,
  Q05AgreementsExpiringQuery,
  Q05AgreementsExpiringQueryVariables,
  Q06TasksOverdueQuery,
  Q06TasksOverdueQueryVariables,
  Q07TasksUnconfirmedQuery,
  Q07TasksUnconfirmedQueryVariables,
  Q08MembersWithoutAgreementQuery,
  Q08MembersWithoutAgreementQueryVariables,
  Q09ClaimsPerOrganizationQuery,
  Q09ClaimsPerOrganizationQueryVariables,
  Q10NeedsUnclaimedQuery,
  Q10NeedsUnclaimedQueryVariables,
  Q11ResourcesForUnclaimedNeedsQuery,
  Q11ResourcesForUnclaimedNeedsQueryVariables,
  Q12AgendaOfNextMeetingQuery,
  Q12AgendaOfNextMeetingQueryVariables,
  Q13ResolutionsOfLastMeetingQuery,
  Q13ResolutionsOfLastMeetingQueryVariables,
  Q14AssignmentsUnderSupervisionQuery,
  Q14AssignmentsUnderSupervisionQueryVariables,
  Q15AbsencesQuery,
  Q15AbsencesQueryVariables,
  Q16ProjectsWithFundingQuery,
  Q16ProjectsWithFundingQueryVariables,
  Q17ContributionsThisYearQuery,
  Q17ContributionsThisYearQueryVariables,
  Q18FundingSharesQuery,
  Q18FundingSharesQueryVariables,
  Q19ProjectsToPostQuery,
  Q19ProjectsToPostQueryVariables,
  Q20ActivitiesNextMonthQuery,
  Q20ActivitiesNextMonthQueryVariables,
  Q21ServiceStationsQuery,
  Q21ServiceStationsQueryVariables,
  Q22CommunitiesComparedQuery,
  Q22CommunitiesComparedQueryVariables,
  Q23SatisfactionQuery,
  Q23SatisfactionQueryVariables,
  Q24MembersWithoutLiaisonOfficeQuery,
  Q24MembersWithoutLiaisonOfficeQueryVariables,
  Q25WhereFiguresComeFromQuery,
  Q25WhereFiguresComeFromQueryVariables,
  AbsenceRowsQuery,
  AbsenceRowsQueryVariables,
  AgendaMattersQuery,
  AgendaMattersQueryVariables,
  AgreementRowsQuery,
  AgreementRowsQueryVariables,
  BookingRowsQuery,
  BookingRowsQueryVariables,
  ClaimRowsQuery,
  ClaimRowsQueryVariables,
  ContributionRowsQuery,
  ContributionRowsQueryVariables,
  FundingShareRowsQuery,
  FundingShareRowsQueryVariables,
  NeedRowsQuery,
  NeedRowsQueryVariables,
  ResolutionMattersQuery,
  ResolutionMattersQueryVariables,
  RowSourceQuery,
  RowSourceQueryVariables,
  TaskRowsQuery,
  TaskRowsQueryVariables,
  ThreeListsQuery,
  ThreeListsQueryVariables,
} from './operation-types';

export const Q01VenuesFreeNextWeek: Operation<Q01VenuesFreeNextWeekQuery, Q01VenuesFreeNextWeekQueryVariables> = {
  name: 'Q01VenuesFreeNextWeek',
  hash: '91820ea7732d026a56fa5ddd3506d2a47033947c6200b53e4466260850dd03d8',
  pages: {"sharedResources":"after"},
  readText: async () => (await import('../../../../schema/operations/q01-venues-free-next-week.graphql?raw')).default,
};

export const Q02VenuesForPeopleAtATime: Operation<Q02VenuesForPeopleAtATimeQuery, Q02VenuesForPeopleAtATimeQueryVariables> = {
  name: 'Q02VenuesForPeopleAtATime',
  hash: 'b890b1cf93d0514d9dad4b29e75defe5b9e44744ad1c05bf7f8a9165be3e0d8a',
  pages: {"sharedResources":"after"},
  readText: async () => (await import('../../../../schema/operations/q02-venues-for-people-at-a-time.graphql?raw')).default,
};

export const Q03BookingsWaiting: Operation<Q03BookingsWaitingQuery, Q03BookingsWaitingQueryVariables> = {
  name: 'Q03BookingsWaiting',
  hash: '18d886847a4cef864ecfad6d217a86b23396a11f495b68b3489e5aae0f2832fd',
  pages: {"bookings":"after"},
  readText: async () => (await import('../../../../schema/operations/q03-bookings-waiting.graphql?raw')).default,
};

export const Q04UsePerResourceLastQuarter: Operation<Q04UsePerResourceLastQuarterQuery, Q04UsePerResourceLastQuarterQueryVariables> = {
  name: 'Q04UsePerResourceLastQuarter',
  hash: '2e119f9bbb5972a35ce891deff2cdc8fc82b268078629786719c8238bf2eb812',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q04-use-per-resource-last-quarter.graphql?raw')).default,
};

export const Q05AgreementsExpiring: Operation<Q05AgreementsExpiringQuery, Q05AgreementsExpiringQueryVariables> = {
  name: 'Q05AgreementsExpiring',
  hash: '532535f0b966f3126d32864a6e0cf608dff20a8bcf5a0381869a8e06fab883db',
  pages: {"coBuildingAgreements":"after"},
  readText: async () => (await import('../../../../schema/operations/q05-agreements-expiring.graphql?raw')).default,
};

export const Q06TasksOverdue: Operation<Q06TasksOverdueQuery, Q06TasksOverdueQueryVariables> = {
  name: 'Q06TasksOverdue',
  hash: '18417ee368b99bad9c9d75d8d2bd1a441b600256d531f236d2874dc7b7cfbc32',
  pages: {"agreementTasks":"after"},
  readText: async () => (await import('../../../../schema/operations/q06-tasks-overdue.graphql?raw')).default,
};

export const Q07TasksUnconfirmed: Operation<Q07TasksUnconfirmedQuery, Q07TasksUnconfirmedQueryVariables> = {
  name: 'Q07TasksUnconfirmed',
  hash: '0faa147b1102d7de2a7a145a3ad427c4005c0dfae54471c7f170912c72fde59b',
  pages: {"agreementTasks":"after"},
  readText: async () => (await import('../../../../schema/operations/q07-tasks-unconfirmed.graphql?raw')).default,
};

export const Q08MembersWithoutAgreement: Operation<Q08MembersWithoutAgreementQuery, Q08MembersWithoutAgreementQueryVariables> = {
  name: 'Q08MembersWithoutAgreement',
  hash: 'bb85700ead5a106850e00351dda9009420c86255f88eec1a525f503b2950e290',
  pages: {"conferenceMemberships":"after"},
  readText: async () => (await import('../../../../schema/operations/q08-members-without-agreement.graphql?raw')).default,
};

export const Q09ClaimsPerOrganization: Operation<Q09ClaimsPerOrganizationQuery, Q09ClaimsPerOrganizationQueryVariables> = {
  name: 'Q09ClaimsPerOrganization',
  hash: 'adbd7c4a0d53a5733e782eb4f0d9e697fa82c055fad412d2e914f2a19849e3c2',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q09-claims-per-organization.graphql?raw')).default,
};

export const Q10NeedsUnclaimed: Operation<Q10NeedsUnclaimedQuery, Q10NeedsUnclaimedQueryVariables> = {
  name: 'Q10NeedsUnclaimed',
  hash: '624c5e7c7875d313ff1723b578d47f7fab77e4f9521ebc9694e599b72b9000da',
  pages: {"needs":"after"},
  readText: async () => (await import('../../../../schema/operations/q10-needs-unclaimed.graphql?raw')).default,
};

export const Q11ResourcesForUnclaimedNeeds: Operation<Q11ResourcesForUnclaimedNeedsQuery, Q11ResourcesForUnclaimedNeedsQueryVariables> = {
  name: 'Q11ResourcesForUnclaimedNeeds',
  hash: '8b88285b6734f6c3b464760c5328bd7e8529c15da7babc1e02a91bf0536cf210',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q11-resources-for-unclaimed-needs.graphql?raw')).default,
};

export const Q12AgendaOfNextMeeting: Operation<Q12AgendaOfNextMeetingQuery, Q12AgendaOfNextMeetingQueryVariables> = {
  name: 'Q12AgendaOfNextMeeting',
  hash: '38523fd3fe4c1756ed81d5006e42e5fa28cedab1c7a17a8d98c17e6336557567',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q12-agenda-of-next-meeting.graphql?raw')).default,
};

export const Q13ResolutionsOfLastMeeting: Operation<Q13ResolutionsOfLastMeetingQuery, Q13ResolutionsOfLastMeetingQueryVariables> = {
  name: 'Q13ResolutionsOfLastMeeting',
  hash: 'fbf9cee102a169248be38f682e3548554f697738cc32c839071a00a0519bceb1',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q13-resolutions-of-last-meeting.graphql?raw')).default,
};

export const Q14AssignmentsUnderSupervision: Operation<Q14AssignmentsUnderSupervisionQuery, Q14AssignmentsUnderSupervisionQueryVariables> = {
  name: 'Q14AssignmentsUnderSupervision',
  hash: '439e99aa6255b7b23f1a2b4d834ded255badd896728c3eed0c9ade12e7303c03',
  pages: {"assignments":"after"},
  readText: async () => (await import('../../../../schema/operations/q14-assignments-under-supervision.graphql?raw')).default,
};

export const Q15Absences: Operation<Q15AbsencesQuery, Q15AbsencesQueryVariables> = {
  name: 'Q15Absences',
  hash: 'dd399bb1e271041c8baf503b45a79c8925619e471782fe94820f33a12bda3b01',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q15-absences.graphql?raw')).default,
};

export const Q16ProjectsWithFunding: Operation<Q16ProjectsWithFundingQuery, Q16ProjectsWithFundingQueryVariables> = {
  name: 'Q16ProjectsWithFunding',
  hash: '14ce15951b0178ba5b0be6c7fc343e7149406ff415d311a6e9d40e07acd7a857',
  pages: {"jointProjects":"after"},
  readText: async () => (await import('../../../../schema/operations/q16-projects-with-funding.graphql?raw')).default,
};

export const Q17ContributionsThisYear: Operation<Q17ContributionsThisYearQuery, Q17ContributionsThisYearQueryVariables> = {
  name: 'Q17ContributionsThisYear',
  hash: '1144c862f39e78c13aa5e1c0944801638e2ef72a079a1ef58cf88e800278b3d5',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/q17-contributions-this-year.graphql?raw')).default,
};

export const Q18FundingShares: Operation<Q18FundingSharesQuery, Q18FundingSharesQueryVariables> = {
  name: 'Q18FundingShares',
  hash: 'e51521cc33677e0450405702badb3406a2df786c9dc612ff4b73cd96b698bfb5',
  pages: {"jointProjects":"after"},
  readText: async () => (await import('../../../../schema/operations/q18-funding-shares.graphql?raw')).default,
};

export const Q19ProjectsToPost: Operation<Q19ProjectsToPostQuery, Q19ProjectsToPostQueryVariables> = {
  name: 'Q19ProjectsToPost',
  hash: 'd2d4baae0575854e9d83eef68a8f6cd584517342c15c01c65bec57636cfe3752',
  pages: {"jointProjects":"after"},
  readText: async () => (await import('../../../../schema/operations/q19-projects-to-post.graphql?raw')).default,
};

export const Q20ActivitiesNextMonth: Operation<Q20ActivitiesNextMonthQuery, Q20ActivitiesNextMonthQueryVariables> = {
  name: 'Q20ActivitiesNextMonth',
  hash: '7d0941aa68bd7589894d61de632d8304ff8e96a9822701e286b49d0f6dd953de',
  pages: {"jointActivities":"after"},
  readText: async () => (await import('../../../../schema/operations/q20-activities-next-month.graphql?raw')).default,
};

export const Q21ServiceStations: Operation<Q21ServiceStationsQuery, Q21ServiceStationsQueryVariables> = {
  name: 'Q21ServiceStations',
  hash: '7724a8dafea95cd72e88a054db81f0520f690fd0c5fbd3359826b664af6758c4',
  pages: {"serviceStations":"after"},
  readText: async () => (await import('../../../../schema/operations/q21-service-stations.graphql?raw')).default,
};

export const Q22CommunitiesCompared: Operation<Q22CommunitiesComparedQuery, Q22CommunitiesComparedQueryVariables> = {
  name: 'Q22CommunitiesCompared',
  hash: '267cea4caf63b2ea7fada52b5fdd9cd1766dc8c2c1729acd8d1ad2f82f6f1faa',
  pages: {"organizations":"after"},
  readText: async () => (await import('../../../../schema/operations/q22-communities-compared.graphql?raw')).default,
};

export const Q23Satisfaction: Operation<Q23SatisfactionQuery, Q23SatisfactionQueryVariables> = {
  name: 'Q23Satisfaction',
  hash: '854c42c1ba5f51ae6f76ae8da36bfa353a6aae3b7c4b07c4b6c9cf8859781605',
  pages: {"surveyResults":"after"},
  readText: async () => (await import('../../../../schema/operations/q23-satisfaction.graphql?raw')).default,
};

export const Q24MembersWithoutLiaisonOffice: Operation<Q24MembersWithoutLiaisonOfficeQuery, Q24MembersWithoutLiaisonOfficeQueryVariables> = {
  name: 'Q24MembersWithoutLiaisonOffice',
  hash: 'fa7891d764e8ef6513c562b455366d7923ab2a3cb0122aadffaa7a28cec5ff6b',
  pages: {"conferenceMemberships":"after"},
  readText: async () => (await import('../../../../schema/operations/q24-members-without-liaison-office.graphql?raw')).default,
};

export const Q25WhereFiguresComeFrom: Operation<Q25WhereFiguresComeFromQuery, Q25WhereFiguresComeFromQueryVariables> = {
  name: 'Q25WhereFiguresComeFrom',
  hash: '7ba98d7a491f4b826785c292a28e4c40b9f9b5023810ce598c953d8037056d6f',
  pages: {"indicators":"after"},
  readText: async () => (await import('../../../../schema/operations/q25-where-figures-come-from.graphql?raw')).default,
};

export const AbsenceRows: Operation<AbsenceRowsQuery, AbsenceRowsQueryVariables> = {
  name: 'AbsenceRows',
  hash: '41e532406d6f14db9db110d804e403cf43ada8f644ce61cdc41f4c1b75137482',
  pages: {"attendances":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/absence-rows.graphql?raw')).default,
};

export const AgendaMatters: Operation<AgendaMattersQuery, AgendaMattersQueryVariables> = {
  name: 'AgendaMatters',
  hash: '1445883e2e90c6bc43ad6f3d2482f4eae8001d46e714af9aaa34d96389003744',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/rows/agenda-matters.graphql?raw')).default,
};

export const AgreementRows: Operation<AgreementRowsQuery, AgreementRowsQueryVariables> = {
  name: 'AgreementRows',
  hash: '2365b26f46745995c2296b9e75bc84cbb48e352ffbdc53dc5055d1b08e406ec2',
  pages: {"coBuildingAgreements":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/agreement-rows.graphql?raw')).default,
};

export const BookingRows: Operation<BookingRowsQuery, BookingRowsQueryVariables> = {
  name: 'BookingRows',
  hash: 'f25bed79750efe8eee942c421241da69248c73aa93843514ce63e29ce30efea3',
  pages: {"bookings":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/booking-rows.graphql?raw')).default,
};

export const ClaimRows: Operation<ClaimRowsQuery, ClaimRowsQueryVariables> = {
  name: 'ClaimRows',
  hash: '3bf6e1a4296f46912217c5b4bc55537edab309a43ff95cce9ff36b1dad720719',
  pages: {"needClaims":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/claim-rows.graphql?raw')).default,
};

export const ContributionRows: Operation<ContributionRowsQuery, ContributionRowsQueryVariables> = {
  name: 'ContributionRows',
  hash: '7e3653e1a0e145298331717748d94d015d75cbf16b26d98539648e9d3cee1c2f',
  pages: {"contributions":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/contribution-rows.graphql?raw')).default,
};

export const FundingShareRows: Operation<FundingShareRowsQuery, FundingShareRowsQueryVariables> = {
  name: 'FundingShareRows',
  hash: '1be66494b5a1e224cae8fc6896e13e0e4419c6c7760e30ec17bef055a7d3377d',
  pages: {"fundingShares":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/funding-share-rows.graphql?raw')).default,
};

export const NeedRows: Operation<NeedRowsQuery, NeedRowsQueryVariables> = {
  name: 'NeedRows',
  hash: 'cdbb0a11d533d6214492f85457d3c717dcd6d061aa05718b72d52e0ba4675658',
  pages: {"needs":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/need-rows.graphql?raw')).default,
};

export const ResolutionMatters: Operation<ResolutionMattersQuery, ResolutionMattersQueryVariables> = {
  name: 'ResolutionMatters',
  hash: '4550f55afe3ac959a5eb757d9120da8759d0ceff2e2f5d34ab45566b43d93316',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/rows/resolution-matters.graphql?raw')).default,
};

export const RowSource: Operation<RowSourceQuery, RowSourceQueryVariables> = {
  name: 'RowSource',
  hash: '9fb969a30378b563723db3d6a3d60e7f700a881667418e3c893de4b34fdc3c0e',
  pages: {},
  readText: async () => (await import('../../../../schema/operations/rows/row-source.graphql?raw')).default,
};

export const TaskRows: Operation<TaskRowsQuery, TaskRowsQueryVariables> = {
  name: 'TaskRows',
  hash: '16ba02f07f8f1f0510045702d36b81ba0936bccb1b98d53311269f1d5f778720',
  pages: {"agreementTasks":"after"},
  readText: async () => (await import('../../../../schema/operations/rows/task-rows.graphql?raw')).default,
};

export const ThreeLists: Operation<ThreeListsQuery, ThreeListsQueryVariables> = {
  name: 'ThreeLists',
  hash: 'be46d80a9fda73fa1358a3e1b807176c804263c9651b8e0f629d67ca0767c59a',
  pages: {"needs":"needsAfter","sharedResources":"resourcesAfter","jointProjects":"projectsAfter"},
  readText: async () => (await import('../../../../schema/operations/rows/three-lists.graphql?raw')).default,
};
