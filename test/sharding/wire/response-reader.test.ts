// Responses as they come over the wire: whole, cut anywhere, in chunks, without an end, and such as are no responses.
import { ResponseReader, type Reading } from '../../../gateway/sharding/wire/response-reader';

interface Read {
  reading: Reading;
  status?: number;
  text?: string;
  keptFor?: number;
  hasMore?: boolean;
}

/** In pieces of one size, as the network may cut it; the end of the connection follows where nothing is done by then. */
function read(response: string, size = Infinity, maxBody = 1_000): Read {
  const bytes = Buffer.from(response);
  const reader = new ResponseReader(maxBody);
  let reading: Reading = 'more';
  for (let at = 0; reading === 'more' && at < bytes.length; at += size) {
    // The buffer is used again for what comes next, as that of a connection is.
    const piece = Buffer.from(bytes.subarray(at, at + size));
    reading = reader.read(piece);
    piece.fill('?');
  }
  if (reading === 'more') reading = reader.readEnd();
  if (reading !== 'done') return { reading };
  const { head, text, hasMore } = reader;
  return { reading, status: head!.status, text, keptFor: head!.keptFor, hasMore };
}

const done = (text: string, more: Partial<Read> = {}): Read => ({
  reading: 'done',
  status: 200,
  text,
  keptFor: Infinity,
  hasMore: false,
  ...more,
});

/** `联席` has six bytes. */
const READABLE: Array<[title: string, response: string, expected: Read]> = [
  ['a length', 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n"联席"', done('"联席"')],
  ['no body', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', done('')],
  ['no words after the status', 'HTTP/1.1 404\r\ncontent-length: 1\r\n\r\n1', done('1', { status: 404 })],
  [
    'chunks, with an extension and trailers',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n4;a=b\r\n"联\r\n3\r\n席\r\n1\r\n"\r\n0\r\nx: y\r\n\r\n',
    done('"联席"'),
  ],
  ['until it is closed', 'HTTP/1.1 200 OK\r\n\r\n"联席"', done('"联席"', { keptFor: 0 })],
  [
    'a status without a body, whatever it says of one',
    'HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n',
    done('', { status: 204 }),
  ],
  [
    'one that announces another',
    'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
    done('{}'),
  ],
  [
    'a connection that is closed after it',
    'HTTP/1.1 200 OK\r\nConnection: Close\r\ncontent-length: 2\r\n\r\n{}',
    done('{}', { keptFor: 0 }),
  ],
  [
    'a connection that is kept for five seconds',
    'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\ncontent-length: 2\r\n\r\n{}',
    done('{}', { keptFor: 4_000 }),
  ],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}', done('{}', { keptFor: 0 })],
  [
    'the same length twice',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\n{}',
    done('{}'),
  ],
];

describe('a response is read the same however it is cut', () => {
  test.each(READABLE)('%s', (_, response, expected) => {
    for (const size of [Infinity, 1, 2, 3, 7]) expect(read(response, size)).toEqual(expected);
  });
});

const HEAD = 'HTTP/1.1 200 OK\r\n';
const REFUSED: Array<[title: string, response: string]> = [
  ['another protocol', 'SSH-2.0-x\r\n\r\n'],
  ['a change of protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n'],
  ['two lengths', `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  ['a length and chunks', `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['a length that is no number', `${HEAD}content-length: +2\r\n\r\n{}`],
  ['a coding beside chunks', `${HEAD}transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`],
  ['a line that goes on', `${HEAD}a: b\r\n content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
  ['a blank before the colon', `${HEAD}content-length : 2\r\n\r\n{}`],
  ['a size that is no number', `${HEAD}transfer-encoding: chunked\r\n\r\nz\r\n`],
  ['a chunk longer than its size', `${HEAD}transfer-encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n`],
  ['a chunk that breaks off', `${HEAD}transfer-encoding: chunked\r\n\r\n5\r\nab`],
  ['a body that breaks off', `${HEAD}content-length: 5\r\n\r\n{}`],
  ['a head without an end', `${HEAD}a: ${'b'.repeat(20_000)}`],
  ['a size without an end', `${HEAD}transfer-encoding: chunked\r\n\r\n1;${'b'.repeat(2_000)}`],
  ['trailers without an end', `${HEAD}transfer-encoding: chunked\r\n\r\n0\r\n${'a: b\r\n'.repeat(20)}\r\n`],
];

describe('what may be read in two ways, or in none, is refused', () => {
  test.each(REFUSED)('%s', (_, response) => {
    for (const size of [Infinity, 1, 5]) expect(read(response, size)).toEqual({ reading: 'malformed' });
  });
});

describe('a body longer than it may be', () => {
  test.each([
    ['by its length', `${HEAD}content-length: 11\r\n\r\n`],
    ['in chunks', `${HEAD}transfer-encoding: chunked\r\n\r\n8\r\n12345678\r\n3\r\n123\r\n0\r\n\r\n`],
    ['until it is closed', `${HEAD}\r\n12345678901`],
  ])('%s', (_, response) => {
    for (const size of [Infinity, 1, 5]) expect(read(response, size, 10)).toEqual({ reading: 'too-large' });
  });
});

test('what follows a response is told of', () => {
  const length = `${HEAD}content-length: 2\r\n\r\n{}`;
  const chunks = `${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`;
  for (const response of [length, chunks]) {
    expect(read(`${response}HTTP/1.1 200 OK`)).toEqual(done('{}', { hasMore: true }));
  }
});
