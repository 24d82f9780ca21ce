// How often something returns.
import { createChoice } from '../kit/noun/choice';

export const Recurrence = createChoice('Recurrence', '周期。 How often something returns.', {
  WEEKLY: '每周。 Every week.',
  MONTHLY: '每月。 Every month.',
  EVERY_TWO_MONTHS: '每两个月（双月）。 Every two months.',
  QUARTERLY: '每季度。 Every quarter.',
  HALF_YEARLY: '每半年。 Every half year.',
  YEARLY: '每年。 Every year.',
});
