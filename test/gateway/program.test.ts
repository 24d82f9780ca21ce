// The gateway as a program of its own: what it says when it cannot start, and what a signal does.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './kit/start-gateway';

const ROOT = path.join(__dirname, '..', '..');
const LIST = path.join(mkdtempSync(path.join(tmpdir(), 'lianxi-program-')), 'shards.json');
const running = new Set<ChildProcess>();

afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

interface Program {
  child: ChildProcess;
  out(): string;
  err(): string;
  /** The exit code. */
  ended: Promise<number | null>;
}

function startProgram(settings: Record<string, string>): Program {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'gateway/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, LIANXI_SHARD_LIST: LIST, ...settings },
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, out: () => out, err: () => err, ended };
}

test('faulty settings are told one sentence each, and the program exits with 1', async () => {
  const program = startProgram({ PORT: 'x', LIANXI_INTROSPECTION: 'perhaps' });
  expect(await program.ended).toBe(1);
  expect(program.err().trim().split('\n')).toEqual([
    'PORT is "x", but must be a whole number from 0 to 65535.',
    'LIANXI_INTROSPECTION is "perhaps", but must be "on" or "off".',
  ]);
});

test('a port that is taken is one sentence and exit code 1', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  other.unref();
  const program = startProgram({ PORT: String(port), LIANXI_LOG_LEVEL: 'silent' });
  expect(await program.ended).toBe(1);
  expect(program.err().trim()).toBe(
    `Cannot listen on 127.0.0.1:${port}: another program listens there. Stop it, or set PORT to a free port.`,
  );
  other.close();
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it, with exit code 0', async (signal) => {
  const program = startProgram({ PORT: '0' });
  await eventually(program.out, (text) => text.includes('the gateway is up'));
  program.child.kill(signal);
  expect(await program.ended).toBe(0);
  expect(program.err()).toBe('');
});
