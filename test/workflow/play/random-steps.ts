// Steps drawn at random, mostly such as the model allows, each played through the graph and the model side by side.
import { plusDays, at, type Asker, type Row, type World } from '../model/world';
import { ACTIONS, judgedRow, namedRule, type Named } from '../model/take';
import { HOMES } from './open-shard-ground';
import { askerOf, type Player } from './player';
import { VARIED } from './random-inputs';
import { PEOPLE_OF } from './read-rows';
import { inputFor, targetsOf } from './try-illegal';

/** What one step is drawn from; smaller numbers are simpler steps. */
export interface Draw {
  /** Which of the steps that are possible now. */
  step: number;
  /** Which of the rows. */
  row: number;
  /** What stands in the input. */
  input: number;
  /** 0 and 1 do what is not as it should be: the wrong state, the wrong organization; 2 and 3 a stale version and a step sent twice. */
  kind: number;
  hours: number;
}

export interface Played {
  taken: string | null;
  refused: string | null;
}

interface Candidate {
  action: string;
  named: Named;
  target: Row | null;
}

export async function playDraw(player: Player, draw: Draw): Promise<Played> {
  const { world } = player;
  if (draw.hours > 0) player.setNow(new Date(Date.parse(world.now) + draw.hours * 3_600_000).toISOString());
  const candidate = chosen(goingOn(candidatesIn(world, draw.kind === 0), player, draw), draw);
  if (!candidate) return { taken: null, refused: null };
  const { action, named, target } = candidate;
  const input = inputOf(candidate, world, draw);
  if (!input) return { taken: null, refused: null };
  const asker =
    draw.kind === 1 ? PEOPLE_OF(HOMES[draw.row % HOMES.length]!) : rightful(named, target, world, draw);
  const version =
    draw.kind === 2 && target && !named.rule.creates
      ? { expectedVersion: target.version - (draw.input % 2) }
      : {};
  const key = draw.kind === 3 ? { idempotencyKey: `drawn-step-${(drawn += 1)}` } : {};
  const sent = { ...input, ...version, ...key };
  const { row, told } = await player.both(asker, action, sent);
  if (draw.kind === 3) await assertReplayed(player, asker, action, sent, told.refusal?.code);
  return row ? { taken: action, refused: null } : { taken: null, refused: told.refusal!.code };
}

let drawn = 0;

/** What offices ask for; the others are sent by outboxes, and follow. */
const ASKED = ACTIONS.filter((action) => !['linkEscalatedNeed', 'linkAssignmentTask'].includes(action));

/** What may be asked for now; with `wrong` what is in no state for it. */
function candidatesIn(world: World, wrong: boolean): Candidate[] {
  return ASKED.flatMap((action): Candidate[] => {
    const named = namedRule(action);
    if (named.rule.creates && !named.rule.under) return wrong ? [] : [{ action, named, target: null }];
    const fitting = targetsOf(named, world).filter((target) => {
      if (!named.rule.states) return !wrong;
      const { state } = judgedRow(named.rule, { world, row: target, parent: null });
      return named.rule.states.includes(state!) !== wrong;
    });
    return fitting.map((target) => ({ action, named, target }));
  });
}

/** Two steps of three go on with what was touched last, so that a short play comes far. */
function goingOn(candidates: Candidate[], { recent }: Player, { kind }: Draw): Candidate[] {
  if (kind % 3 === 2) return candidates;
  const near = candidates.filter(({ target }) => target && recent.includes(target));
  return near.length > 0 ? near : candidates;
}

/** By action first, so that a type of many rows does not crowd out the others; of the rows mostly a late one. */
function chosen(candidates: readonly Candidate[], { step, row }: Draw): Candidate | undefined {
  const actions = [...new Set(candidates.map(({ action }) => action))];
  const same = candidates.filter(({ action }) => action === actions[step % actions.length]);
  return same.at(-1 - (row % same.length));
}

function inputOf({ action, named, target }: Candidate, world: World, draw: Draw): Record<string, any> | null {
  const home = HOMES[draw.row % 2]!;
  const row = target ?? ({ home } as Row);
  const asker = target ? askerOf(named, target, world) : PEOPLE_OF(home);
  const varied = VARIED[action]?.({ world, row, draw: draw.input }) ?? {};
  const given = target
    ? inputFor(action, named, target, world)
    : { home, ...named.rule.sample?.({ world, row, asker }) };
  const input = given && { ...given, ...varied };
  return input && Object.values(input).includes(undefined) ? null : input;
}

function rightful(named: Named, target: Row | null, world: World, { row }: Draw): Asker {
  const { scope } = named.rule.by[0]!;
  if (!target) return { ...PEOPLE_OF(HOMES[row % 2]!), scopes: scope ? [scope] : [] };
  const asker = askerOf(named, target, world);
  const isAnybody = named.rule.by[0]!.organizations(target, world) === null && !named.rule.by[0]!.scope;
  return isAnybody ? PEOPLE_OF(HOMES[row % HOMES.length]!) : asker;
}

async function assertReplayed(
  player: Player,
  asker: Asker,
  action: string,
  sent: Record<string, any>,
  code?: string,
): Promise<void> {
  const again = await player.send(asker, action, sent);
  if (!again.replayed || again.refusal?.code !== code)
    throw new Error(`${action} was sent again and answered ${JSON.stringify(again)}`);
}

/** A conference with members, a room, an agreement's draft and a need, so that there is something to begin with. */
export async function begin(player: Player): Promise<void> {
  player.setNow(at('2026-03-02'));
  const [street, community, school] = HOMES.map(PEOPLE_OF) as [Asker, Asker, Asker];
  const { id: conferenceId } = await player.done(street, 'createJointConference', {
    home: 'demo-street',
    name: '联席会议',
    level: 'STREET',
    agendaDeadlineDays: 3,
    noticeDays: 1,
    quorumPercent: 40,
  });
  for (const organizationId of HOMES.slice(0, 3))
    await player.done(street, 'addConferenceMember', { conferenceId, organizationId, role: 'MEMBER' });
  const room = await player.done(school, 'createSharedResource', {
    home: 'demo-school',
    name: '会议室',
    kind: 'VENUE',
    exclusive: false,
    capacity: 30,
  });
  await player.done(school, 'listSharedResource', { id: room.id });
  const term = { effectiveFrom: '2026-03-02', effectiveTo: '2026-08-31' };
  const agreement = await player.done(community, 'createCoBuildingAgreement', {
    home: 'demo-community',
    title: '共建协议',
    kind: 'CO_BUILDING_AGREEMENT',
    ...term,
    conferenceId,
  });
  await player.done(community, 'addAgreementSignatory', {
    agreementId: agreement.id,
    organizationId: 'demo-bank',
    role: 'PARTICIPANT',
  });
  await player.done(community, 'createNeed', {
    home: 'demo-community',
    text: '楼道照明',
    claimBy: plusDays('2026-03-02', 10),
  });
}
