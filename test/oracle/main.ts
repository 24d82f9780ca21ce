// The oracle as a program of its own, started by `npm run oracle`: many cases, or every planted bug, and what came of it.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { sqlite } from '../kit/test-databases';
import { tellKinds } from './kit/count-kinds';
import { consultOracle } from './kit/oracle';
import { startWorld, type World } from './kit/world';
import { plantBug } from './plant-bug';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs';

/** Cases after which a planted bug counts as missed. */
const PATIENCE = 3_000;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string' },
      seed: { type: 'string' },
      worlds: { type: 'string' },
      planted: { type: 'boolean' },
      only: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const worlds: World[] = [];
  for (let i = 0; i < Number(values.worlds); i++) worlds.push(await startWorld(seed * 100 + i, sqlite));
  try {
    return values.planted
      ? await findPlanted(worlds, seed, values.only ?? '')
      : await runCases(worlds, Number(values.cases), seed);
  } finally {
    await Promise.all(worlds.map((world) => world.stop()));
  }
}

async function runCases(worlds: readonly World[], cases: number, seed: number): Promise<boolean> {
  const started = Date.now();
  const tell = (done: number) =>
    done % 1_000 === 0 &&
    say(`${done} of ${cases} cases asked, ${Math.round((Date.now() - started) / 1_000)} s`);
  const result = await consultOracle({ worlds, cases, seed, onCase: tell });
  say(`Cases by what they hold:\n${tellKinds(result.kinds)}`);
  say(result.report ?? `Seed ${seed}: ${result.cases} cases, every answer equal.`);
  return result.report === null;
}

async function findPlanted(worlds: readonly World[], seed: number, only: string): Promise<boolean> {
  const bugs = PLANTED_BUGS.filter(({ name }) => name.includes(only));
  let found = 0;
  for (const bug of bugs) found += (await findBug(worlds, seed, bug)) ? 1 : 0;
  say(`Seed ${seed}: ${found} of ${bugs.length} planted bugs found.`);
  return found === bugs.length;
}

async function findBug(worlds: readonly World[], seed: number, bug: PlantedBug): Promise<boolean> {
  const { create, remove } = plantBug(bug);
  try {
    for (const world of worlds) world.useLayer(create);
    const { cases, report } = await consultOracle({ worlds, cases: PATIENCE, seed, quick: true });
    say(
      `${report ? `found after ${String(cases).padStart(4)} cases` : `MISSED in ${cases} cases`}  ${bug.name}${report ? `\n    ${report.split('\n')[1]!.slice(0, 160)}` : ''}`,
    );
    return report !== null;
  } finally {
    remove();
  }
}

function say(text: string): void {
  console.log(text);
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
