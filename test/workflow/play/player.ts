// Plays steps through the graph and through the model side by side, and stops where the two do not agree.
import { deliverNext, namedRule, take, TYPES, type Named, type Taken } from '../model/take';
import { mayTake, type Fault, type Rule } from '../model/machine';
import type { Asker, Row, World } from '../model/world';
import { expectedOf } from './compare-rows';
import type { Ground } from './ground';
import { PEOPLE_OF, readRows } from './read-rows';

export interface Told {
  row: { id: string; version: number; state?: string | null } | null;
  refusal: (Fault & { message: string }) | null;
  replayed: boolean;
}

const REFUSAL = 'refusal { code message ... on NotAllowedInState { id state allowedIn } }';

export class Player {
  /** Steps that were taken, and those that were sent a second time. */
  readonly counts = { taken: 0, replayed: 0, refused: 0 };
  /** The rows that were touched last. */
  recent: Row[] = [];
  private keys = 0;

  constructor(
    readonly ground: Ground,
    readonly world: World,
  ) {}

  setNow(now: string): void {
    this.world.now = now;
    this.ground.setNow(now);
  }

  /** A step that is taken, with its key and the version that was seen; sent twice, it is answered alike and done once. */
  async done(asker: Asker, action: string, input: Record<string, any>): Promise<Row> {
    const sent = { ...input, ...this.seen(action, input), idempotencyKey: `step-number-${(this.keys += 1)}` };
    const { row, told } = await this.both(asker, action, sent);
    if (!row) throw new Error(`${action} was refused: ${told.refusal!.message}`);
    const again = await this.send(asker, action, sent);
    if (!again.replayed || again.refusal || again.row?.id !== told.row!.id)
      throw new Error(`${action} was sent again and answered ${JSON.stringify(again)}`);
    this.counts.replayed += 1;
    return row;
  }

  /** A step that is refused, as the model says. */
  async refused(asker: Asker, action: string, input: Record<string, any>): Promise<Fault> {
    const { row, told } = await this.both(asker, action, input);
    if (row) throw new Error(`${action} was expected to be refused`);
    return told.refusal!;
  }

  /** The same step in the graph and in the model; throws where they differ. */
  async both(
    asker: Asker,
    action: string,
    input: Record<string, any>,
  ): Promise<{ row: Row | null; told: Told }> {
    const told = await this.send(asker, action, input);
    const { idempotencyKey: _key, ...known } = input;
    const before = this.world.rows.length;
    const taken = take(this.world, action, asker, known);
    assertAgreed(action, taken, told);
    this.counts[taken.row ? 'taken' : 'refused'] += 1;
    if (taken.row) {
      this.recent = recentOf(this.world, taken.row, this.recent);
      if (taken.row.id.startsWith('?')) this.world.bind(taken.row, told.row!.id);
      await this.follow(before);
      const { version, state = null } = told.row!;
      const { row } = taken;
      // What another owner sends back may have changed the row once more by now.
      if (row.version === version && row.state !== state)
        throw new Error(`${action}: the state is ${state}, the model has ${row.state}`);
    }
    return { row: taken.row, told };
  }

  async send(asker: Asker, action: string, input: Record<string, any>): Promise<Told> {
    const { type } = namedRule(action);
    const query = `mutation ($input: ${action[0]!.toUpperCase()}${action.slice(1)}Input!) {
      taken: ${action}(input: $input) { row: ${type.singular} { id version ${type.states ? 'state' : ''} } ${REFUSAL} replayed } }`;
    const { data, errors } = await this.ground.ask(asker, type.contract, query, { input });
    if (errors)
      throw new Error(
        `${action} ${JSON.stringify(input)}: ${errors.map(({ message }) => message).join('\n')}`,
      );
    return data.taken as Told;
  }

  private seen(action: string, { id }: Record<string, any>): { expectedVersion?: number } {
    return namedRule(action).rule.creates ? {} : { expectedVersion: this.world.row(id).version };
  }

  /** What follows elsewhere is waited for, and what was made beside gets its id. */
  private async follow(before: number): Promise<void> {
    await this.nameNewRows(before);
    if (this.world.messages.length === 0) return;
    await this.ground.settle();
    while (this.world.messages.length > 0) {
      const made = this.world.rows.length;
      const [{ mutation }, fault] = [this.world.messages[0]!, deliverNext(this.world)];
      if (fault) throw new Error(`The model refuses ${mutation}, which the graph has sent: ${fault.code}`);
      await this.nameNewRows(made);
    }
  }

  /** Rows of the model without an id are those rows of the graph that look like them and are not known yet. */
  private async nameNewRows(before: number): Promise<void> {
    const unnamed = this.world.rows.filter(({ id }) => id.startsWith('?'));
    if (this.world.rows.length === before && unnamed.length === 0) return;
    const known = new Set(this.world.rows.map(({ id }) => id));
    for (const row of unnamed) {
      const type = TYPES[row.type]!;
      const found = (await readRows(this.ground, type, row.home)).filter(
        ({ id }) => !known.has(id as string),
      );
      const wanted = Object.entries(expectedOf(type, row, this.world));
      // What has meanwhile come back from another owner fills columns that are still empty here.
      const said = wanted.filter(([name, value]) => type.columns.includes(name) && value !== null);
      const same = found.find((each) => said.every(([name, value]) => String(each[name]) === String(value)));
      if (!same)
        throw new Error(
          `The graph has no ${row.type} like ${JSON.stringify(row)} among ${JSON.stringify(found)}`,
        );
      known.add(same.id as string);
      this.world.bind(row, same.id as string);
    }
  }
}

function assertAgreed(action: string, { fault }: Taken, { refusal }: Told): void {
  const told = refusal?.code ?? 'taken';
  const wanted = fault?.code ?? 'taken';
  if (told !== wanted)
    throw new Error(
      `${action}: the graph says ${told} (${refusal?.message ?? ''}), the model says ${wanted}`,
    );
  if (fault?.code !== 'NOT_ALLOWED_IN_STATE') return;
  const [is, should] = [refusal!, fault].map(({ id, state, allowedIn }) =>
    JSON.stringify([id, state, [...allowedIn!].sort()]),
  );
  if (is !== should) throw new Error(`${action}: refused in state with ${is}, the model says ${should}`);
}

/** Somebody who may take a step of a row. */
export function askerOf({ rule }: Pick<Named, 'rule'>, row: Row, world: World): Asker {
  const { organizations, scope } = rule.by[0]!;
  const organization = organizations(row, world)?.[0] ?? 'demo-street';
  return { ...PEOPLE_OF(organization), scopes: scope ? [scope] : [] };
}

/** Somebody who may not; nothing where anybody may. */
export function outsiderOf(rule: Rule, row: Row, world: World): Asker | undefined {
  return ['demo-property', 'demo-bank', 'demo-school', 'demo-community']
    .map(PEOPLE_OF)
    .find((asker) => !mayTake(rule, row, asker, world));
}

/** The row, what it belongs to, and those before it. */
function recentOf(world: World, row: Row, before: readonly Row[]): Row[] {
  const belongsTo = Object.entries(row).flatMap(([name, id]) =>
    name.endsWith('Id') ? (world.find(id) ?? []) : [],
  );
  return [...new Set([row, ...belongsTo, ...before])].slice(0, 4);
}
