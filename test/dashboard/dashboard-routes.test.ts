// What the dashboard's paths answer without a browser: their headers, their files, and nothing at all when it is off.
import { brotliDecompressSync } from 'node:zlib';
import { get } from '../explorer/kit/get';
import { listOf, startGateway, type TestGateway } from '../gateway/kit/start-gateway';
import { buildPages } from '../kit/build-pages';

const NOBODY = listOf(1, { name: 'gone', url: 'http://127.0.0.1:1', homes: ['far-away'] });
let gateway: TestGateway;

beforeAll(async () => {
  buildPages();
  gateway = await startGateway(NOBODY, { dashboard: true });
}, 240_000);

test.each(['/dashboard', '/dashboard/'])(
  '%s is the page, under a policy that names no other origin',
  async (path) => {
    const { status, headers, body } = await get(gateway.url + path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    for (const kind of ['script', 'style', 'font', 'connect'])
      expect(policy).toContain(`${kind}-src 'self';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
    expect(body.toString()).not.toMatch(/https?:|<style|style=|<script(?![^>]* src="\/dashboard\/)/);
  },
);

test('the page is asked for anew each time, and answered in a word while it is the same', async () => {
  const { headers } = await get(`${gateway.url}/dashboard`);
  expect(headers['cache-control']).toBe('no-cache');
  const again = await get(`${gateway.url}/dashboard`, { 'if-none-match': headers.etag! });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const other = await get(`${gateway.url}/dashboard`, { 'if-none-match': '"another"' });
  expect(other.status).toBe(200);
});

test('every file that the page names is there, packed, and kept for ever', async () => {
  const html = (await get(`${gateway.url}/dashboard`)).body.toString();
  const names = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name!);
  expect(names.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0);
  for (const name of names) {
    const packed = await get(gateway.url + name, { 'accept-encoding': 'br' });
    expect([name, packed.status, packed.headers['cache-control']]).toEqual([
      name,
      200,
      'public, max-age=31536000, immutable',
    ]);
    if (packed.headers['content-encoding'] !== 'br') continue;
    const plain = await get(gateway.url + name, { 'accept-encoding': 'identity' });
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  }
});

test('the version is not kept, so that a new one is noticed', async () => {
  const { status, headers, body } = await get(`${gateway.url}/dashboard/version.json`);
  expect(status).toBe(200);
  expect(String(headers['cache-control'] ?? '')).not.toContain('immutable');
  expect(JSON.parse(body.toString())).toEqual({ entry: expect.stringMatching(/^assets\/.+\.js$/) });
});

test.each([
  '/dashboard/index.html',
  '/dashboard/assets',
  '/dashboard/assets/',
  '/dashboard/nothing',
  '/dashboard/../package.json',
  '/dashboard/%2e%2e/package.json',
  '/dashboard/assets/..%2f..%2f..%2fpackage.json',
  '/dashboard/assets/%2e%2e/index.html',
  '/dashboard//etc/passwd',
  '/DASHBOARD',
])('%s is nothing', async (path) => {
  expect((await get(gateway.url + path)).status).toBe(404);
});

test('it is only read', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { status, headers } = await fetch(`${gateway.url}/dashboard`, { method });
    expect([method, status, headers.get('allow')]).toEqual([method, 405, expect.stringContaining('GET')]);
  }
  const head = await fetch(`${gateway.url}/dashboard`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('off, there is no page and no file of it', async () => {
  const html = (await get(`${gateway.url}/dashboard`)).body.toString();
  const script = /src="([^"]+\.js)"/.exec(html)![1]!;
  const off = await startGateway(NOBODY, { dashboard: false });
  for (const path of ['/dashboard', '/dashboard/', '/dashboard/version.json', script])
    expect([path, (await get(off.url + path)).status]).toEqual([path, 404]);
});
