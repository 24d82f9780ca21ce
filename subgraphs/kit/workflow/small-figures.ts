// Small figures about vulnerable groups: neither stored nor shown, and said to be so, at the owner.
import { isAboutVulnerableGroup } from '../privacy/vulnerable-groups';
import type { InputField, Step } from './machine';

/** Fewer people than this could be told one by one. */
const SMALLEST_SHOWN = 10;

const INPUT: InputField = {
  type: () => Boolean,
  description:
    '是否涉及困难群体；是且不足 10 的，不存不显示。未写明的，按文字判断。 Whether it is about a vulnerable group; if so, a figure below 10 is neither stored nor shown. Where it is not said, the words tell.',
};

/** What an action with such figures takes beside its columns. */
export const VULNERABLE_GROUP = { aboutVulnerableGroup: INPUT };

export interface Suppressing {
  /** A figure is not shown for being small; null where nothing was entered. */
  suppressed: boolean | null;
}

type Key<Row> = keyof Row & string;

/** The column values that follow: small figures emptied, and whether any is. A figure that is not given stays as it is. */
export function suppressSmall<Row extends Suppressing>(
  { row, values, input }: Pick<Step<Row>, 'row' | 'values' | 'input'>,
  { figures, texts }: { figures: readonly Key<Row>[]; texts: readonly Key<Row>[] },
): Partial<Row> {
  const now = { ...row, ...values } as Record<string, unknown>;
  const said = texts.map((text) => now[text]).filter((text) => typeof text === 'string');
  const isAbout = input.aboutVulnerableGroup ?? isAboutVulnerableGroup(said.join('\n'));
  const small = isAbout === true ? figures.filter((figure) => isSmall(now[figure])) : [];
  const isStillHidden =
    row.suppressed === true && figures.some((figure) => values[figure] === undefined && row[figure] === null);
  return {
    ...Object.fromEntries(small.map((figure) => [figure, null])),
    suppressed: small.length > 0 || isStillHidden,
  } as Partial<Row>;
}

function isSmall(value: unknown): boolean {
  return typeof value === 'number' && value < SMALLEST_SHOWN;
}
