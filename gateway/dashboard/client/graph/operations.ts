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
  AgendaMattersQuery,
  AgendaMattersQueryVariables,
  ResolutionMattersQuery,
  ResolutionMattersQueryVariables,
  RowSourceQuery,
  RowSourceQueryVariables,
  ThreeListsQuery,
  ThreeListsQueryVariables,
} from './operation-types';

export const Q01VenuesFreeNextWeek: Operation<Q01VenuesFreeNextWeekQuery, Q01VenuesFreeNextWeekQueryVariables> = {
  name: 'Q01VenuesFreeNextWeek',
  hash: '7b080d025dcbaca1db09850905b57fb8a78bbce2a2c8d7e8e72fafe3e95245e4',
  readText: async () => (await import('../../../../schema/operations/q01-venues-free-next-week.graphql?raw')).default,
};

export const Q02VenuesForPeopleAtATime: Operation<Q02VenuesForPeopleAtATimeQuery, Q02VenuesForPeopleAtATimeQueryVariables> = {
  name: 'Q02VenuesForPeopleAtATime',
  hash: '0d1e7b05772025bd3716ab8a44d606a3ea691e029caa101e72c9de27b88f0bc6',
  readText: async () => (await import('../../../../schema/operations/q02-venues-for-people-at-a-time.graphql?raw')).default,
};

export const Q03BookingsWaiting: Operation<Q03BookingsWaitingQuery, Q03BookingsWaitingQueryVariables> = {
  name: 'Q03BookingsWaiting',
  hash: 'a6e9e7c5d7eba0572fe3911ba78620a7249fcbb5093f9e9f8555b648c4ddf5da',
  readText: async () => (await import('../../../../schema/operations/q03-bookings-waiting.graphql?raw')).default,
};

export const Q04UsePerResourceLastQuarter: Operation<Q04UsePerResourceLastQuarterQuery, Q04UsePerResourceLastQuarterQueryVariables> = {
  name: 'Q04UsePerResourceLastQuarter',
  hash: '2e119f9bbb5972a35ce891deff2cdc8fc82b268078629786719c8238bf2eb812',
  readText: async () => (await import('../../../../schema/operations/q04-use-per-resource-last-quarter.graphql?raw')).default,
};

export const Q05AgreementsExpiring: Operation<Q05AgreementsExpiringQuery, Q05AgreementsExpiringQueryVariables> = {
  name: 'Q05AgreementsExpiring',
  hash: '766782a3564d4a947378e566217fb2485b91ac4847e62b148168fddc07dcfa46',
  readText: async () => (await import('../../../../schema/operations/q05-agreements-expiring.graphql?raw')).default,
};

export const Q06TasksOverdue: Operation<Q06TasksOverdueQuery, Q06TasksOverdueQueryVariables> = {
  name: 'Q06TasksOverdue',
  hash: '182b0f58cf30d6217d954fac19d8355115c27d18dfe969e1af15b7d5682437ef',
  readText: async () => (await import('../../../../schema/operations/q06-tasks-overdue.graphql?raw')).default,
};

export const Q07TasksUnconfirmed: Operation<Q07TasksUnconfirmedQuery, Q07TasksUnconfirmedQueryVariables> = {
  name: 'Q07TasksUnconfirmed',
  hash: 'c45ab9500b322b881e2ec70f500ea8865b69a4cedf6363e64601e88834cc9245',
  readText: async () => (await import('../../../../schema/operations/q07-tasks-unconfirmed.graphql?raw')).default,
};

export const Q08MembersWithoutAgreement: Operation<Q08MembersWithoutAgreementQuery, Q08MembersWithoutAgreementQueryVariables> = {
  name: 'Q08MembersWithoutAgreement',
  hash: '3ee0c8cf50cdd9bb141a93acea379c8d12275ba1e304e4e4bfef1744df408385',
  readText: async () => (await import('../../../../schema/operations/q08-members-without-agreement.graphql?raw')).default,
};

export const Q09ClaimsPerOrganization: Operation<Q09ClaimsPerOrganizationQuery, Q09ClaimsPerOrganizationQueryVariables> = {
  name: 'Q09ClaimsPerOrganization',
  hash: 'adbd7c4a0d53a5733e782eb4f0d9e697fa82c055fad412d2e914f2a19849e3c2',
  readText: async () => (await import('../../../../schema/operations/q09-claims-per-organization.graphql?raw')).default,
};

