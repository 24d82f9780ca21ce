// Which addresses a publication may name, in every way in which an address can be written.
import { isAllowedAddress } from '../../../../gateway/registry/check/address/is-allowed-address';
import { refuseUrl } from '../../../../gateway/registry/check/address/refuse-url';
import { resolveAllowedAddress } from '../../../../gateway/registry/check/address/resolve-allowed-address';

const intranet = { cidrs: ['10.0.0.0/8', '2001:db8::/32'], loopback: false };
const oneMachine = { cidrs: [], loopback: true };
/** Somebody's generous setting; what is special stays refused. */
const everything = { cidrs: ['0.0.0.0/0', '::/0'], loopback: false };

test.each([
  ['10.1.2.3', true],
  ['::ffff:10.1.2.3', true],
  ['2001:db8::7', true],
  ['[2001:db8::7]', true],
  ['11.1.2.3', false],
  ['2001:db9::7', false],
  ['127.0.0.1', false],
  ['no address', false],
  ['', false],
])('in an intranet: %s', (address, allowed) => {
  expect(isAllowedAddress(address, intranet)).toBe(allowed);
});

test.each([
  '0.0.0.0',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '169.254.0.1',
  '100.100.100.200',
  '224.0.0.1',
  '239.255.255.250',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  'ff02::1',
])('never, even where every network is allowed: %s', (address) => {
  expect(isAllowedAddress(address, everything)).toBe(false);
});

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:7f00:1'])(
  'the loopback where it is allowed: %s',
  (address) => {
    expect(isAllowedAddress(address, oneMachine)).toBe(true);
    expect(isAllowedAddress('10.0.0.1', oneMachine)).toBe(false);
  },
);

test('what is no network allows nothing', () => {
  for (const cidr of ['', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', 'x/8', '::/129'])
    expect(isAllowedAddress('10.0.0.1', { cidrs: [cidr], loopback: false })).toBe(false);
});

const rules = (url: string | undefined) => refuseUrl(url, intranet).map(({ rule }) => rule);

test.each([
  'http://10.0.0.8:4000/graphql',
  'https://10.0.0.8/',
  'http://[2001:db8::7]:4000/graphql',
  'http://lovemarket.example.cn/graphql?tenant=1',
  'http://10.0.0.8:443/',
  'http://0x0a000008:4000/',
])('an address that is fine: %s', (url) => {
  expect(rules(url)).toEqual([]);
});

test.each([
  undefined,
  '',
  'lovemarket',
  '//10.0.0.8/',
  'http://',
  'ftp://10.0.0.8/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'gopher://10.0.0.8/',
  'http://user:secret@10.0.0.8/',
  'http://10.0.0.8/#fragment',
  'http://10.0.0.8:22/',
  'http://10.0.0.8:3306/',
  'http://10.0.0.8:0/',
  'http://10.0.0.8:99999/',
  'http://10.0.0.8/\r\nHost: x',
  `http://10.0.0.8/${'a'.repeat(3_000)}`,
])('no address of a subgraph: %p', (url) => {
  expect(rules(url)).toContain('URL_FORM');
});

test.each([
  'http://127.0.0.1:4000/',
  'http://2130706433:4000/',
  'http://0177.0.0.1:4000/',
  'http://0x7f.1:4000/',
  'http://127.1:4000/',
  'http://[::1]:4000/',
  'http://[::ffff:127.0.0.1]:4000/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://169.254.169.254/latest/meta-data',
  'http://localhost:4000/',
  'http://a.localhost.:4000/',
  'http://0.0.0.0:4000/',
  'http://0:4000/',
  'http://8.8.8.8/',
  'http://１２７.０.０.１:4000/',
])('outside the allowed networks, however it is written: %s', (url) => {
  expect(rules(url)).toEqual(['ADDRESS_NOT_ALLOWED']);
});

test('a name is allowed only when all that it resolves to is', async () => {
  const at = (...addresses: string[]) =>
    resolveAllowedAddress('http://lovemarket.example.cn:4000/', intranet, async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  expect(await at('10.0.0.8')).toMatchObject({ ok: true, addresses: [{ address: '10.0.0.8' }] });
  expect(await at('10.0.0.8', '169.254.169.254')).toMatchObject({ ok: false });
  expect(await at('10.0.0.8', '::ffff:127.0.0.1')).toMatchObject({ ok: false });
  expect(await at('10.0.0.8', '127.0.0.1')).toMatchObject({
    findings: [{ suggestion: { en: expect.stringContaining('LIANXI_REGISTRY_LOOPBACK') } }],
  });
  expect(await at('10.0.0.8', '11.0.0.8')).toMatchObject({
    findings: [{ suggestion: { en: expect.not.stringContaining('LIANXI_REGISTRY_LOOPBACK') } }],
  });
  expect(await at()).toMatchObject({ ok: false, findings: [{ rule: 'URL_FORM' }] });
  const many = Array.from({ length: 40 }, (_, i) => `10.0.0.${i + 1}`);
  const pinned = await at(...many.toReversed());
  expect(pinned.ok && pinned.addresses.map(({ address }) => address)).toEqual(many.toSorted().slice(0, 16));
  expect(await at(...many, '169.254.169.254')).toMatchObject({ ok: false });
});
