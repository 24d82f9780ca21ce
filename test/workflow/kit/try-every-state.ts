// Takes a step of a machine from each of its states, and says what was expected beside what was answered.
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { officeOf, type ActingShard } from './acting-shard';
import type { DomainMachine, DomainStep } from './domain-table';

export const ACTORS = {
  owner: officeOf('yili'),
  other: officeOf('dongguan'),
  third: officeOf('xinhua'),
  reviewer: officeOf('demo-street', ['needs:review']),
};

export interface Trial {
  shard: ActingShard;
  machine: DomainMachine;
  /** The row in a state, first, and what it needs beside it for a step. */
  rowIn: (type: string, state: string, step: string) => LoadableRow[];
  /** What `ANOTHER` stands for in inputs. */
  another?: string;
}

interface Outcome {
  name: string;
  state: string;
  taken: unknown;
}

/** The two lists are equal when the machine does what the domain says. */
export async function tryEveryState(trial: Trial): Promise<Record<'answered' | 'expected', Outcome[]>> {
  const { shard, machine, rowIn, another } = trial;
  const [answered, expected]: [Outcome[], Outcome[]] = [[], []];
  const trials = Object.entries(machine.steps).flatMap(([name, step]) =>
    machine.states.map((state) => ({ name, step, state, rows: rowIn(machine.type, state, name) })),
  );
  await shard.load(trials.flatMap(({ rows }) => rows));
  for (const { name, step, state, rows } of trials) {
    const { id } = rows[0]!.values;
    const query = queryOf(machine, name);
    const { data, errors } = await shard.ask(ACTORS[step.by], query, { input: inputOf(step, id, another) });
    answered.push({ name, state, taken: errors ?? withoutMessage(data.taken) });
    expected.push({ name, state, taken: expectedOf(machine.singular, step, { id, state }) });
  }
  return { answered, expected };
}

/** Only a refusal that is not expected shows its sentence. */
function withoutMessage(taken: { refusal: { code: string; message?: string } | null }): unknown {
  if (taken.refusal?.code === 'NOT_ALLOWED_IN_STATE') delete taken.refusal.message;
  return taken;
}

function queryOf({ singular }: DomainMachine, name: string): string {
  const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${inputType}) { taken: ${name}(input: $input) { ${singular} { id state version } refusal { code message ... on NotAllowedInState { id state allowedIn } } } }`;
}

function inputOf(step: DomainStep, id: string, another: string | undefined): object {
  const more = Object.entries(step.input ?? {}).map(([field, value]) => [
    field,
    value === 'ANOTHER' ? another : value,
  ]);
  return { id, expectedVersion: 1, ...(Object.fromEntries(more) as object) };
}

function expectedOf(
  singular: string,
  { from, to }: DomainStep,
  { id, state }: { id: string; state: string },
): object {
  return from.includes(state)
    ? { [singular]: { id, state: to, version: 2 }, refusal: null }
    : { [singular]: null, refusal: { code: 'NOT_ALLOWED_IN_STATE', id, state, allowedIn: from } };
}
