// Screens all free texts of a mutation before anything is read or written; what is refused leaves no trace.
import { screenText } from '../privacy/screen-text';
import { mayDeliver, type Actor } from './actor';
import { confirmationNeeded, personalData, type FoundIn } from './personal-data';
import { faultInText } from './read-values';
import type { Refusal } from './refusal';
import type { FreeText } from './texts-in';

/** The input with which an office confirms that what looks like a name is none; its value is the reason. */
export const CONFIRMATION = 'confirmNoPersonalData';

/** `confirmed`: the reason, where something was held and confirmed. */
export type Screened = { refusal: Refusal } | { refusal: null; confirmed: string | null };

/**
 * What is certain is refused, what is possible held. The reason of a confirmation is a text as well: it may repeat what it
 * confirms and hold no other name. What an outbox delivers was confirmed at its source, where the office is.
 */
export function screenInput(given: readonly FreeText[], actor: Actor): Screened {
  const reason = given.find(({ field }) => field === CONFIRMATION);
  const fault = reason && faultInText(CONFIRMATION, reason.text, { max: 200, required: true });
  if (fault) return { refusal: fault };
  const screened = given.flatMap((text) => screenField(text));
  if (screened.some(({ finding }) => finding.certain)) return { refusal: personalData(screened) };
  const held = screened.filter(({ field }) => field !== CONFIRMATION);
  if (held.length === 0 || mayDeliver(actor)) return { refusal: null, confirmed: null };
  if (!reason) return { refusal: confirmationNeeded(held) };
  const words = held.map(({ word }) => word);
  const further = screened.filter(({ field, word }) => field === CONFIRMATION && !isAmong(words, word));
  return further.length > 0
    ? { refusal: confirmationNeeded(further) }
    : { refusal: null, confirmed: reason.text.trim() };
}

type Screening = FoundIn & { word: string };

function screenField({ field, text }: FreeText): Screening[] {
  const characters = [...text];
  return screenText(text).map((finding) => ({
    field,
    finding,
    word: characters.slice(finding.start, finding.end).join(''),
  }));
}

function isAmong(words: readonly string[], word: string): boolean {
  return words.some((each) => each.includes(word) || word.includes(each));
}
