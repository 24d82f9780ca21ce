// Who may take a step: the relation of the actor's organization to the row, with its words for the contract.
import type { RecordColumns } from '../record';
import type { Actor } from './actor';

export interface Role<Row = RecordColumns> {
  zh: string;
  en: string;
  holds: (actor: Actor, row: Row) => boolean;
}

/** The organization that the row belongs to. */
export const owner: Role = {
  zh: '所有方',
  en: 'the owner',
  holds: ({ organization }, { home }) => organization === home,
};

/** Any organization of the graph, by one of its offices. */
export const anyOrganization: Role = { zh: '任一单位', en: 'any organization', holds: () => true };

/** The organization that a column of the row names, such as a booking's requester. */
export function named<Row>(column: keyof Row & string, words: { zh: string; en: string }): Role<Row> {
  return { ...words, holds: ({ organization }, row) => row[column] === organization };
}

/** An office that was given a task of its own, such as to publish needs. */
export function withScope(scope: string, words: { zh: string; en: string }): Role<unknown> {
  return {
    zh: `${words.zh}（权限 ${scope}）`,
    en: `${words.en} (scope ${scope})`,
    holds: ({ scopes }) => scopes.includes(scope),
  };
}

/** `由甲或乙。 By a or b.` */
export function saidBy(roles: readonly Pick<Role, 'zh' | 'en'>[]): string {
  return `由${roles.map(({ zh }) => zh).join('或')}办理。 By ${roles.map(({ en }) => en).join(' or ')}.`;
}
