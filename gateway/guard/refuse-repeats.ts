// Refuses documents that fill the same places of an answer over and over: validation compares each field of a place with each other.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentBounds } from './document-bounds';
import type { Refusal } from './refusal';

/** To be asked only of documents that are within the bound of fields, and whose fragments are there, once, and none in itself. */
export function refuseRepeats({ definitions }: DocumentNode, bounds: DocumentBounds): Refusal | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const it of definitions) if (it.kind === Kind.FRAGMENT_DEFINITION) fragments.set(it.name.value, it);
  /** Every field is looked at once for each definition that reaches it. */
  let steps = bounds.fields * 8;
  let pairs = bounds.repeats;
  const isOver = definitions.some(
    (it) => 'selectionSet' in it && it.selectionSet && count([it.selectionSet]),
  );
  return isOver ? tooManyRepeats(bounds) : undefined;

  /** Whether a bound is passed, by the fields of one place of the answer or below it. */
  function count(sets: SelectionSetNode[]): boolean {
    const places = new Map<string, FieldNode[]>();
    sets.forEach((set) => collect(set, places));
    for (const fields of places.values()) {
      pairs -= (fields.length * (fields.length - 1)) / 2;
      steps -= fields.length;
      if (pairs < 0 || steps < 0) return true;
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0 && count(below)) return true;
    }
    return false;
  }

  function collect({ selections }: SelectionSetNode, places: Map<string, FieldNode[]>): void {
    for (const it of selections) {
      if (it.kind === Kind.FIELD) {
        const name = (it.alias ?? it.name).value;
        const same = places.get(name);
        if (same) same.push(it);
        else places.set(name, [it]);
        continue;
      }
      const set =
        it.kind === Kind.FRAGMENT_SPREAD ? fragments.get(it.name.value)?.selectionSet : it.selectionSet;
      if (set) collect(set, places);
    }
  }
}

const tooManyRepeats = ({ repeats }: DocumentBounds): Refusal => ({
  zh: `查询多次填写结果中的同一处（超过 ${repeats} 对字段）；请去掉重复的字段和片段。`,
  en: `The operation fills the same places of its answer again and again (more than ${repeats} pairs of fields); remove what is repeated.`,
});
