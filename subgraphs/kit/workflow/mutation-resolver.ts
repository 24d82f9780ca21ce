// The mutations of a machine as GraphQL fields: one input, one payload, a description that says who may and when.
import type { GraphQLArgument, GraphQLInputType, GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Field, Info, Mutation, ObjectType, Resolver } from 'type-graphql';
import { MEMBERS_ONLY } from '../identity/readers';
import { namedClass } from '../list/list-args';
import type { Class } from '../noun/spec';
import type { RequestContext } from '../request-context';
import { createCreationInput, createTransitionInput } from './action-input';
import type { Machine } from './machine';
import { Refusal } from './refusal';
import { saidBy } from './role';
import { takeAction, type BoundAction } from './take-action';
import { textsIn, type FreeText } from './texts-in';

const resolvers = new Map<Machine, Class>();

/** The resolver class of a machine, made once a process. */
export function mutationResolverOf(machine: Machine): Class {
  if (!resolvers.has(machine)) resolvers.set(machine, createMutationResolver(machine));
  return resolvers.get(machine)!;
}

function createMutationResolver(machine: Machine): Class {
  const resolver = namedClass(`${machine.spec.name}Workflow`);
  const payload = createPayload(machine);
  for (const [name, action] of Object.entries(machine.creations)) {
    const bound: BoundAction = { machine, name, kind: 'creation', action, target: action.under ?? 'home' };
    defineMutation(resolver, bound, createCreationInput(machine, name, action), payload);
  }
  for (const [name, action] of Object.entries(machine.transitions)) {
    const bound: BoundAction = { machine, name, kind: 'transition', action, target: 'id' };
    defineMutation(resolver, bound, createTransitionInput(machine, name, action), payload);
  }
  Resolver()(resolver as never);
  return resolver;
}

function createPayload({ spec }: Machine): Class {
  const payload = namedClass(`${spec.name}Payload`);
  const fields = payload.prototype as object;
  const row = '办理后的此行；未办理为空。 The row as it is now; null where nothing was done.';
  Field(() => spec.target as never, { nullable: true, description: row })(fields, spec.singular);
  if (spec.contract.sharded) Directive('@local')(fields, spec.singular);
  const why = '未办理的原因；办理了为空。 Why nothing was done; null where it was done.';
  Field(() => Refusal as never, { nullable: true, description: why })(fields, 'refusal');
  const before = '此前已用同一幂等键答复过。 It was answered before under the same idempotency key.';
  Field(() => Boolean, { description: before })(fields, 'replayed');
  ObjectType(payload.name, { description: `答复：${spec.description}`, simpleResolvers: true })(payload);
  return payload;
}

function defineMutation(resolver: Class, bound: BoundAction, input: Class, payload: Class): void {
  const { machine, name, action } = bound;
  const prototype = resolver.prototype as object;
  Object.defineProperty(prototype, name, {
    configurable: true,
    value: async (
      context: RequestContext,
      given: Record<string, unknown>,
      { parentType, path }: GraphQLResolveInfo,
    ) => {
      const [{ type }] = parentType.getFields()[name]!.args as [GraphQLArgument];
      const { row, ...verdict } = await takeAction(context, bound, given, {
        texts: textsOf(type, given),
        place: String(path.key),
      });
      return { ...verdict, [machine.spec.singular]: row };
    },
  });
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object], prototype, name);
  Ctx()(prototype, name, 0);
  Arg('input', () => input as never, { description: '输入。 The input.' })(prototype, name, 1);
  Info()(prototype, name, 2);
  const description = [action.description, saidBy(action.who), statesOf(bound)].filter(Boolean).join(' ');
  Mutation(() => payload as never, { nullable: true, description })(
    prototype,
    name,
    Object.getOwnPropertyDescriptor(prototype, name)!,
  );
  Directive(MEMBERS_ONLY)(prototype, name);
}

/** A key is kept as a hash only, and is no text. */
function textsOf(
  type: GraphQLInputType,
  { idempotencyKey: _key, ...given }: Record<string, unknown>,
): FreeText[] {
  return textsIn(type, given);
}

function statesOf(bound: BoundAction): string {
  const { to } = bound.action;
  const from = bound.kind === 'transition' ? bound.action.from : undefined;
  if (bound.kind === 'transition' && from && bound.action.back)
    return `${from.join('、')} → 此前的状态 before。`;
  if (from && to) return `${from.join('、')} → ${to}。`;
  if (from) return `${from.join('、')}。`;
  return to ? `→ ${to}。` : '';
}
