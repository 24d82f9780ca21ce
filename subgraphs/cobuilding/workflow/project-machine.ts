// What may be done with a joint project, from its proposal to its closing, each stage on what it needs.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { named, owner, type Role } from '../../kit/workflow/role';
import { incomplete, invalidInput } from '../../kit/workflow/sentences';
import { JointProject } from '../joint-project/joint-project';
import { ProjectState } from '../joint-project/project-choices';
import { PublicNotice } from '../public-notice/public-notice';
import { lackOfPledges } from './pledged-amount';

const who = [owner];
const lead = named<JointProject>('leadId', { zh: '牵头单位', en: 'the organization that leads' });
const OPEN = ['PROPOSED', 'APPROVED', 'FUNDING', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'];
const FACTS = [
  'name',
  'nameEn',
  'leadId',
  'parentId',
  'planned',
  'plannedIsEstimate',
  'startingLine',
  'fundingScheme',
  'startsOn',
  'endsOn',
  'workAreaId',
  'lineOfWork',
  'needId',
  'agreementId',
  'conferenceId',
  'brandId',
  'needsResidentsDecision',
  'residentsDecisionOn',
] as const;

export const jointProjectMachine = createMachine<JointProject>(JointProject, {
  states: ProjectState,
  creations: {
    proposeJointProject: {
      description: '提出共建项目。 Proposes a joint project.',
      to: 'PROPOSED',
      who,
      takes: FACTS,
      check: faultInFacts,
      change: () => ({ ownerStated: true }),
    },
  },
  transitions: {
    updateJointProject: {
      description: '立项前修改项目。 Changes a project before it is approved.',
      from: ['PROPOSED'],
      who,
      takes: FACTS,
      check: faultInFacts,
    },
    approveJointProject: {
      description:
        '立项；涉及居民共同利益的，须有居民会议决定的日期。 Approves a project; one that touches the residents’ common interest needs the day of their assembly’s decision.',
      from: ['PROPOSED'],
      to: 'APPROVED',
      who,
      takes: ['residentsDecisionOn'],
      check: lackOfDecision,
    },
    openProjectFunding: {
      description: '立项公示之后开始筹资。 Begins to raise funds, after the notice of approval.',
      from: ['APPROVED'],
      to: 'FUNDING',
      who,
      check: (step) => lackOfNotice(step, 'APPROVAL'),
    },
    startJointProject: {
      description: '认缴达到启动线后实施。 Starts the work once pledges reach the starting line.',
      from: ['FUNDING'],
      to: 'IN_PROGRESS',
      who,
      check: lackOfPledges,
    },
    completeJointProject: {
      description: '牵头单位或登记方报完工，待验收。 The lead or the keeper reports completion.',
      from: ['IN_PROGRESS'],
      to: 'COMPLETED',
      who: [lead, owner as Role<never>],
    },
    acceptJointProject: {
      description: '验收。 Accepts the work.',
      from: ['COMPLETED'],
      to: 'ACCEPTED',
      who,
      takes: ['feedback'],
    },
    publishJointProject: {
      description: '公示出资与开支之后办理。 After the notice of what was given and spent.',
      from: ['ACCEPTED'],
      to: 'PUBLISHED',
      who,
      check: (step) => lackOfNotice(step, 'RESULT'),
    },
    closeJointProject: { description: '结项。 Closes a project.', from: ['PUBLISHED'], to: 'CLOSED', who },
    suspendJointProject: {
      description: '中止项目，须写原因。 Suspends a project, with a reason.',
      from: OPEN,
      to: 'SUSPENDED',
      who,
      reasonRequired: true,
    },
    resumeJointProject: {
      description: '恢复项目，回到中止前的状态。 Takes it up again, in the state that it had before.',
      from: ['SUSPENDED'],
      back: true,
      who,
    },
    cancelJointProject: {
      description: '取消项目，须写原因。 Cancels a project, with a reason.',
      from: [...OPEN, 'SUSPENDED'],
      to: 'CANCELLED',
      who,
      reasonRequired: true,
    },
  },
});

function faultInFacts({ row, values }: Step<JointProject>): Refusal | null {
  const { startsOn, endsOn, parentId } = { ...row, ...values };
  if (startsOn && endsOn && endsOn < startsOn)
    return invalidInput('endsOn', { zh: '不应早于开始日期。', en: 'it may not come before the start.' });
  if (!parentId || parentId !== row.id) return null;
  return invalidInput('parentId', { zh: '项目不能是自己的分项。', en: 'a project is no part of itself.' });
}

function lackOfDecision({ row, values, today }: Step<JointProject>): Refusal | null {
  const { needsResidentsDecision, residentsDecisionOn } = { ...row, ...values };
  if (residentsDecisionOn && residentsDecisionOn > today)
    return invalidInput('residentsDecisionOn', { zh: '不应晚于今天。', en: 'it may not lie ahead.' });
  if (!needsResidentsDecision || residentsDecisionOn) return null;
  return incomplete({
    zh: '先由居民会议决定，并写明日期。',
    en: 'The residents’ assembly decides first; state the day.',
  });
}

async function lackOfNotice(
  { manager, row, today }: Step<JointProject>,
  kind: 'APPROVAL' | 'RESULT',
): Promise<Refusal | null> {
  const notices = await manager.findBy(PublicNotice, { projectId: row.id, kind });
  if (notices.some(({ postedOn }) => postedOn !== null && postedOn <= today)) return null;
  return kind === 'APPROVAL'
    ? incomplete({ zh: '先张贴立项公示。', en: 'Post the notice of approval first.' })
    : incomplete({ zh: '先张贴结果公示（出资与开支）。', en: 'Post the notice of the result first.' });
}
