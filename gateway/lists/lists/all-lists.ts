// All lists, in the order in which they build on each other.
import { agenda } from './agenda-list';
import { agreements } from './agreement-list';
import { attendance } from './attendance-list';
import { notPersonal } from './columns';
import type { ListDeclaration, ListMutation } from './list';
import { meetings } from './meeting-list';
import { members } from './member-list';
import { needs } from './need-list';
import { projects } from './project-list';
import { resolutions } from './resolution-list';
import { resources } from './resource-list';

export const LISTS: readonly ListDeclaration[] = [
  resources,
  needs,
  agreements,
  projects,
  members,
  meetings,
  agenda,
  attendance,
  resolutions,
].map(withConfirmation);

function withConfirmation({ create, update, columns, ...list }: ListDeclaration): ListDeclaration {
  const confirmed = <M extends ListMutation>(mutation: M): M => ({
    ...mutation,
    fields: [...mutation.fields, notPersonal.field],
  });
  const base = { ...list, columns: [...columns, notPersonal], create: confirmed(create) };
  return update ? { ...base, update: confirmed(update) } : base;
}

export function findList(name: string): ListDeclaration | undefined {
  return LISTS.find((list) => list.name === name);
}
