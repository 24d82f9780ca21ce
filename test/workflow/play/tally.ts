// What a play has gone through: states, transitions, refusals, as a table by machine.
import { namedRule, ACTIONS, TYPES } from '../model/take';
import type { World } from '../model/world';
import { PARENT, type IllegalTrials } from './try-illegal';

export interface MachineTally {
  machine: string;
  states: [number, number];
  transitions: [number, number];
  illegal: [number, number];
  missing: string[];
}

export function tallyOf(world: World, trials: IllegalTrials): MachineTally[] {
  return Object.entries(TYPES).flatMap(([machine, { states }]) => {
    if (!states) return [];
    const wanted = { transitions: transitionsOf(machine), illegal: illegalOf(machine) };
    const steps = world.of(machine).flatMap((row) => row.steps!);
    const visited = new Set(steps.map(({ toState }) => toState));
    const taken = new Set(steps.map(({ action, fromState }) => `${action} ${fromState}`));
    const missing = [
      ...states.filter((state) => !visited.has(state)),
      ...wanted.transitions.filter((each) => !taken.has(each)),
      ...wanted.illegal.filter((each) => !trials.tried.has(each)),
    ];
    const found = (all: readonly string[], has: (each: string) => boolean): [number, number] => [
      all.filter(has).length,
      all.length,
    ];
    return [
      {
        machine,
        states: found(states, (state) => visited.has(state)),
        transitions: found(wanted.transitions, (each) => taken.has(each)),
        illegal: found(wanted.illegal, (each) => trials.tried.has(each)),
        missing,
      },
    ];
  });
}

/** Every named step from each state that it is allowed in, creations from none. */
function transitionsOf(machine: string): string[] {
  return Object.entries(TYPES[machine]!.rules).flatMap(([action, { creates, states = [] }]) =>
    creates ? [`${action} null`] : states.map((state) => `${action} ${state}`),
  );
}

/** Every step whose allowance hangs on this machine's state, from each state in which it is not allowed. */
function illegalOf(machine: string): string[] {
  const states = TYPES[machine]!.states!;
  return ACTIONS.flatMap((action) => {
    const { typeName, rule } = namedRule(action);
    const judged = rule.of ?? rule.under;
    if (!rule.states || (judged ? PARENT[judged] : typeName) !== machine) return [];
    const allowedOrPast = [...rule.states, ...(rule.past ?? [])];
    return states
      .filter((state) => !allowedOrPast.includes(state))
      .map((state) => `${action} ${machine} ${state}`);
  });
}

/** Mutations that were never taken. */
export function notTaken(world: World): string[] {
  const taken = new Set(world.rows.flatMap(({ steps }) => steps ?? []).map(({ action }) => action));
  return ACTIONS.filter((action) => !taken.has(action));
}

export function printedTally(tallies: readonly MachineTally[]): string {
  const lines = tallies.map(({ machine, ...counts }) =>
    [
      machine.padEnd(22),
      ...[counts.states, counts.transitions, counts.illegal].map(([is, all]) => `${is}/${all}`.padStart(12)),
    ].join(''),
  );
  return [
    `${'machine'.padEnd(22)}${['states', 'steps', 'illegal'].map((each) => each.padStart(12)).join('')}`,
    ...lines,
  ].join('\n');
}
