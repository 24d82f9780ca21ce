// How a contribution is said: who gave it, and how much of what; a group of them and a single one alike.
import { inBoth } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import type { Language, Sentence } from '../../words/words';
import { writeNumber } from '../../words/write-figures';
import { words } from './words';

interface Giver {
  contributor: { name: string } | null;
  unitGroup: { name: string } | null;
  contributorLabel: string | null;
}

interface Quantity {
  deliveredQuantity: number | null;
  pledgedQuantity: number | null;
  unitOfMeasure: string | null;
}

export function isMoney({ kind }: { kind: string | null }): boolean {
  return kind === 'MONEY';
}

/** A group of unnamed units, or a payer that is not an organization of the graph, stands by its own name. */
export function contributorName({ contributor, unitGroup, contributorLabel }: Giver): string | null {
  return contributor?.name ?? unitGroup?.name ?? contributorLabel;
}

export function sayQuantity({ deliveredQuantity, pledgedQuantity, unitOfMeasure }: Quantity): Sentence {
  if (deliveredQuantity === null && pledgedQuantity === null) return words.noQuantity;
  const write = (quantity: number | null, language: Language) =>
    quantity === null ? shell.unknown[language] : writeNumber(quantity);
  return inBoth((language) =>
    deliveredQuantity === pledgedQuantity
      ? `${write(deliveredQuantity, language)} ${unitOfMeasure ?? ''}`.trim()
      : `${write(deliveredQuantity, language)}/${write(pledgedQuantity, language)} ${unitOfMeasure ?? ''}`.trim(),
  );
}
