// Made-up projects in several states, the notices about them and their funding shares. What is late with its notice is fictional.
import { FundingShare } from '../../cobuilding/joint-project/funding-share';
import { JointProject } from '../../cobuilding/joint-project/joint-project';
import { ProjectCommunity } from '../../cobuilding/joint-project/project-community';
import type { PayerLevel, ProjectState } from '../../cobuilding/joint-project/project-choices';
import { PublicNotice } from '../../cobuilding/public-notice/public-notice';
import { addDays } from '../../kit/clock';
import { STREET, type Row } from '../rows';
import { changedOn, inventedId, yuan, type Make } from './make-row';

interface ProjectPlan {
  key: string;
  home: string;
  name: string;
  nameEn: string;
  state: keyof typeof ProjectState;
  /** First and last day, counted from today. */
  term: [number, number];
  planned: number;
  startingLine?: number;
  /** 四个一点, in yuan. */
  shares?: Partial<Record<keyof typeof PayerLevel, number>>;
  /** Days ago on which the approval and the result were posted. */
  approvalPosted?: number;
  resultPosted?: number;
}

const PROJECTS: ProjectPlan[] = [
  { key: 'stairwells', home: 'dongguan', name: '楼道微更新', nameEn: 'Renewal of stairwells', state: 'IN_PROGRESS', term: [-60, 70], planned: 80_000, startingLine: 60_000, approvalPosted: 75 },
  { key: 'service-corner', home: 'yili-rc', name: '便民服务角', nameEn: 'Service corner', state: 'PUBLISHED', term: [-180, -50], planned: 30_000, approvalPosted: 190, resultPosted: 35 },
  { key: 'garden-class', home: 'chunhui', name: '楼间花园环保课堂', nameEn: 'Environmental class in the garden', state: 'IN_PROGRESS', term: [-40, 90], planned: 20_000, approvalPosted: 50 },
  {
    key: 'pocket-park', home: 'demo-community', name: '示例社区口袋公园', nameEn: 'Pocket park', state: 'IN_PROGRESS', term: [-90, 60], planned: 300_000, startingLine: 200_000, approvalPosted: 120,
    shares: { CITY: 80_000, DISTRICT: 60_000, STREET: 100_000, RESIDENTS_COMMITTEE: 60_000 },
  },
  {
    key: 'drying-racks', home: STREET, name: '示例街道楼院晾晒架', nameEn: 'Drying racks', state: 'FUNDING', term: [30, 150], planned: 120_000, startingLine: 100_000, approvalPosted: 20,
    shares: { DISTRICT: 40_000, STREET: 50_000, RESIDENTS_COMMITTEE: 30_000 },
  },
  { key: 'street-lamps', home: 'demo-community', name: '示例社区路灯更换', nameEn: 'New street lamps', state: 'COMPLETED', term: [-200, -40], planned: 66_000, approvalPosted: 215 },
  { key: 'culture-wall', home: STREET, name: '示例街道文化墙', nameEn: 'Culture wall', state: 'ACCEPTED', term: [-150, -28], planned: 45_000, approvalPosted: 165 },
  { key: 'reading-room', home: 'demo-community', name: '示例社区书屋', nameEn: 'Reading room', state: 'ACCEPTED', term: [-240, -80], planned: 50_000, approvalPosted: 255, resultPosted: 60 },
  { key: 'stair-lift-shelter', home: 'demo-community', name: '示例社区候梯棚', nameEn: 'Lift shelter', state: 'PROPOSED', term: [60, 180], planned: 40_000 },
];

export function projectId(key: string): string {
  return inventedId(JointProject, projectHome(key), `project:${key}`);
}

export function projectHome(key: string): string {
  return PROJECTS.find((plan) => plan.key === key)!.home;
}

export function inventedProjectRows(make: Make, today: string): Row[] {
  return PROJECTS.flatMap((plan) => [projectRow(make, today, plan), communityRow(make, plan), ...shareRows(make, plan), ...noticeRows(make, today, plan)]);
}

function projectRow(make: Make, today: string, plan: ProjectPlan): Row {
  const decided = plan.state === 'PROPOSED' ? null : addDays(today, Math.min(plan.term[0] - 40, -30));
  return make(JointProject, plan.home, `project:${plan.key}`, {
    name: plan.name,
    nameEn: plan.nameEn,
    leadId: plan.home,
    ownerStated: true,
    state: plan.state,
    planned: yuan(plan.planned),
    plannedIsEstimate: true,
    invested: yuan(null),
    startingLine: yuan(plan.startingLine),
    saved: yuan(null),
    fundingScheme: plan.shares ? '四个一点' : null,
    quantityIsMinimum: false,
    quantityMasked: false,
    startsOn: addDays(today, plan.term[0]),
    endsOn: addDays(today, plan.term[1]),
    lineOfWork: 'PRACTICAL_MATTERS',
    needsResidentsDecision: true,
    residentsDecisionOn: decided,
    ...changedOn(addDays(today, Math.min(plan.term[1], -10))),
  });
}

function communityRow(make: Make, { key, home }: ProjectPlan): Row {
  return make(ProjectCommunity, home, `project-community:${key}`, { projectId: projectId(key), organizationId: COMMUNITY_OF[home] ?? home });
}

const COMMUNITY_OF: Record<string, string> = { [STREET]: 'demo-community', 'yili-rc': 'yili' };

const PAYERS: Record<keyof typeof PayerLevel, { payerId: string | null; text: string }> = {
  CITY: { payerId: null, text: '市级补助' },
  DISTRICT: { payerId: null, text: '区级补助' },
  STREET: { payerId: STREET, text: '街道出资' },
  RESIDENTS_COMMITTEE: { payerId: 'demo-community', text: '居委自筹' },
};

function shareRows(make: Make, { key, home, shares = {} }: ProjectPlan): Row[] {
  return Object.entries(shares).map(([level, amount]) =>
    make(FundingShare, home, `share:${key}:${level}`, { projectId: projectId(key), payerLevel: level, amount: yuan(amount), ...PAYERS[level as keyof typeof PayerLevel] }),
  );
}

function noticeRows(make: Make, today: string, plan: ProjectPlan): Row[] {
  const notice = (kind: string, title: string, daysAgo: number | undefined) =>
    daysAgo === undefined
      ? []
      : [
          make(PublicNotice, plan.home, `notice:${plan.key}:${kind}`, {
            title: `${plan.name}${title}`,
            kind,
            projectId: projectId(plan.key),
            postedOn: addDays(today, -daysAgo),
            postedUntil: addDays(today, 7 - daysAgo),
            place: '社区公示栏',
          }),
        ];
  return [...notice('APPROVAL', '立项公示', plan.approvalPosted), ...notice('RESULT', '结果公示', plan.resultPosted)];
}
