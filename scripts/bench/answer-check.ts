// Checks answers while the load runs: bytes that were found right once are right again.
import { canonicalAnswer, withoutMoment } from './same-answer';

/** `expected`: by case, the canonical form of the right answer. */
export function createAnswerCheck(expected: string[]): (index: number, bytes: Buffer) => boolean {
  const lastBytes: (Buffer | undefined)[] = [];
  const lastText: string[] = [];
  return (index, bytes) => {
    if (lastBytes[index]?.equals(bytes)) return true;
    const text = withoutMoment(bytes.toString());
    if (text !== lastText[index] && !isExpected(text, expected[index]!)) return false;
    lastBytes[index] = bytes;
    lastText[index] = text;
    return true;
  };
}

function isExpected(text: string, expected: string): boolean {
  try {
    return canonicalAnswer(text) === expected;
  } catch {
    return false;
  }
}
