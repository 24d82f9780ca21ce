// Writes a value of the graph as a cell, so that reading gives the same value again.
import { escapeCell } from './escape-cell';
import { BETWEEN } from './read-cell';
import type { Cell, CellContext } from './cell';
import { MASKED, writeMoney } from './read-number';

export interface WritingContext extends Pick<CellContext, 'choicesOf'> {
  /** What a row is called, so that its name finds it. */
  nameOf(source: string, id: string, within?: string): string;
  within?: string;
}

/** An empty text for what the graph does not have. */
export function writeCell(cell: Cell, value: unknown, context: WritingContext): string {
  if (value === null || value === undefined) return '';
  switch (cell.kind) {
    case 'flag':
      return value === true ? '是' : '否';
    case 'money':
      return value === MASKED ? MASKED : writeMoney(String(value));
    case 'time':
      return String(value).slice(0, 16).replace('T', ' ');
    case 'choice':
      return context.choicesOf(cell.of).find(({ code }) => code === value)?.zh ?? String(value);
    case 'reference':
      return escapeCell(context.nameOf(cell.to, String(value), context.within));
    case 'references':
      return escapeCell((value as string[]).map((id) => nameAmongOthers(cell.to, id, context)).join('、'));
    case 'words':
      return escapeCell((value as string[]).join('、'));
    default:
      return escapeCell(String(value));
  }
}

/** A name that would be read as two is written as the id. */
function nameAmongOthers(source: string, id: string, { nameOf }: WritingContext): string {
  const name = nameOf(source, id);
  return BETWEEN.test(name) ? id : name;
}