export const Q10NeedsUnclaimed: Operation<Q10NeedsUnclaimedQuery, Q10NeedsUnclaimedQueryVariables> = {
  name: 'Q10NeedsUnclaimed',
  hash: 'afec0b2033f2cd48884ca88aff173997c1e488ee45cec46bb282869af7c0926e',
  readText: async () => (await import('../../../../schema/operations/q10-needs-unclaimed.graphql?raw')).default,
};

export const Q11ResourcesForUnclaimedNeeds: Operation<Q11ResourcesForUnclaimedNeedsQuery, Q11ResourcesForUnclaimedNeedsQueryVariables> = {
  name: 'Q11ResourcesForUnclaimedNeeds',
  hash: '8b88285b6734f6c3b464760c5328bd7e8529c15da7babc1e02a91bf0536cf210',
  readText: async () => (await import('../../../../schema/operations/q11-resources-for-unclaimed-needs.graphql?raw')).default,
};

export const Q12AgendaOfNextMeeting: Operation<Q12AgendaOfNextMeetingQuery, Q12AgendaOfNextMeetingQueryVariables> = {
  name: 'Q12AgendaOfNextMeeting',
  hash: '38523fd3fe4c1756ed81d5006e42e5fa28cedab1c7a17a8d98c17e6336557567',
  readText: async () => (await import('../../../../schema/operations/q12-agenda-of-next-meeting.graphql?raw')).default,
};

export const Q13ResolutionsOfLastMeeting: Operation<Q13ResolutionsOfLastMeetingQuery, Q13ResolutionsOfLastMeetingQueryVariables> = {
  name: 'Q13ResolutionsOfLastMeeting',
  hash: 'fbf9cee102a169248be38f682e3548554f697738cc32c839071a00a0519bceb1',
  readText: async () => (await import('../../../../schema/operations/q13-resolutions-of-last-meeting.graphql?raw')).default,
};

export const Q14AssignmentsUnderSupervision: Operation<Q14AssignmentsUnderSupervisionQuery, Q14AssignmentsUnderSupervisionQueryVariables> = {
  name: 'Q14AssignmentsUnderSupervision',
  hash: '28955afab09af0ff7fff3c6a5ae1f89a1529416cc99c9c4bcd77a1a68218a491',
  readText: async () => (await import('../../../../schema/operations/q14-assignments-under-supervision.graphql?raw')).default,
};

export const Q15Absences: Operation<Q15AbsencesQuery, Q15AbsencesQueryVariables> = {
  name: 'Q15Absences',
  hash: 'dd399bb1e271041c8baf503b45a79c8925619e471782fe94820f33a12bda3b01',
  readText: async () => (await import('../../../../schema/operations/q15-absences.graphql?raw')).default,
};

export const Q16ProjectsWithFunding: Operation<Q16ProjectsWithFundingQuery, Q16ProjectsWithFundingQueryVariables> = {
  name: 'Q16ProjectsWithFunding',
  hash: '94a02a5f99bdb0f08f7f61b87522c75f7b2b5a0dac4d8ad9c19dca3c55826b31',
  readText: async () => (await import('../../../../schema/operations/q16-projects-with-funding.graphql?raw')).default,
};

export const Q17ContributionsThisYear: Operation<Q17ContributionsThisYearQuery, Q17ContributionsThisYearQueryVariables> = {
  name: 'Q17ContributionsThisYear',
  hash: '1144c862f39e78c13aa5e1c0944801638e2ef72a079a1ef58cf88e800278b3d5',
  readText: async () => (await import('../../../../schema/operations/q17-contributions-this-year.graphql?raw')).default,
};

export const Q18FundingShares: Operation<Q18FundingSharesQuery, Q18FundingSharesQueryVariables> = {
  name: 'Q18FundingShares',
  hash: 'b12f6ed1b62e3a56777e44c682a1c637a7b85dbb4a1e36b4754e100110dfbd3b',
  readText: async () => (await import('../../../../schema/operations/q18-funding-shares.graphql?raw')).default,
};

