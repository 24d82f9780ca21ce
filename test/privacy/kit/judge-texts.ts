// Holds the screen against texts whose outcome was written down before there were rules.
import { screenText } from '../../../subgraphs/kit/privacy/screen-text';

export interface ExpectedText {
  /** The field that it would stand in. */
  field: string;
  text: string;
  /** Kinds of personal data in it. */
  expected: string[];
  outcome: string;
}

export interface Judged {
  withPersonalData: { right: number; of: number };
  without: { right: number; of: number };
  misses: string[];
}

/** Right is what has exactly the expected kinds, and so the expected outcome. */
export function judgeTexts(texts: readonly ExpectedText[]): Judged {
  const judged = texts.map((each) => ({ ...each, found: outcomeOf(each.text) }));
  const isRight = ({ outcome, expected, found }: (typeof judged)[number]) =>
    found === said(outcome, expected);
  const count = (some: typeof judged) => ({ right: some.filter(isRight).length, of: some.length });
  return {
    withPersonalData: count(judged.filter(({ expected }) => expected.length > 0)),
    without: count(judged.filter(({ expected }) => expected.length === 0)),
    misses: judged
      .filter((each) => !isRight(each))
      .map(
        ({ text, outcome, expected, found }) =>
          `${text} — expected ${said(outcome, expected)}, found ${found}`,
      ),
  };
}

function outcomeOf(text: string): string {
  const findings = screenText(text);
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort();
  const outcome = findings.some(({ certain }) => certain) ? 'REFUSED' : kinds.length > 0 ? 'HELD' : 'STORED';
  return said(outcome, kinds);
}

function said(outcome: string, kinds: readonly string[]): string {
  return [outcome, ...kinds].join(' ');
}
