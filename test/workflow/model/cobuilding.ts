// The contract `cobuilding` as the domain's page words it: what is described and counted, beside agreements, projects and activities.
import { ACTIVITIES } from './activities';
import { AGREEMENTS } from './agreements';
import { described, owner, why, type Taking, type Type } from './machine';
import { PROJECTS } from './projects';
import { TASKS } from './tasks';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const VALID = ['validFrom', 'validTo'];
const PERIOD = ['periodText', 'periodStart', 'periodEnd'];

const of = (
  singular: string,
  plural: string,
  columns: string[],
  rules: Type['rules'],
  defaults = {},
): Type => ({
  contract: 'cobuilding',
  singular,
  plural,
  columns,
  rules,
  defaults,
});

const REST: Record<string, Type> = {
  Pledge: {
    ...of('pledge', 'pledges', ['level', 'text', 'year', 'publiclyPosted', 'statedCount', ...CHANGE], {
      makePledge: {
        by: [owner],
        creates: true,
        to: 'OPEN',
        sample: () => ({ level: 'BRANCH', text: '开放阅览室' }),
      },
      updatePledge: { by: [owner], states: ['OPEN'] },
      fulfilPledge: { by: [owner], states: ['OPEN', 'PARTLY_FULFILLED'], to: 'FULFILLED' },
      fulfilPledgePartly: { by: [owner], states: ['OPEN'], to: 'PARTLY_FULFILLED' },
      failPledge: { by: [owner], states: ['OPEN', 'PARTLY_FULFILLED'], to: 'NOT_FULFILLED', ...why },
    }),
    states: ['OPEN', 'FULFILLED', 'PARTLY_FULFILLED', 'NOT_FULFILLED'],
    kept: CHANGE,
  },
  PublicNotice: of(
    'publicNotice',
    'publicNotices',
    ['title', 'kind', 'projectId', 'agreementId', 'pledgeId', 'postedOn', 'postedUntil', 'place'],
    {
      postPublicNotice: {
        by: [owner],
        creates: true,
        sample: ({ world, row }) => ({
          title: '立项公示',
          kind: 'APPROVAL',
          projectId: world.of('JointProject', { home: row.home })[0]?.id,
        }),
        check: faultInNotice,
        change: ({ row, world }) => ({ postedOn: row.postedOn ?? world.today }),
      },
      updatePublicNotice: {
        by: [owner],
        check: ({ row, input }) => endsBeforeItBegins({ ...row, ...input }) && 'INVALID_INPUT',
      },
    },
  ),
  Indicator: of(
    'indicator',
    'indicators',
    [
      'name',
      'indicatorClass',
      'value',
      'suppressed',
      'unitOfMeasure',
      'isEstimate',
      'organizationId',
      'asOf',
      ...PERIOD,
    ],
    {
      recordIndicator: {
        by: [owner],
        creates: true,
        beside: ['aboutVulnerableGroup'],
        sample: () => ({
          name: '结对户数',
          indicatorClass: 'CORE',
          value: 4,
          unitOfMeasure: '户',
          aboutVulnerableGroup: true,
        }),
        check: faultInFigure,
        change: suppression,
      },
      correctIndicator: {
        by: [owner],
        ...why,
        beside: ['aboutVulnerableGroup'],
        sample: () => ({ reason: '复核后更正', value: 12, aboutVulnerableGroup: true }),
        check: faultInFigure,
        change: suppression,
      },
    },
    { isEstimate: false, suppressed: false },
  ),
  SurveyResult: of(
    'surveyResult',
    'surveyResults',
    [
      'name',
      'kind',
      'value',
      'unitOfMeasure',
      'basis',
      'sampleSize',
      'surveyedOn',
      'surveyedById',
      ...PERIOD,
    ],
    {
      recordSurveyResult: {
        by: [owner],
        creates: true,
        sample: () => ({
          name: '满意度',
          kind: 'SATISFACTION',
          value: 91.5,
          unitOfMeasure: '%',
          basis: '满意与基本满意',
          sampleSize: 200,
        }),
        check: faultInFigure,
        change: ({ asker }) => ({ surveyedById: asker.organization }),
      },
      correctSurveyResult: { by: [owner], ...why, check: faultInFigure },
    },
  ),
  Office: of(
    'office',
    'offices',
    ['title', 'kind', 'organizationId', 'duties', 'officePhone', ...VALID],
    described(
      { create: 'createOffice', update: 'updateOffice' },
      { title: '联络员', kind: 'LIAISON_OFFICER' },
    ),
  ),
  CommitteeSeat: of(
    'committeeSeat',
    'committeeSeats',
    ['bodyId', 'organizationId', 'officeId', 'title', ...VALID],
    described({ create: 'createCommitteeSeat', update: 'updateCommitteeSeat' }, { title: '兼职委员' }),
  ),
  CrossAppointment: of(
    'crossAppointment',
    'crossAppointments',
    ['officeId', 'firstTitle', 'firstOrganizationId', 'secondTitle', 'secondOrganizationId', ...VALID],
    described(
      { create: 'addCrossAppointment', update: 'updateCrossAppointment', under: 'officeId' },
      { firstTitle: '书记', secondTitle: '主任' },
    ),
  ),
  OrganizationPairing: of(
    'organizationPairing',
    'organizationPairings',
    ['name', 'kind', 'leadId', 'counterpartId', 'officeId', ...VALID],
    described(
      { create: 'createOrganizationPairing', update: 'updateOrganizationPairing' },
      { name: '结对共建', kind: 'MIXED' },
    ),
  ),
  CommunityBrand: of(
    'communityBrand',
    'communityBrands',
    ['name', 'text', 'sinceYear'],
    described({ create: 'createCommunityBrand', update: 'updateCommunityBrand' }, { name: '邻里驿站' }),
  ),
  ServiceStation: of(
    'serviceStation',
    'serviceStations',
    ['name', 'openingHours', 'place', 'officeId'],
    described({ create: 'createServiceStation', update: 'updateServiceStation' }, { name: '服务站' }),
  ),
  ServiceItem: of(
    'serviceItem',
    'serviceItems',
    ['stationId', 'name', 'providerId', 'hours', 'audienceText'],
    described(
      { create: 'addServiceItem', update: 'updateServiceItem', under: 'stationId' },
      { name: '代办缴费' },
    ),
  ),
  GoodsDonation: of(
    'goodsDonation',
    'goodsDonations',
    ['stationId', 'donorId', 'goods', 'quantity', 'unitOfMeasure', 'donatedOn'],
    {
      recordGoodsDonation: {
        by: [owner],
        creates: true,
        under: 'stationId',
        sample: () => ({ goods: '图书', quantity: 60, unitOfMeasure: '册' }),
        change: ({ row, world }) => ({ donatedOn: row.donatedOn ?? world.today }),
      },
    },
  ),
};

