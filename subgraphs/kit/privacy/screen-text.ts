// Screens a free text: no resident and no natural person belongs into the graph.
import { foldText } from './fold-text';
import { findHomeAddresses } from './home-addresses';
import { findIdNumbers } from './id-numbers';
import { findMobileNumbers } from './mobile-numbers';
import { findChineseNames } from './names/chinese-names';
import { findRomanizedNames } from './names/romanized-names';
import { touches } from './spans';
import type { Finding, Span } from './finding';

/** What the text holds, in its order. Of one kind they do not overlap, and digits of an identity number are no telephone's. */
export function screenText(text: string): Finding[] {
  const { plain, digits, placeOf } = foldText(text);
  const names = [...findChineseNames(plain), ...findRomanizedNames(plain)];
  const all = [
    ...findIdNumbers(digits).map(({ certain, ...span }) => found('ID_NUMBER', certain)(span)),
    ...findMobileNumbers(digits).map(found('MOBILE_NUMBER', true)),
    ...findHomeAddresses(digits).map(found('HOME_ADDRESS', true)),
    ...names.map(found('PERSONAL_NAME', false)),
  ];
  const isTold = (each: Finding, before: Finding) =>
    touches(before, each) && (before.kind === each.kind || (before.kind === 'ID_NUMBER' && before.certain));
  const apart = all.filter((each, at) => !all.slice(0, at).some((before) => isTold(each, before)));
  return apart.map((each) => ({ ...each, ...placeOf(each) })).sort((a, b) => a.start - b.start);
}

function found(kind: Finding['kind'], certain: boolean): (span: Span) => Finding {
  return ({ start, end }) => ({ kind, certain, start, end });
}
