// A paper as one file, to be kept elsewhere or handed on.
import type { FrozenPaper } from './frozen-paper';
import { paper as words } from './paper-words';

export function downloadPaper(paper: FrozenPaper): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(paper)], { type: 'application/json' }));
  const day = paper.frozenAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  const name = `${words.frozen.zh}-${day}-${paper.checksum.slice(0, 8)}.json`;
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
