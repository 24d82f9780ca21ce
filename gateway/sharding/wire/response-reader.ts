// Reads one HTTP/1.1 response from the bytes of its connection, however the network cut them; keeps none of the bytes given.
import { ChunkedBody } from './chunked-body';
import { type ResponseHead, readHead } from './response-head';

export type Reading = 'more' | 'done' | 'too-large' | 'malformed';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LONGEST_HEAD = 16 * 1024;

export class ResponseReader {
  /** Undefined until it came; those of responses 1xx, which announce another, are passed over. */
  head: ResponseHead | undefined;
  text = '';
  /** Whether bytes came that belong to no response. */
  hasMore = false;
  /** Of a head that is not complete yet. */
  private start: Buffer | undefined;
  private parts: Buffer[] = [];
  private length = 0;
  private chunked: ChunkedBody | undefined;

  /** `maxBody`: in bytes. */
  constructor(private readonly maxBody: number) {}

  /** May be called until it is `done`. */
  read(bytes: Buffer): Reading {
    if (this.head) return this.readBody(this.head, bytes);
    const all = this.start ? Buffer.concat([this.start, bytes]) : bytes;
    const end = all.indexOf(END_OF_HEAD);
    if (end > LONGEST_HEAD || (end < 0 && all.length > LONGEST_HEAD)) return 'malformed';
    this.start = end < 0 ? Buffer.from(all) : undefined;
    return end < 0 ? 'more' : this.readAfterHead(all, end);
  }

  /** The other side has said all. */
  readEnd(): Reading {
    return this.head?.body === 'until-close' ? this.finish() : 'malformed';
  }

  private readAfterHead(all: Buffer, end: number): Reading {
    const head = readHead(all.toString('latin1', 0, end));
    if (!head || head.status === 101) return 'malformed';
    const rest = all.subarray(end + END_OF_HEAD.length);
    if (head.status < 200) return rest.length > 0 ? this.read(rest) : 'more';
    this.head = head;
    if (head.body === 'chunked') this.chunked = new ChunkedBody((data) => this.keep(data));
    return this.readBody(head, rest);
  }

  private readBody({ body }: ResponseHead, bytes: Buffer): Reading {
    if (this.chunked) return this.readChunks(this.chunked, bytes);
    if (body === 'until-close' || body === 'chunked') {
      this.keep(bytes);
      return this.length > this.maxBody ? 'too-large' : 'more';
    }
    if (body > this.maxBody) return 'too-large';
    const left = body - this.length;
    if (bytes.length < left) {
      this.keep(bytes);
      return 'more';
    }
    this.hasMore = bytes.length > left;
    if (this.length > 0) this.keep(bytes.subarray(0, left));
    else this.text = bytes.toString('utf8', 0, left);
    return this.finish();
  }

  private readChunks(chunked: ChunkedBody, bytes: Buffer): Reading {
    const used = chunked.read(bytes);
    if (used === undefined) return 'malformed';
    if (this.length > this.maxBody) return 'too-large';
    if (!chunked.isDone) return 'more';
    this.hasMore = used < bytes.length;
    return this.finish();
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.length += bytes.length;
    if (this.length <= this.maxBody) this.parts.push(Buffer.from(bytes));
  }

  private finish(): Reading {
    if (this.parts.length > 0) this.text = Buffer.concat(this.parts, this.length).toString();
    return 'done';
  }
}
