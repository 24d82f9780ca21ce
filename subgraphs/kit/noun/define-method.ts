// Defines a GraphQL field that is computed by a method, on a class that is known only at run time.
import { Args, Ctx, Directive, Field, Info } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../request-context';
import type { Class, GraphQLTypeThunk } from './spec';

export interface MethodField<Row, A> {
  type: GraphQLTypeThunk;
  description: string;
  nullable?: boolean;
  directives?: string[];
  /** Class of the arguments, decorated with @ArgsType. */
  args?: Class;
  resolve: (row: Row, context: RequestContext, info: GraphQLResolveInfo, args: A) => unknown;
}

export function defineMethod<Row = never, A = never>(owner: Class, name: string, field: MethodField<Row, A>): void {
  const prototype = owner.prototype as object;
  Object.defineProperty(prototype, name, {
    configurable: true,
    value(this: Row, context: RequestContext, info: GraphQLResolveInfo, args: A) {
      return field.resolve(this, context, info, args);
    },
  });
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object], prototype, name);
  Ctx()(prototype, name, 0);
  Info()(prototype, name, 1);
  if (field.args) Args(() => field.args as never)(prototype, name, 2);
  const options = { nullable: field.nullable ?? true, description: field.description };
  Field(field.type as () => Class, options)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  for (const directive of field.directives ?? []) Directive(directive)(prototype, name);
}
