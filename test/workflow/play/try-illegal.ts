// Tries every step from every state in which the model does not allow it, as soon as a row is in that state.
import { ACTIONS, judgedRow, namedRule, prepare, type Named } from '../model/take';
import type { Row, World } from '../model/world';
import { askerOf, outsiderOf, type Player } from './player';

export interface Trial {
  action: string;
  /** The type whose state decides, and that state. */
  type: string;
  state: string;
}

export class IllegalTrials {
  readonly tried = new Set<string>();
  readonly outsiders = new Set<string>();

  /** `always`: for each row that comes to a state again, not only for the first. */
  constructor(
    private readonly player: Player,
    private readonly always: boolean,
  ) {}

  async tryAll(): Promise<void> {
    for (const action of ACTIONS) {
      const named = namedRule(action);
      if (named.rule.states) await this.tryStates(action, named);
      await this.tryOutsider(action, named);
    }
  }

  private async tryStates(action: string, named: Named): Promise<void> {
    const { world } = this.player;
    for (const target of targetsOf(named, world)) {
      const judged = judgedRow(named.rule, { world, row: target, parent: null });
      if (judged.state === null || named.rule.states!.includes(judged.state)) continue;
      const trial = `${action} ${judged.type} ${judged.state}`;
      const key = this.always ? `${trial} ${judged.id}` : trial;
      if (this.tried.has(key)) continue;
      const input = inputFor(action, named, target, world);
      if (!input) continue;
      const { code } = await this.player.refused(askerOf(named, target, world), action, input);
      if (code !== 'NOT_ALLOWED_IN_STATE') throw new Error(`${trial} was refused with ${code}`);
      this.tried.add(key).add(trial);
    }
  }

  private async tryOutsider(action: string, named: Named): Promise<void> {
    const { world } = this.player;
    if (this.outsiders.has(action)) return;
    const target = targetsOf(named, world)[0];
    const outsider = target && outsiderOf(named.rule, target, world);
    const input = outsider && inputFor(action, named, target, world);
    if (!input) return;
    const { code } = await this.player.refused(outsider, action, input);
    if (code !== 'NOT_ALLOWED') throw new Error(`${action} by an outsider was refused with ${code}`);
    this.outsiders.add(action);
  }
}

/** The rows that a step can be asked of: rows of its type, or those that a creation is made under. */
export function targetsOf({ typeName, rule }: Named, world: World): Row[] {
  if (!rule.creates) return world.of(typeName);
  return rule.under ? world.of(PARENT[rule.under]!) : [];
}

export const PARENT: Record<string, string> = {
  planId: 'AnnualPlan',
  courseId: 'Course',
  resourceId: 'SharedResource',
  needId: 'Need',
  conferenceId: 'JointConference',
  meetingId: 'Meeting',
  agendaItemId: 'AgendaItem',
  assignmentId: 'Assignment',
  agreementId: 'CoBuildingAgreement',
  projectId: 'JointProject',
  activityId: 'JointActivity',
  officeId: 'Office',
  stationId: 'ServiceStation',
};

/** An input that is sound but for the state; nothing where what it refers to is not there yet. */
export function inputFor(
  action: string,
  { rule }: Named,
  target: Row,
  world: World,
): Record<string, any> | null {
  const given = rule.sample?.({ world, row: target, asker: askerOf({ rule }, target, world) }) ?? {};
  if (Object.values(given).includes(undefined)) return null;
  const input = { ...given, [rule.creates ? rule.under! : 'id']: target.id };
  return prepare(world, namedRule(action), askerOf({ rule }, target, world), input) ? input : null;
}
