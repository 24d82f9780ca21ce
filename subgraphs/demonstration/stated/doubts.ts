// The doubts about a fact: its own note, and the known issues of the sources that touch it. They are shown, not repaired.
import { dataQuality, type Fact } from '../facts';

/** Fact id → issues of `dataQuality` that concern its figures. */
const ISSUES: Record<string, string[]> = {
  'ind.dg.homes': ['dq1'],
  'ind.dg.homesrate': ['dq1'],
  'ind.dg.disprate': ['dq2'],
  'ind.dg.unitmembers': ['dq3'],
  'ind.hd.served': ['dq4'],
  'proj.yl.package': ['dq6'],
  'ind.yl.invest': ['dq6'],
  'act.ch.eco': ['dq7'],
  'proj.kq.renewal': ['dq8'],
  'ind.kq.money': ['dq8'],
  'ind.ml.goods': ['dq9'],
  'ind.ml.helped': ['dq9'],
  'ind.hd.newrc': ['dq11'],
  'ind.hd.merged': ['dq11'],
  'proj.stairs': ['dq11'],
  'ind.ml.diary': ['dq12'],
  'ind.ml.diaryok': ['dq12'],
};

/** The fact with all doubts in its note; more are given where a row rests on a reading of ours. */
export function withDoubts<T extends Pick<Fact, 'id' | 'note'>>(fact: T, ...more: string[]): T {
  const issues = (ISSUES[fact.id] ?? []).map((id) => dataQuality.find((issue) => issue.id === id)!.issue);
  const notes = [fact.note, ...more, ...issues].filter((note) => note != null);
  return { ...fact, note: notes.length > 0 ? notes.join('；') : null };
}

/** A fact of a fact: one contribution, one service. Its key is that of the whole and its place in it. */
export function partOf(fact: Fact, part: string): Fact {
  return { id: `${fact.id}/${part}`, source: fact.source };
}
