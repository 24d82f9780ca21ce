// The four joint lines of work that co-building is divided into.
import { createChoice } from '../kit/noun/choice';

export const LineOfWork = createChoice('LineOfWork', '共建事项四分类。 The four joint lines of work.', {
  CO_RESIDENCE: '共驻共建。 Living and building together.',
  PRACTICAL_MATTERS: '实事共办。 Practical matters done jointly.',
  JOINT_ACTIVITIES: '活动共搞。 Activities held jointly.',
  SHARED_RESOURCES: '资源共享。 Resources shared.',
});