export const Q19ProjectsToPost: Operation<Q19ProjectsToPostQuery, Q19ProjectsToPostQueryVariables> = {
  name: 'Q19ProjectsToPost',
  hash: '43bc6d9d34cef95493089193d44ac5c802c018220f093ea27ca13fcaa6d8411c',
  readText: async () => (await import('../../../../schema/operations/q19-projects-to-post.graphql?raw')).default,
};

export const Q20ActivitiesNextMonth: Operation<Q20ActivitiesNextMonthQuery, Q20ActivitiesNextMonthQueryVariables> = {
  name: 'Q20ActivitiesNextMonth',
  hash: '38a66e18d1245e36292cfd9325ce2a5e0fd8dd03905a99d67fa83fcf0d877bfd',
  readText: async () => (await import('../../../../schema/operations/q20-activities-next-month.graphql?raw')).default,
};

export const Q21ServiceStations: Operation<Q21ServiceStationsQuery, Q21ServiceStationsQueryVariables> = {
  name: 'Q21ServiceStations',
  hash: '2a347a9ac4097321b92f2487b409fdd6d07354868cb6cee1ed1873cc6c53298c',
  readText: async () => (await import('../../../../schema/operations/q21-service-stations.graphql?raw')).default,
};

export const Q22CommunitiesCompared: Operation<Q22CommunitiesComparedQuery, Q22CommunitiesComparedQueryVariables> = {
  name: 'Q22CommunitiesCompared',
  hash: '3b9b11b9b338ab87e981451e420fca6032a0e20e5bd023a027a7d0d200771bcb',
  readText: async () => (await import('../../../../schema/operations/q22-communities-compared.graphql?raw')).default,
};

export const Q23Satisfaction: Operation<Q23SatisfactionQuery, Q23SatisfactionQueryVariables> = {
  name: 'Q23Satisfaction',
  hash: 'ef9daf611879a53ea21b754a0297c387c005ac0d59c208a1cd1e12fff2a05dd4',
  readText: async () => (await import('../../../../schema/operations/q23-satisfaction.graphql?raw')).default,
};

export const Q24MembersWithoutLiaisonOffice: Operation<Q24MembersWithoutLiaisonOfficeQuery, Q24MembersWithoutLiaisonOfficeQueryVariables> = {
  name: 'Q24MembersWithoutLiaisonOffice',
  hash: '1c55a74cc81a42fa99731d0e907cd5c73036a21d21f24dc110e184e8af51e750',
  readText: async () => (await import('../../../../schema/operations/q24-members-without-liaison-office.graphql?raw')).default,
};

export const Q25WhereFiguresComeFrom: Operation<Q25WhereFiguresComeFromQuery, Q25WhereFiguresComeFromQueryVariables> = {
  name: 'Q25WhereFiguresComeFrom',
  hash: 'e6012e7a71ff5f42d0d0a9dd99d8ec067bd256e179601269f27007c21fab7ac4',
  readText: async () => (await import('../../../../schema/operations/q25-where-figures-come-from.graphql?raw')).default,
};

export const AgendaMatters: Operation<AgendaMattersQuery, AgendaMattersQueryVariables> = {
  name: 'AgendaMatters',
  hash: '1445883e2e90c6bc43ad6f3d2482f4eae8001d46e714af9aaa34d96389003744',
  readText: async () => (await import('../../../../schema/operations/rows/agenda-matters.graphql?raw')).default,
};

export const ResolutionMatters: Operation<ResolutionMattersQuery, ResolutionMattersQueryVariables> = {
  name: 'ResolutionMatters',
  hash: '4550f55afe3ac959a5eb757d9120da8759d0ceff2e2f5d34ab45566b43d93316',
  readText: async () => (await import('../../../../schema/operations/rows/resolution-matters.graphql?raw')).default,
};

export const RowSource: Operation<RowSourceQuery, RowSourceQueryVariables> = {
  name: 'RowSource',
  hash: '90f8f3dffcfee5870c07a9ada2d7e350692b681c5b644dbee75081b32d7fe0e5',
  readText: async () => (await import('../../../../schema/operations/rows/row-source.graphql?raw')).default,
};

export const ThreeLists: Operation<ThreeListsQuery, ThreeListsQueryVariables> = {
  name: 'ThreeLists',
  hash: 'b141bc016532b7f6882b17aa095ababafdf66fef1fbd8b3c8c98c33a95a38598',
  readText: async () => (await import('../../../../schema/operations/rows/three-lists.graphql?raw')).default,
};
