// The nouns of the contract `cobuilding`.
import type { Contract } from '../kit/federated-schema';
import { AgreementAmendment } from './agreement/agreement-amendment';
import { AgreementSignatory } from './agreement/agreement-signatory';
import { CoBuildingAgreement } from './agreement/co-building-agreement';
import { Evaluation } from './agreement/evaluation';
import { AgreementTask } from './agreement-task/agreement-task';
import { DeadlineExtension } from './agreement-task/deadline-extension';
import { CommunityBrand } from './community-brand/community-brand';
import { cobuilding, IndicatorDefinition, Organization } from './contract';
import { Indicator } from './indicator/indicator';
import { SurveyResult } from './indicator/survey-result';
import { ActivityPartner } from './joint-activity/activity-partner';
import { ActivityRequirement } from './joint-activity/activity-requirement';
import { JointActivity } from './joint-activity/joint-activity';
import { Contribution } from './joint-project/contribution';
import { FundingShare } from './joint-project/funding-share';
import { JointProject } from './joint-project/joint-project';
import { ProjectCommunity } from './joint-project/project-community';
import { CommitteeSeat } from './office/committee-seat';
import { CrossAppointment } from './office/cross-appointment';
import { Office } from './office/office';
import { OrganizationPairing } from './organization-pairing/organization-pairing';
import { Pledge } from './pledge/pledge';
import { PublicNotice } from './public-notice/public-notice';
import { GoodsDonation } from './service-station/goods-donation';
import { ServiceItem } from './service-station/service-item';
import { ServiceStation } from './service-station/service-station';
import { cobuildingMachines } from './workflow/machines';

export const cobuildingContract: Contract = {
  ...cobuilding,
  nouns: [
    CoBuildingAgreement, AgreementSignatory, AgreementAmendment, Evaluation,
    AgreementTask, DeadlineExtension,
    CommunityBrand, JointProject, ProjectCommunity, Contribution, FundingShare,
    JointActivity, ActivityPartner, ActivityRequirement,
    Office, CrossAppointment, CommitteeSeat, OrganizationPairing,
    ServiceStation, ServiceItem, GoodsDonation,
    Pledge, PublicNotice,
    Indicator, SurveyResult,
  ],
  extended: [Organization, IndicatorDefinition],
  machines: cobuildingMachines,
};
