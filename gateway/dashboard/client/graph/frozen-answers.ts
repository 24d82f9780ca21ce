// The answers of the frozen paper that is open; null while the page shows the graph as it is now.
import { createContext } from 'preact';
import type { GraphAnswer } from './ask-graph';

/** By the name of the question. */
export type Answers = Readonly<Record<string, GraphAnswer<unknown>>>;

export const FrozenAnswers = createContext<Answers | null>(null);
