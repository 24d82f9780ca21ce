// Needs and the claims that answer them, both ways: communities of units and units of communities.
import { anybody, named, owner, unless, why, withScope, type Fault, type Taking, type Type } from './machine';
import { plusDays, type Row, type World } from './world';

const reviewer = withScope('needs:review');
const claimant = named('claimantId');
const DRAFT = ['DRAFT', 'RETURNED'];
/** While these last, a need is where its claims are. */
const PUBLIC = ['PUBLISHED', 'ESCALATED', 'CLAIMED', 'IN_PROGRESS', 'DELIVERED', 'CONFIRMED'];
const UNFINISHED = ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DELIVERED', 'RETURNED'];

export const NEEDS: Record<string, Type> = {
  Need: {
    contract: 'sharing',
    singular: 'need',
    plural: 'needs',
    states: [
      'DRAFT',
      'SUBMITTED',
      'PUBLISHED',
      'MERGED',
      'RETURNED',
      'REFERRED',
      'CLAIMED',
      'IN_PROGRESS',
      'DELIVERED',
      'CONFIRMED',
      'CLOSED',
      'ESCALATED',
    ],
    kept: ['changedOn', 'changedByOffice', 'reason'],
    columns: [
      'text',
      'categoryId',
      'headcount',
      'claimBy',
      'publishedOn',
      'outcome',
      'mergedIntoId',
      'referredTo',
      'agendaItemId',
      'changedOn',
      'changedByOffice',
      'reason',
    ],
    rules: {
      createNeed: {
        by: [owner],
        creates: true,
        to: 'DRAFT',
        sample: ({ world }) => ({ text: '楼道照明', claimBy: plusDays(world.today, 20) }),
      },
      updateNeed: { by: [owner], states: DRAFT },
      submitNeed: { by: [owner], states: DRAFT, to: 'SUBMITTED' },
      publishNeed: {
        by: [reviewer],
        states: ['SUBMITTED'],
        to: 'PUBLISHED',
        change: ({ world }) => ({ publishedOn: world.today }),
      },
      mergeNeed: {
        by: [reviewer],
        states: ['SUBMITTED'],
        to: 'MERGED',
        sample: ({ row, world }) => ({ mergedIntoId: another(world, row) }),
        check: faultInMerge,
      },
      returnNeed: { by: [reviewer], states: ['SUBMITTED'], to: 'RETURNED', ...why },
      referNeed: {
        by: [reviewer],
        states: ['SUBMITTED'],
        to: 'REFERRED',
        sample: () => ({ referredTo: '12345 热线' }),
      },
      escalateNeed: {
        by: [owner, reviewer],
        states: ['PUBLISHED'],
        to: 'ESCALATED',
        beside: ['conferenceId'],
        sample: ({ world }) => ({ conferenceId: world.of('JointConference')[0]!.id }),
        check: ({ row, world }) => !(row.claimBy && row.claimBy < world.today) && 'WRONG_TIME',
        effect: becomeAgendaItem,
      },
      linkEscalatedNeed: {
        by: [anybody],
        sample: () => ({ agendaItemId: 'demo-street.agenda-item.00000000000000000000000009' }),
        check: faultInLink,
      },
      closeNeed: { by: [owner], states: ['CONFIRMED'], to: 'CLOSED' },
    },
  },
  NeedClaim: {
    contract: 'sharing',
    singular: 'needClaim',
    plural: 'needClaims',
    states: [
      'PROPOSED',
      'ACCEPTED',
      'NOT_ACCEPTED',
      'IN_PROGRESS',
      'DELIVERED',
      'CONFIRMED',
      'RETURNED',
      'WITHDRAWN',
    ],
    kept: ['changedByOffice', 'reason'],
    columns: [
      'needId',
      'claimantId',
      'claimedOn',
      'confirmedOn',
      'proposal',
      'resourceId',
      'changedByOffice',
      'reason',
    ],
    rules: {
      proposeNeedClaim: {
        by: [anybody],
        creates: true,
        under: 'needId',
        states: ['PUBLISHED', 'ESCALATED', 'CLAIMED', 'IN_PROGRESS'],
        to: 'PROPOSED',
        sample: () => ({ proposal: '由本单位办理' }),
        check: ({ world, parent, asker }) =>
          world
            .of('NeedClaim', { needId: parent!.id, claimantId: asker.organization })
            .some(({ state }) => UNFINISHED.includes(state!)) && 'INCOMPLETE',
        change: ({ world, asker }) => ({ claimantId: asker.organization, claimedOn: world.today }),
      },
      acceptNeedClaim: {
        by: [owner],
        states: ['PROPOSED'],
        to: 'ACCEPTED',
        check: ({ world, row }) => unless(world.row(row.needId), PUBLIC),
        effect: followClaims,
      },
      declineNeedClaim: { by: [owner], states: ['PROPOSED'], to: 'NOT_ACCEPTED', ...why },
      startNeedClaim: {
        by: [claimant],
        states: ['ACCEPTED', 'RETURNED'],
        to: 'IN_PROGRESS',
        effect: followClaims,
      },
      deliverNeedClaim: { by: [claimant], states: ['IN_PROGRESS'], to: 'DELIVERED', effect: followClaims },
      confirmNeedClaim: {
        by: [owner],
        states: ['DELIVERED'],
        to: 'CONFIRMED',
        change: ({ world }) => ({ confirmedOn: world.today }),
        effect: followClaims,
      },
      returnNeedClaim: { by: [owner], states: ['DELIVERED'], to: 'RETURNED', ...why, effect: followClaims },
      withdrawNeedClaim: {
        by: [claimant],
        states: ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS'],
        to: 'WITHDRAWN',
        ...why,
        effect: followClaims,
      },
    },
  },
};

