// The outbox of a home as its own offices see it: what waits and what was refused; they send it again, or settle it otherwise.
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { refuse } from '../../../schema/codes';
import { homeOf } from '../../../schema/id';
import { MEMBERS_ONLY } from '../identity/readers';
import type { RequestContext } from '../request-context';
import { requireActor } from './actor';
import { audit } from './audit-entry';
import { changeHome } from './change-home';
import { readBacklog } from './drain-outbox';
import { newId } from './new-id';
import { OutboxMessage } from './outbox-message';
import { Outbox, OutboxArgs, OutboxMessageInput, OutboxMessagePayload } from './outbox-types';
import { owner } from './role';
import { notAllowed, notAllowedInState, notFound } from './sentences';

/** Messages of one answer: those that an office must look at, and those that wait. */
const MOST = 100;

@Resolver()
export class OutboxResolver {
  @Directive(MEMBERS_ONLY)
  @Query(() => Outbox, {
    nullable: true,
    description:
      '本单位的发件箱；别家的不给看。 The outbox of your own organization; nobody else’s is shown.',
  })
  async outbox(
    @Ctx() { actor, database }: RequestContext,
    @Args(() => OutboxArgs) { home }: OutboxArgs,
  ): Promise<Outbox> {
    if (requireActor(actor).organization !== home) throw notYours();
    const messages = await database.manager
      .createQueryBuilder(OutboxMessage, 'm')
      .where("m.home = :home AND m.state IN ('REFUSED', 'WAITING')", { home })
      .orderBy('m.id')
      .limit(MOST)
      .getMany();
    return { ...(await readBacklog(database, home)), messages };
  }

  @Directive(MEMBERS_ONLY)
  @Mutation(() => OutboxMessagePayload, {
    nullable: true,
    description:
      '重发被对方拒绝的一件：另立一件等待送达。 Sends a refused message again, as one of its own that waits. 由所有方办理。 By the owner. REFUSED。',
  })
  resendOutboxMessage(
    @Ctx() context: RequestContext,
    @Arg('input', { description: '输入。 The input.' }) { id }: OutboxMessageInput,
  ): Promise<OutboxMessagePayload> {
    return settle(context, id, 'resendOutboxMessage', async (manager, message) => {
      const again = { state: 'WAITING' as const, attempts: 0, settledAt: null, lastCode: null };
      const now = { createdAt: context.now, nextAttemptAt: context.now };
      // A key of its own: under the old one the receiver would answer its refusal again.
      const next = { ...message, ...again, ...now, id: newId(message.home, 'message', context.now) };
      await manager.insert(OutboxMessage, next as never);
      return next;
    });
  }

  @Directive(MEMBERS_ONLY)
  @Mutation(() => OutboxMessagePayload, {
    nullable: true,
    description:
      '被拒的一件已另行办结，不再重发。 A refused message was settled otherwise and is not sent again. 由所有方办理。 By the owner. REFUSED → SETTLED。',
  })
  settleOutboxMessage(
    @Ctx() context: RequestContext,
    @Arg('input', { description: '输入。 The input.' }) { id }: OutboxMessageInput,
  ): Promise<OutboxMessagePayload> {
    return settle(context, id, 'settleOutboxMessage', async (_, message) => ({
      ...message,
      state: 'SETTLED',
      settledAt: context.now,
    }));
  }
}

type Settling = (manager: EntityManager, message: OutboxMessage) => Promise<OutboxMessage>;

/** The message itself stays, as settled: nothing is ever removed from an outbox. */
function settle(
  context: RequestContext,
  id: string,
  action: string,
  then: Settling,
): Promise<OutboxMessagePayload> {
  const { organization, office, kind: actorKind } = requireActor(context.actor);
  const home = homeOf(id);
  return changeHome(context.database, home, async (manager) => {
    if (organization !== home || actorKind !== 'office')
      return { message: null, refusal: notAllowed([owner]) };
    const message = await manager.findOneBy(OutboxMessage, { id });
    if (!message) return { message: null, refusal: notFound(id) };
    const { state, attempts } = message;
    if (state !== 'REFUSED') return { message: null, refusal: notAllowedInState(id, state, ['REFUSED']) };
    await manager.update(OutboxMessage, { id }, { state: 'SETTLED', settledAt: context.now });
    const who = { home, organization, office, actorKind, at: context.now, requestId: context.requestId };
    const what = { action, rowId: id, oldVersion: attempts, newVersion: attempts };
    await audit(manager, { ...who, ...what, fromState: state, toState: 'SETTLED' });
    return { message: await then(manager, message), refusal: null };
  });
}

function notYours() {
  return refuse('FORBIDDEN', {
    zh: '发件箱只给本单位看；请用本单位岗位的令牌。',
    en: 'An outbox is shown to its own organization only; use the token of one of its offices.',
  });
}
