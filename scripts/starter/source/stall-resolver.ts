// What can be asked about stalls: root fields begin with the name of the subgraph.
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Organization } from './organization';
import type { RequestContext } from './request-context';
import { SampleMarketStall } from './stall';

const MOST = 100;

@Resolver(() => SampleMarketStall)
export class StallResolver {
  @Query(() => [SampleMarketStall], { description: '集市的摊位，按编号。 The stalls of the market, by id.' })
  sampleMarketStalls(
    @Arg('first', () => Int, { defaultValue: 50, description: '至多几个，最多 100。 How many, at most 100.' })
    first: number,
    @Ctx() { database }: RequestContext,
  ): Promise<SampleMarketStall[]> {
    if (first < 1 || first > MOST) throw outOfBounds(first);
    return database.getRepository(SampleMarketStall).find({ order: { id: 'ASC' }, take: first });
  }

  @Query(() => SampleMarketStall, { nullable: true, description: '一个摊位。 One stall.' })
  sampleMarketStall(
    @Arg('id', () => ID, { description: '编号。 The id.' }) id: string,
    @Ctx() { stallById }: RequestContext,
  ): Promise<SampleMarketStall | null> {
    return stallById.load(id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: '提供者。 Who offers it.' })
  offeredBy(@Root() { offeredById }: SampleMarketStall): Organization {
    return { id: offeredById };
  }
}

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => [SampleMarketStall], {
    description: '此单位的摊位。 The stalls of this organization.',
  })
  sampleMarketStalls(
    @Root() { id }: Organization,
    @Ctx() { stallsOf }: RequestContext,
  ): Promise<SampleMarketStall[]> {
    return stallsOf.load(id);
  }
}

function outOfBounds(first: number): GraphQLError {
  return new GraphQLError(
    `first 是 ${first}，应为 1 到 ${MOST}。 first is ${first}; expected 1 to ${MOST}.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}
