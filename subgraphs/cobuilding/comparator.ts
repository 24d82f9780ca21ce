// How a stated figure is meant: exactly, at least, about …
import { createChoice } from '../kit/noun/choice';

export const Comparator = createChoice('Comparator', '来源所述数字的限定；空为如数。 How a stated figure is qualified; null means as given.', {
  AT_LEAST: '不少于（≥、“余”“以上”）。 At least.',
  MORE_THAN: '多于（>）。 More than.',
  AT_MOST: '不多于（≤）。 At most.',
  LESS_THAN: '少于（<、“不到”）。 Less than.',
  ABOUT: '约（“近”“左右”）。 About.',
});
