// What the explorer's paths answer without a browser: their headers, their files, and nothing at all when it is off.
import { brotliDecompressSync } from 'node:zlib';
import { listOf, startGateway, type TestGateway } from '../gateway/kit/start-gateway';
import { get } from './kit/get';
import { buildPages } from '../kit/build-pages';

const NOBODY = {
  ...listOf(7, { name: 'gone', url: 'http://127.0.0.1:1', homes: ['far-away'] }),
  notJoined: [{ home: 'new-unit', contracts: ['rooms'] }],
};
let gateway: TestGateway;

beforeAll(async () => {
  buildPages();
  gateway = await startGateway(NOBODY, { explorer: true });
});

test('the page names no other origin, and lets no inline script and no eval in', async () => {
  const response = await fetch(`${gateway.url}/explorer`);
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|http|\*/);
  const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
  const html = await response.text();
  expect(html).toContain(`name="csp-nonce" content="${nonce}"`);
  expect(html).not.toMatch(/https?:|<style|<script(?![^>]* src=)/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('its files are packed, and kept for ever, since their names bear their hash', async () => {
  const html = await (await fetch(`${gateway.url}/explorer`)).text();
  const script = /src="([^"]+\.js)"/.exec(html)![1]!;
  const packed = await get(`${gateway.url}${script}`, { 'accept-encoding': 'gzip, br' });
  const plain = await get(`${gateway.url}${script}`, { 'accept-encoding': 'br;q=0' });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  expect(packed.body.length).toBeLessThan(300 * 1024);
});

test.each([
  '/explorer/index.html',
  '/explorer/',
  '/explorer/../package.json',
  '/explorer/assets/%2e%2e/index.html',
  '/explorer/assets',
])('%s is nothing', async (path) => {
  expect((await get(gateway.url + path)).status).toBe(404);
});

test('the map says who serves what, who is unreachable and who has not joined, and gives no address away', async () => {
  const text = await (await fetch(`${gateway.url}/explorer/map.json`)).text();
  expect(text).not.toContain('127.0.0.1');
  expect(JSON.parse(text)).toMatchObject({
    version: 7,
    contracts: [
      { name: 'directory' },
      {
        name: 'rooms',
        types: expect.arrayContaining([expect.objectContaining({ name: 'Room', owned: true })]),
      },
    ],
    shards: [{ name: 'gone', contracts: ['directory', 'rooms'], homes: ['far-away'], reachable: false }],
    notJoined: [{ home: 'new-unit', contracts: ['rooms'] }],
  });
});

test('off, there is no explorer, no map, no list of operations, and no Sandbox either', async () => {
  const off = await startGateway(NOBODY, { explorer: false, sandbox: true, introspection: true });
  for (const path of ['/explorer', '/explorer/map.json', '/explorer/operations.json']) {
    expect((await fetch(`${off.url}${path}`)).status).toBe(404);
  }
  const front = await fetch(off.url, { headers: { accept: 'text/html' } });
  expect(front.status).toBe(200);
  expect(await front.text()).not.toMatch(/<script|apollographql|href="\/explorer/);
});
