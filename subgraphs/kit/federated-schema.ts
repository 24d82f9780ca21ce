// Builds the schema that a subgraph serves from its nouns, and holds it to the contract's SDL.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLSchema, lexicographicSortSchema, parse, specifiedDirectives, type GraphQLDirective } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { badId, parseId } from '../../schema/id';
import type { Followed } from './follow-graph';
import { guardField, MEMBERS_ONLY } from './identity/readers';
import { loadRow } from './sql/load-row';
import { stub } from './noun/references';
import { isNoun, specOf, type Class, type ContractName } from './noun/spec';
import type { RequestContext } from './request-context';
import { createRootResolver } from './root-resolver';
import type { Machine } from './workflow/machine';
import { mutationResolverOf } from './workflow/mutation-resolver';
import { KIT_REFUSALS } from './workflow/kit-refusals';

/** A contract as code: its nouns, and the types of other contracts that it adds fields to. */
export interface Contract extends ContractName {
  nouns: Class[];
  /** Types of other contracts, known here by their key, that get fields here. */
  extended: Class[];
  /** What may be done to the nouns. */
  machines?: Machine[];
  /** Tables beside the nouns'. */
  tables?: Class[];
  /** What its shards keep a copy of. */
  followed?: Followed[];
  /** Kinds of refusals beside those of the kit. */
  refusals?: Class[];
  /** Root fields beside those of nouns and machines. */
  resolvers?: Class[];
}


/** The schema as type-graphql makes it, without federation. `directives` are those of sharding.graphql. */
export function buildContractSchema(contract: Contract, directives: readonly GraphQLDirective[]): GraphQLSchema {
  const { nouns, machines = [], refusals = [] } = contract;
  const resolvers = [...nouns.map(createRootResolver), ...machines.map(mutationResolverOf), ...(contract.resolvers ?? [])];
  return buildSchemaSync({
    resolvers: resolvers as never,
    orphanedTypes: [...contract.extended, ...(machines.length > 0 ? KIT_REFUSALS : []), ...refusals] as never,
    directives: [...specifiedDirectives, ...directives],
    skipCheck: true,
    validate: false,
  });
}

/** The SDL of a contract as the code has it, sorted, with its federation link. */
export function printContract(schema: GraphQLSchema): string {
  const sdl = printSchemaWithDirectives(lexicographicSortSchema(schema));
  return `${linkOf(sdl)}\n\n${sdl}\n`;
}

/** Imports what the contract uses. */
function linkOf(sdl: string): string {
  const imports = ['@key', '@shareable', ...(sdl.includes(MEMBERS_ONLY) ? [MEMBERS_ONLY] : [])];
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imports).replaceAll(',', ', ')})`;
}

/** The executable subgraph: the SDL is the contract's file, the resolvers are the code's. */
export function buildFederatedSchema(contract: Contract, schema: GraphQLSchema, sdl: string): GraphQLSchema {
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const type of contract.nouns) guardColumns(resolvers, type);
  for (const type of contract.nouns) withReference(resolvers, type.name, (id, context) => loadRow(context, specOf(type), id));
  for (const type of contract.extended.filter((each) => !isNoun(each))) withReference(resolvers, type.name, (id) => stub(type, id));
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
}

/** The gateway knows who asks; whom a row concerns only its owner knows. */
function guardColumns(resolvers: Record<string, Record<string, unknown>>, noun: Class): void {
  const spec = specOf(noun);
  for (const { property, field, readers } of spec.columns) {
    if (readers !== 'parties' && readers !== 'owner') continue;
    resolvers[spec.name] = {
      ...resolvers[spec.name],
      [field]: (row: Record<string, unknown>, _args: unknown, context: RequestContext) => {
        guardField(spec, { field, readers }, row, context);
        return row[property];
      },
    };
  }
}

function withReference(resolvers: Record<string, Record<string, unknown>>, name: string, resolve: (id: string, context: RequestContext) => unknown): void {
  resolvers[name] = {
    ...resolvers[name],
    // Async, so that a malformed id refuses its own position only.
    __resolveReference: async ({ id }: { id: unknown }, context: RequestContext) => {
      if (!parseId(id)) throw badId(id);
      return resolve(id as string, context);
    },
  };
}
