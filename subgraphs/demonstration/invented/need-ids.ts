// The ids of made-up needs, for what points at them.
import { rowId } from '../rows';

export function demoNeedId(home: string, key: string): string {
  return rowId(home, 'need', `demo:need:${home}:${key}`);
}
