// Made-up agreements: those of real organizations are in good standing, and endings and missing confirmations are fictional.
import { AgreementAmendment } from '../../cobuilding/agreement/agreement-amendment';
import { AgreementSignatory } from '../../cobuilding/agreement/agreement-signatory';
import type { AgreementState } from '../../cobuilding/agreement/agreement-choices';
import { CoBuildingAgreement } from '../../cobuilding/agreement/co-building-agreement';
import { Evaluation } from '../../cobuilding/agreement/evaluation';
import { addDays } from '../../kit/clock';
import { STREET, type Row } from '../rows';
import { changedOn, inventedId, type Make } from './make-row';

interface AgreementPlan {
  key: string;
  home: string;
  title: string;
  titleEn: string;
  state: keyof typeof AgreementState;
  /** First and last day, counted from today. */
  term: [number, number];
  /** The first one leads. */
  signatories: string[];
  /** Have not confirmed yet. */
  waiting?: string[];
  renews?: string;
}

const AGREEMENTS: AgreementPlan[] = [
  { key: 'dongguan-school', home: 'dongguan', title: '东关社区与东关大街小学校社共建协议', titleEn: 'Community and school co-building', state: 'ACTIVE', term: [-210, 520], signatories: ['dongguan', 'dongguan-school'] },
  { key: 'yili-bank', home: 'yili-rc', title: '怡丽北园金融便民共建协议', titleEn: 'Everyday finance co-building', state: 'ACTIVE', term: [-150, 215], signatories: ['yili-rc', 'bob-sjc'] },
  { key: 'chunhui-deqing1', home: 'chunhui-branch', title: '春晖社区与德清一中环保共建协议', titleEn: 'Environmental co-building', state: 'ACTIVE', term: [-120, 245], signatories: ['chunhui-branch', 'deqing1'] },
  { key: 'hedong-streets', home: 'hedong-pwc', title: '街道间党建共建协议', titleEn: 'Co-building between subdistricts', state: 'ACTIVE', term: [-300, 430], signatories: ['hedong-pwc', 'guandu', 'xinhua', 'hongqi'] },
  { key: 'moulu-communities', home: 'altenkent', title: '社区间结对共建协议', titleEn: 'Co-building between communities', state: 'ACTIVE', term: [-180, 550], signatories: ['altenkent', 'kangleyuan', 'suifengyuan', 'moulu-pwc'] },
  {
    key: 'frame', home: STREET, title: '示例街道共驻共建框架协议', titleEn: 'Framework agreement of the demonstration street', state: 'ACTIVE', term: [-330, 400],
    signatories: [STREET, 'dongguan-branch', 'yili-branch', 'chunhui-branch', 'yingbin-branch', 'dongguan-school', 'bob-sjc', 'deqing1', 'demo-community-branch'],
  },
  { key: 'school-last', home: 'demo-community', title: '示例社区与示例小学共建协议（上期）', titleEn: 'Co-building with the school, previous term', state: 'ARCHIVED', term: [-690, -326], signatories: ['demo-community-branch', 'demo-school-branch'] },
  { key: 'school', home: 'demo-community', title: '示例社区与示例小学共建协议', titleEn: 'Co-building with the demonstration school', state: 'ACTIVE', term: [-325, 40], signatories: ['demo-community-branch', 'demo-school-branch'], renews: 'school-last' },
  { key: 'bank', home: 'demo-community', title: '示例社区与示例银行支行共建协议', titleEn: 'Co-building with the demonstration bank', state: 'ACTIVE', term: [-340, 25], signatories: ['demo-community-branch', 'demo-bank-branch'] },
  { key: 'bank-next', home: 'demo-community', title: '示例社区与示例银行支行共建协议（续签）', titleEn: 'Renewed co-building with the demonstration bank', state: 'SIGNED', term: [26, 391], signatories: ['demo-community-branch', 'demo-bank-branch'], renews: 'bank' },
  { key: 'property', home: 'demo-community', title: '示例社区与示例物业公司共建协议', titleEn: 'Co-building with the demonstration property company', state: 'UNDER_CONFIRMATION', term: [30, 395], signatories: ['demo-community-branch', 'demo-property'], waiting: ['demo-property'] },
  { key: 'volunteers', home: 'demo-community', title: '示例社区志愿服务联建协议', titleEn: 'Joint volunteering', state: 'ACTIVE', term: [-60, 9], signatories: ['demo-community-branch', 'demo-school-branch', 'demo-bank-branch'] },
];

export function agreementId(key: string): string {
  return inventedId(CoBuildingAgreement, agreementHome(key), `agreement:${key}`);
}

export function agreementHome(key: string): string {
  return AGREEMENTS.find((plan) => plan.key === key)!.home;
}

export function inventedAgreementRows(make: Make, today: string): Row[] {
  return [...AGREEMENTS.flatMap((plan) => [agreementRow(make, today, plan), ...signatoryRows(make, today, plan)]), amendmentRow(make, today), evaluationRow(make, today)];
}

/** All sides sign two weeks before the first day, and never later than yesterday. */
function signedOn(plan: AgreementPlan, today: string): string {
  return addDays(today, Math.min(plan.term[0] - 14, -1));
}

function agreementRow(make: Make, today: string, plan: AgreementPlan): Row {
  return make(CoBuildingAgreement, plan.home, `agreement:${plan.key}`, {
    title: plan.title,
    titleEn: plan.titleEn,
    kind: 'CO_BUILDING_AGREEMENT',
    state: plan.state,
    ownerStated: true,
    signedOn: plan.waiting ? null : signedOn(plan, today),
    effectiveFrom: addDays(today, plan.term[0]),
    effectiveTo: addDays(today, plan.term[1]),
    writtenAgreementStated: true,
    renewsAgreementId: plan.renews ? agreementId(plan.renews) : null,
    ...changedOn(signedOn(plan, today)),
  });
}

function signatoryRows(make: Make, today: string, plan: AgreementPlan): Row[] {
  return plan.signatories.map((organizationId, i) =>
    make(AgreementSignatory, plan.home, `signatory:${plan.key}:${organizationId}`, {
      agreementId: agreementId(plan.key),
      organizationId,
      role: i === 0 ? 'LEAD' : 'PARTICIPANT',
      confirmedOn: plan.waiting?.includes(organizationId) ? null : signedOn(plan, today),
      signedByOffice: plan.waiting?.includes(organizationId) ? null : '党组织负责岗',
    }),
  );
}

function amendmentRow(make: Make, today: string): Row {
  return make(AgreementAmendment, 'demo-community', 'amendment:school', {
    agreementId: agreementId('school'),
    text: '体育馆开放时段由周末改为工作日晚间',
    reason: '周末安排校内活动',
    agreedOn: addDays(today, -90),
    effectiveFrom: addDays(today, -80),
  });
}

function evaluationRow(make: Make, today: string): Row {
  const evaluatedOn = addDays(today, -310);
  return make(Evaluation, 'demo-community', 'evaluation:school-last', {
    agreementId: agreementId('school-last'),
    year: Number(addDays(today, -326).slice(0, 4)),
    evaluatorId: STREET,
    score: 88,
    fullScore: 100,
    grade: '良好',
    text: '任务基本完成，场地开放时段需提前公布',
    evaluatedOn,
  });
}
