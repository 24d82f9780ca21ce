// What may be done with public notices: posted of exactly one thing, and taken down on a day.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput } from '../../kit/workflow/sentences';
import { PublicNotice } from '../public-notice/public-notice';

export const publicNoticeMachine = createMachine<PublicNotice>(PublicNotice, {
  creations: {
    postPublicNotice: {
      description:
        '张贴公示，只为一个项目、协议或承诺；未写日期即今天。 Posts a notice of one project, agreement or pledge; today where no day is given.',
      who: [owner],
      takes: ['title', 'kind', 'projectId', 'agreementId', 'pledgeId', 'postedOn', 'postedUntil', 'place'],
      check: faultInNotice,
      change: ({ row, today }) => ({ postedOn: row.postedOn ?? today }),
    },
  },
  transitions: {
    updatePublicNotice: {
      description: '改公示的期限或位置。 Changes how long or where a notice is posted.',
      who: [owner],
      takes: ['postedUntil', 'place'],
      check: faultInDays,
    },
  },
});

function faultInNotice(step: Step<PublicNotice>): Refusal | null {
  const { projectId, agreementId, pledgeId, kind } = step.row;
  const subjects = [projectId, agreementId, pledgeId].filter(Boolean);
  if (subjects.length !== 1)
    return invalidInput('projectId', {
      zh: '项目、协议、承诺应恰好写一个。',
      en: 'give exactly one of a project, an agreement and a pledge.',
    });
  if ((kind === 'PLEDGE') !== Boolean(pledgeId))
    return invalidInput('kind', {
      zh: '承诺公示应写承诺，别的不写。',
      en: 'PLEDGE goes with a pledge, and only it.',
    });
  return faultInDays(step);
}

function faultInDays({ row, values, today }: Step<PublicNotice>): Refusal | null {
  const { postedOn, postedUntil } = { ...row, ...values };
  if (!postedUntil || postedUntil >= (postedOn ?? today)) return null;
  return invalidInput('postedUntil', {
    zh: '不应早于张贴日期。',
    en: 'it may not come before the day of posting.',
  });
}
