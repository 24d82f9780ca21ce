// The exported audit log, on every database: verified away from the registry, with every way in which a file can be spoilt.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditEntry, linkEntry } from '../../gateway/registry/domain/audit-chain';
import { auditOf } from '../../gateway/registry/verbs/note';
import { askRegistry } from '../../scripts/registry/ask-registry';
import { EXIT } from '../../scripts/registry/exit-codes';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { JOIN, openRegistry, type OpenRegistry, sharedChecker } from '../registry/kit/open-registry';
import { STREET_TOKEN } from '../registry/kit/small-parts';
import { runCommand } from './kit/run-command';

const checker = sharedChecker();
afterAll(() => checker.stop());

describe.each(testDatabases())('$name', ({ create }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-audit-'));
  const [exported, spoilt, key, token] = ['audit', 'spoilt', 'key', 'token'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let lines: string[];
  /** `<number>:<hash>` of the last entry. */
  let head: string;

  const asStreet = () => `--registry ${registry.url} --token-file ${token}`;
  const verify = (file: string, more = '') => runCommand(`audit verify --file ${file}${more}`);
  const verifyLines = (changed: string[], more = '') => {
    writeFileSync(spoilt, changed.map((line) => `${line}\n`).join(''));
    return verify(spoilt, more);
  };

  beforeAll(async () => {
    database = await create();
    registry = await openRegistry(database, { checker });
    writeFileSync(token, STREET_TOKEN);
    writeFileSync(key, await (await fetch(`${registry.url}/supergraph/key`)).text());
    for (const home of ['lovemarket', 'school']) await registry.admit(home);
    const { exit, text } = await runCommand(`audit export --out ${exported} ${asStreet()}`);
    expect([exit, text]).toEqual([EXIT.accepted, expect.stringContaining('6 entries written')]);
    lines = readFileSync(exported, 'utf8').trimEnd().split('\n');
    const last = JSON.parse(lines[5]!) as AuditEntry;
    head = `${last.sequence}:${last.hash}`;
  });
  afterAll(async () => {
    await registry?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a good file is whole, with its signature checked or not, and says where it begins and ends', async () => {
    const [first, last] = [lines[0]!, lines[5]!].map((line) => JSON.parse(line) as AuditEntry);
    const unsigned = await verify(exported);
    expect(unsigned).toMatchObject({ exit: EXIT.accepted, data: { entries: 6, first, last, broken: null } });
    expect(unsigned.text).toContain(`6 entries, the first of ${first!.at}, the last of ${last!.at}`);
    expect(unsigned.text).toContain(head);
    expect(unsigned.text).toContain('not checked, so it may have been written anew as a whole');
    const kept = await verify(exported, ` --kept ${head}`);
    expect(kept.text).toContain('not checked, so what follows the kept entry 6 may');
    const signed = await verify(exported, ` --key ${key} --kept ${head}`);
    expect(signed).toMatchObject({ exit: EXIT.accepted, data: { isSignatureChecked: true } });
    expect(signed.text).toContain('Its end is signed');
    writeFileSync(spoilt, lines.join('\r\n'));
    expect((await verify(spoilt, ` --key ${key}`)).exit).toBe(EXIT.accepted);
  });

  const spoiling: [what: string, spoil: () => string[], line: number, why: string][] = [
    ['an altered line', () => lines.with(2, lines[2]!.replace('JOIN', 'SEED')), 3, 'entry 3 was altered'],
    ['a removed line', () => lines.toSpliced(3, 1), 4, 'entry 4 belongs here, and 5 stands here'],
    ['a removed first line', () => lines.slice(1), 1, 'entry 1 belongs here, and 2 stands here'],
    ['a line put in', () => lines.toSpliced(2, 0, lines[1]!), 3, 'entry 3 belongs here, and 2 stands here'],
    [
      'a line of another chain',
      () => lines.with(1, relinked(lines[1]!)),
      3,
      'entry 3 does not follow entry 2',
    ],
    [
      'a line with more in it',
      () => lines.with(4, lines[4]!.replace('{', '{"x":1,')),
      5,
      'no line as it was',
    ],
    [
      'a line that says something twice',
      () => lines.with(4, lines[4]!.replace('"by"', '"by":"x","by"')),
      5,
      'no line as it was',
    ],
    ['a file without its end', () => lines.slice(0, -1), 7, 'cut off before its last line'],
    ['a file without its last entry', () => lines.toSpliced(5, 1), 6, 'ended at entry 6, and the file has 5'],
    [
      'a file cut within a line',
      () => [...lines.slice(0, 4), lines[4]!.slice(0, 80)],
      5,
      'altered or cut off',
    ],
    ['a file that goes on', () => [...lines, lines[0]!], 8, 'it follows the line that ends the log'],
    ['an empty file', () => [''], 1, 'no line as it was exported'],
    [
      'a file with another end',
      () => lines.with(6, lines[6]!.replace(/[0-9a-f]{64}/, 'f'.repeat(64))),
      7,
      'another',
    ],
  ];

  test.each(spoiling)(
    '%s: not whole, and the first line that does not fit is named',
    async (_, spoil, line, why) => {
      const { exit, text, data } = await verifyLines(spoil());
      expect(data).toMatchObject({ broken: { line, why: expect.stringContaining(why) } });
      expect([exit, text]).toEqual([EXIT.refused, expect.stringContaining(`is not whole: line ${line}: `)]);
    },
  );

  test('a file written anew as a whole is found by the key and by a kept entry only', async () => {
    const anew = writtenAnew(lines);
    expect((await verifyLines(anew)).exit).toBe(EXIT.accepted);
    for (const [more, said] of [
      [` --key ${key}`, 'line 7: its signature is not of this key'],
      [` --kept ${head}`, 'line 6: entry 6 is not the one that was kept'],
    ] as const)
      expect(await verifyLines(anew, more)).toMatchObject({
        exit: EXIT.refused,
        text: expect.stringContaining(said),
      });
  });

  test('the key of another registry is said to be one, and what cannot be read or written is refused', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const foreign = join(folder, 'foreign');
    writeFileSync(foreign, publicKey.export({ type: 'spki', format: 'pem' }));
    expect(await verify(exported, ` --key ${foreign}`)).toMatchObject({
      exit: EXIT.refused,
      text: expect.stringContaining('another registry signed it'),
      data: { entries: 6, isSignatureChecked: false },
    });
    writeFileSync(foreign, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expect(verify(exported, ` --key ${foreign}`)).rejects.toThrow('no Ed25519 public key');
    await expect(runCommand(`audit verify --key ${key}`)).rejects.toThrow('--key is for --file');
    await expect(verify(exported, ' --kept 6')).rejects.toThrow('expected <number>:<hash>');
    await expect(verify(join(folder, 'nowhere'))).rejects.toThrow('there is no such file');
    const nowhere = runCommand(`audit export --out ${join(folder, 'no', 'file')} ${asStreet()}`);
    await expect(nowhere).rejects.toThrow('it cannot be written (ENOENT)');
  });

  test('what is noted while the log is exported, over several pages, leaves a whole file', async () => {
    const { ground } = registry.served.registry;
    const street = { purpose: 'STREET' as const, home: 'demo-street', token: '', from: '' };
    await ground.store.change(async (book) => {
      for (let i = 0; i < 1_000; i += 1)
        await book.note(auditOf(ground, street, { verb: 'TEST', subject: `${i}` }));
    });
    let homes = 0;
    const { text } = await runCommand(`audit export --out ${spoilt} ${asStreet()}`, (options) => {
      const ask = askRegistry(options);
      return async (document, variables) => {
        const answer = await ask(document, variables);
        const home = `between-${homes++}`;
        expect((await registry.ask(JOIN, { home, name: home }, null)).errors).toBeUndefined();
        return answer as never;
      };
    });
    expect(homes).toBe(3);
    expect(text).toContain('1006 entries written');
    expect(await verify(spoilt, ` --key ${key}`)).toMatchObject({
      exit: EXIT.accepted,
      data: { entries: 1_006 },
    });
  });
});

/** The same entry with other words in it and a hash that fits them. */
function relinked(line: string): string {
  const entry = JSON.parse(line) as AuditEntry;
  const { sequence, previous } = entry;
  return inOrder(linkEntry({ ...entry, by: 'somebody' }, { sequence: sequence - 1, hash: previous }));
}

/** As somebody would who can write the whole file but has no key of the registry. */
function writtenAnew(lines: string[]): string[] {
  let last: AuditEntry | null = null;
  const entries = lines
    .slice(0, -1)
    .map((line) =>
      inOrder((last = linkEntry({ ...(JSON.parse(line) as AuditEntry), by: 'somebody' }, last))),
    );
  const { anchor } = JSON.parse(lines.at(-1)!) as { anchor: object };
  const { sequence, hash } = last! as AuditEntry;
  return [...entries, JSON.stringify({ anchor: { ...anchor, sequence, hash } })];
}

/** The fields as the export writes them. */
function inOrder({ previous, hash, ...rest }: AuditEntry): string {
  const { sequence, at, by, purpose, token, from, verb, subject, details } = rest;
  return JSON.stringify({
    ...{ sequence, at, by, purpose, token, from },
    ...{ verb, subject, details, previous, hash },
  });
}
