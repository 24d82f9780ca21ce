// Takes a body apart that comes in chunks, however the network cut them. https://www.rfc-editor.org/rfc/rfc9112#section-7.1

const LINE_FEED = 0x0a;
const SIZE = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i;
/** Of one line, and of all that follows the last chunk: nobody has a use for it. */
const LONGEST_LINE = 1_024;
const MOST_TRAILERS = 16;

export class ChunkedBody {
  isDone = false;
  private next: 'size' | 'data' | 'end of data' | 'trailer' = 'size';
  private line = '';
  private left = 0;
  private trailers = 0;

  constructor(private readonly take: (data: Buffer) => void) {}

  /** How many of the bytes are its own; undefined when they are no chunks. */
  read(bytes: Buffer): number | undefined {
    let at = 0;
    while (!this.isDone && at < bytes.length) {
      const end = this.next === 'data' ? this.readData(bytes, at) : this.readLine(bytes, at);
      if (end === undefined) return undefined;
      at = end;
    }
    return at;
  }

  private readData(bytes: Buffer, at: number): number {
    const end = Math.min(at + this.left, bytes.length);
    this.take(bytes.subarray(at, end));
    this.left -= end - at;
    if (this.left === 0) this.next = 'end of data';
    return end;
  }

  private readLine(bytes: Buffer, at: number): number | undefined {
    const found = bytes.indexOf(LINE_FEED, at);
    this.line += bytes.toString('latin1', at, found < 0 ? bytes.length : found);
    if (this.line.length > LONGEST_LINE) return undefined;
    if (found < 0) return bytes.length;
    const line = this.line;
    this.line = '';
    return line.endsWith('\r') && this.takeLine(line.slice(0, -1)) ? found + 1 : undefined;
  }

  private takeLine(line: string): boolean {
    if (this.next === 'size') return this.takeSize(SIZE.exec(line)?.[1]);
    if (this.next === 'end of data') {
      this.next = 'size';
      return line === '';
    }
    this.isDone = line === '';
    return ++this.trailers <= MOST_TRAILERS;
  }

  private takeSize(size: string | undefined): boolean {
    if (size === undefined) return false;
    this.left = parseInt(size, 16);
    this.next = this.left === 0 ? 'trailer' : 'data';
    return true;
  }
}
