// Encrypted connections: to whom the certificate is for, and with one of ours where the other side wants to see it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createJsonPoster } from '../../../gateway/execution/source/post-json';

const LOCALHOST = readFileSync(path.join(__dirname, 'localhost.pem'), 'utf8');
const request = { body: '{}', signal: undefined, deadline: undefined, repeatable: false };

const server = createServer(
  { key: LOCALHOST, cert: LOCALHOST, ca: LOCALHOST, requestCert: true, rejectUnauthorized: true },
  (_, response) => response.end(`{"data":{"word":"${'联席'.repeat(20_000)}"}}`),
);
const posters: ReturnType<typeof createJsonPoster>[] = [];

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(async () => {
  await Promise.all(posters.map((poster) => poster.close()));
  await new Promise((resolve) => server.close(resolve));
});

function post(host: string, tls: Parameters<typeof createJsonPoster>[0] & object) {
  const poster = createJsonPoster(tls);
  posters.push(poster);
  return poster.post({
    ...request,
    url: `https://${host}:${(server.address() as AddressInfo).port}/graphql`,
  });
}

test('both sides know each other', async () => {
  const tls = { key: LOCALHOST, cert: LOCALHOST, ca: LOCALHOST };
  expect(await post('localhost', { tls })).toMatchObject({
    kind: 'answered',
    data: { word: '联席'.repeat(20_000) },
  });
});

test.each([
  ['a certificate that nobody known signed', 'localhost', { key: LOCALHOST, cert: LOCALHOST }],
  ['a certificate for another name', '127.0.0.1', { key: LOCALHOST, cert: LOCALHOST, ca: LOCALHOST }],
  ['no certificate of ours', 'localhost', { ca: LOCALHOST }],
])('%s: nothing is asked', async (_, host, tls) => {
  expect(await post(host, { tls })).toMatchObject({ kind: 'silent', why: 'unreachable' });
});
