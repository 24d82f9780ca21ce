// The root fields that every noun has: one object by id, several by ids, a list and, where it can be grouped, a summary.
import { Args, ArgsType, Ctx, Directive, Field, ID, Query, Resolver } from 'type-graphql';
import { listRows } from './list/connection';
import { namedClass, type ListArgs } from './list/list-args';
import { loadRowAsked } from './sql/load-row';
import { summarize, type SummaryArgs } from './list/summary';
import { typesOf } from './noun';
import { specOf, type Class, type NounSpec } from './noun/spec';
import type { RequestContext } from './request-context';

interface RootField {
  type: () => unknown;
  description: string;
  nullable: boolean | 'items';
  directive: string;
  args: Class;
  resolve: (context: RequestContext, args: never) => unknown;
}

/** Makes the resolver class with the root fields of a noun. */
export function createRootResolver(target: Class): Class {
  const spec = specOf(target);
  const resolver = namedClass(`${spec.name}Resolver`);
  for (const [name, field] of Object.entries(rootFields(spec))) defineQuery(resolver, name, field, spec.contract.sharded);
  Resolver()(resolver as never);
  return resolver;
}

function rootFields(spec: NounSpec): Record<string, RootField> {
  const { singular, plural, description } = spec;
  const types = typesOf(spec.target);
  const fields: Record<string, RootField> = {
    [singular]: {
      type: () => spec.target,
      description: `按编号取一个；不存在为空。 One by its id; null when there is none. ${description}`,
      nullable: true,
      directive: '@local',
      args: byIdArgs(spec),
      resolve: (context, { id }: { id: string }) => loadRowAsked(context, spec, id),
    },
    [`${singular}ById`]: {
      type: () => [spec.target],
      description: `按编号取多个：与所给编号一一对应，不存在为空。 Several by their ids: by position, null where there is none. ${description}`,
      nullable: 'items',
      directive: '@local',
      args: byIdsArgs(spec),
      resolve: (context, { ids }: { ids: string[] }) => ids.map((id) => attempt(() => loadRowAsked(context, spec, id))),
    },
    [plural]: {
      type: () => types.connection,
      description: `列表。 A list. ${description}`,
      nullable: true,
      directive: '@scatter',
      args: types.scatteredListArgs,
      resolve: (context, args: ListArgs) => listRows(context, spec, args),
    },
  };
  if (types.summary) {
    fields[`${singular}Summary`] = {
      type: () => types.summary!.summary,
      description: `合计，可分组。 Figures, in groups if asked. ${description}`,
      nullable: true,
      directive: '@scatter',
      args: types.summary.scatteredArgs,
      resolve: (context, args: SummaryArgs) => summarize(context, spec, args),
    };
  }
  return fields;
}

/** A malformed id refuses its own place only. */
function attempt(load: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => resolve(load()));
}

function defineQuery(resolver: Class, name: string, field: RootField, sharded: boolean): void {
  const prototype = resolver.prototype as object;
  Object.defineProperty(prototype, name, {
    configurable: true,
    value: (context: RequestContext, args: never) => field.resolve(context, args),
  });
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Ctx()(prototype, name, 0);
  Args(() => field.args as never)(prototype, name, 1);
  const options = { nullable: field.nullable, description: field.description } as const;
  Query(field.type as never, options)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  if (sharded) Directive(field.directive)(prototype, name);
}

function byIdArgs(spec: NounSpec): Class {
  return idArgs(spec, 'id', () => ID, '编号。 The id.');
}

function byIdsArgs(spec: NounSpec): Class {
  return idArgs(spec, 'ids', () => [ID], '编号，可重复。 The ids, repeated if you like.');
}

function idArgs(spec: NounSpec, name: string, type: () => unknown, description: string): Class {
  const args = namedClass(`${spec.name}${name}Args`);
  Field(type as never, { description })(args.prototype, name);
  if (spec.contract.sharded) Directive('@home')(args.prototype as object, name);
  ArgsType()(args);
  return args;
}