export const COBUILDING: Record<string, Type> = {
  ...AGREEMENTS,
  ...TASKS,
  ...PROJECTS,
  ...ACTIVITIES,
  ...REST,
};

function faultInNotice({ world, row, input }: Taking) {
  const subjects = [input.projectId, input.agreementId, input.pledgeId].filter(Boolean);
  const isThere = subjects.length === 1 && world.find(subjects[0])?.home === row.home;
  const isSound = isThere && (input.kind === 'PLEDGE') === Boolean(input.pledgeId);
  return (
    (!isSound || endsBeforeItBegins({ ...row, postedOn: row.postedOn ?? world.today })) && 'INVALID_INPUT'
  );
}

function endsBeforeItBegins({ postedOn, postedUntil }: Record<string, any>) {
  return postedUntil && postedUntil < postedOn;
}

function faultInFigure({ row, input }: Taking) {
  const { value, unitOfMeasure, periodStart, periodEnd } = { ...row, ...input };
  return (
    ((unitOfMeasure === '%' && value > 100) || (periodStart && periodEnd && periodEnd < periodStart)) &&
    'INVALID_INPUT'
  );
}

/** Aggregates about vulnerable groups under 10 are suppressed. */
function suppression({ row, input }: Taking) {
  const value = input.value ?? row.value ?? null;
  const suppressed = input.aboutVulnerableGroup === true && value !== null && value < 10;
  const isStillHidden = row.suppressed && input.value === undefined && row.value === null;
  return suppressed ? { value: null, suppressed } : { suppressed: Boolean(isStillHidden) };
}