function another(world: World, { id, home }: Row): string {
  const found = world.of('Need', { home }).find((need) => need.id !== id && need.state !== 'MERGED');
  return found?.id ?? id;
}

function faultInMerge({ world, row, input }: Taking): string | false {
  const into = world.find(input.mergedIntoId);
  const isSound =
    into?.type === 'Need' && into.home === row.home && into.id !== row.id && into.state !== 'MERGED';
  return !isSound && 'INVALID_INPUT';
}

function becomeAgendaItem({ world, row, input }: Taking): void {
  const item = { conferenceId: input.conferenceId, needId: row.id, origin: 'ESCALATED_NEED' };
  const words = { title: row.text.slice(0, 100), background: row.text };
  world.messages.push({ from: row.home, mutation: 'proposeAgendaItem', input: { ...item, ...words } });
}

function faultInLink({ row, input, asker, world }: Taking): Fault | string | false {
  const item = world.find(input.agendaItemId);
  const home = item?.home ?? input.agendaItemId.split('.')[0];
  if (home !== asker.organization) return 'NOT_ALLOWED';
  if (!wasEscalated(row)) return 'INCOMPLETE';
  return row.agendaItemId != null && row.agendaItemId !== input.agendaItemId && 'ALREADY_EXISTS';
}

/** A need that nobody works at waits; else it is as far as all of those whose claims were accepted. */
function followClaims({ world, row, follow }: Taking): void {
  const need = world.row(row.needId);
  const notLive = ['PROPOSED', 'NOT_ACCEPTED', 'WITHDRAWN'];
  const live = world
    .of('NeedClaim', { needId: need.id })
    .flatMap(({ state }) => (notLive.includes(state!) ? [] : [state!]));
  const to = stateOfAll(live) ?? (wasEscalated(need) ? 'ESCALATED' : 'PUBLISHED');
  if (PUBLIC.includes(need.state!) && need.state !== to) follow(need, to, 'followClaims');
}

function stateOfAll(claims: readonly string[]): string | null {
  if (claims.length === 0) return null;
  const all = (...states: string[]) => claims.every((state) => states.includes(state));
  if (all('ACCEPTED')) return 'CLAIMED';
  if (all('CONFIRMED')) return 'CONFIRMED';
  return all('DELIVERED', 'CONFIRMED') ? 'DELIVERED' : 'IN_PROGRESS';
}

function wasEscalated({ steps, agendaItemId }: Row): boolean {
  return agendaItemId != null || steps!.some(({ toState }) => toState === 'ESCALATED');
}
