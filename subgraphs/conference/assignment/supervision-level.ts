// The levels of supervision, from a reminder up. They are records, not states.
import { createChoice } from '../../kit/noun/choice';

export const SupervisionLevel = createChoice('SupervisionLevel', '督办的级别。 Level of supervision.', {
  REMINDER: '提醒。 A reminder.',
  BLUE: '蓝牌。 Blue.',
  ORANGE: '橙牌。 Orange.',
  RED: '红牌。 Red.',
});
