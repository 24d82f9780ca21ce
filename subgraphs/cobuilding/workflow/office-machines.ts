// What may be done with offices, seats, pairings and brands, by the organization that keeps them. Offices, never names.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { CommunityBrand } from '../community-brand/community-brand';
import { CommitteeSeat } from '../office/committee-seat';
import { CrossAppointment } from '../office/cross-appointment';
import { Office } from '../office/office';
import { OrganizationPairing } from '../organization-pairing/organization-pairing';

const who = [owner];
const OFFICE = [
  'title',
  'titleEn',
  'kind',
  'organizationId',
  'linkedCommunityId',
  'duties',
  'officePhone',
  'validFrom',
  'validTo',
] as const;
const SEAT = ['bodyId', 'organizationId', 'officeId', 'title', 'validFrom', 'validTo'] as const;
const APPOINTMENT = [
  'firstTitle',
  'firstOrganizationId',
  'secondTitle',
  'secondOrganizationId',
  'validFrom',
  'validTo',
] as const;
const PAIRING = [
  'name',
  'nameEn',
  'kind',
  'leadId',
  'counterpartId',
  'officeId',
  'validFrom',
  'validTo',
] as const;
const BRAND = ['name', 'nameEn', 'text', 'sinceYear'] as const;

export const officeMachine = createMachine<Office>(Office, {
  creations: {
    createOffice: { description: '登记岗位；不写姓名。 Enters an office, never a name.', who, takes: OFFICE },
  },
  transitions: {
    updateOffice: { description: '修改岗位。 Changes an office.', who, takes: OFFICE },
  },
});

export const committeeSeatMachine = createMachine<CommitteeSeat>(CommitteeSeat, {
  creations: {
    createCommitteeSeat: {
      description: '登记兼职委员席位。 Enters a seat of an organization.',
      who,
      takes: SEAT,
    },
  },
  transitions: {
    updateCommitteeSeat: { description: '修改席位。 Changes a seat.', who, takes: SEAT },
  },
});

export const crossAppointmentMachine = createMachine<CrossAppointment>(CrossAppointment, {
  creations: {
    addCrossAppointment: {
      description: '登记一岗兼任的两个职务。 Enters the two posts that an office holds.',
      under: 'officeId',
      who,
      takes: APPOINTMENT,
    },
  },
  transitions: {
    updateCrossAppointment: { description: '修改兼任。 Changes it.', who, takes: APPOINTMENT },
  },
});

export const organizationPairingMachine = createMachine<OrganizationPairing>(OrganizationPairing, {
  creations: {
    createOrganizationPairing: {
      description: '登记结对；不记个人结对。 Enters a pairing, never of persons.',
      who,
      takes: PAIRING,
    },
  },
  transitions: {
    updateOrganizationPairing: { description: '修改结对。 Changes a pairing.', who, takes: PAIRING },
  },
});

export const communityBrandMachine = createMachine<CommunityBrand>(CommunityBrand, {
  creations: {
    createCommunityBrand: { description: '登记社区品牌。 Enters a brand.', who, takes: BRAND },
  },
  transitions: {
    updateCommunityBrand: { description: '修改社区品牌。 Changes a brand.', who, takes: BRAND },
  },
});
