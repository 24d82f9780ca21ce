// What a process has used so far, with its threads and its children, as Linux counts it.
import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const ticksPerSecond = readTicksPerSecond();

/** CPU in milliseconds, user and system, of the process, its threads, its children and those that have ended. */
export function readCpu(pid: number): number {
  const ticks = familyOf(pid).reduce((sum, member) => sum + readTicks(member), 0);
  return (ticks * 1000) / ticksPerSecond;
}

/** The sum of each process' peak of resident memory, in bytes. */
export function readPeakMemory(pid: number): number {
  return familyOf(pid).reduce((sum, member) => sum + readPeak(member), 0);
}

/**
 * Waits until a process has nothing left to do: two looks in a row that found it below 1% of a core.
 * False when it did not come to rest in time (milliseconds).
 */
export async function untilIdle(pid: number, within = 15_000): Promise<boolean> {
  const deadline = Date.now() + within;
  let quiet = 0;
  let before = readCpu(pid);
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, (1_000 / ticksPerSecond) * 20));
    const now = readCpu(pid);
    quiet = now - before <= 1_000 / ticksPerSecond ? quiet + 1 : 0;
    if (quiet === 2) return true;
    before = now;
  }
  return false;
}

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    const parent = Number(fields?.[1]);
    if (fields) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

/** utime, stime, cutime and cstime: fields 14 to 17 of proc(5), of which the first here is the third. */
function readTicks(pid: number): number {
  const fields = readStat(pid);
  return fields ? fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) : 0;
}

/** The fields after the name of the command, which may hold blanks and brackets itself. */
function readStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function readPeak(pid: number): number {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function readTicksPerSecond(): number {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) || 100;
  } catch {
    return 100;
  }
}
