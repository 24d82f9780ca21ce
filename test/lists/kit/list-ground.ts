// A demonstration whose lists are brought in and out: who asks, what stands in files, and what stands in databases.
import { buildSchema, type GraphQLSchema } from 'graphql';
import { exportLists } from '../../../gateway/lists/export/export-lists';
import { writeTemplate } from '../../../gateway/lists/export/write-template';
import type { AskGraph } from '../../../gateway/lists/graph/ask-graph';
import { importFile } from '../../../gateway/lists/import/import-file';
import type { ImportReport, RowVerdict, Verdict } from '../../../gateway/lists/import/verdict';
import { findList } from '../../../gateway/lists/lists/all-lists';
import type { Format } from '../../../gateway/lists/write/table';
import type { SignedActor } from '../../../schema/actor-signature';
import { runDemonstration, type RunningDemonstration } from '../../kit/run-demonstration';
import { openSignIn } from '../../kit/sign-in';
import type { TestDatabase } from '../../kit/test-databases';

export interface ImportAs {
  /** The home for which is imported; that of the token by default. */
  home?: string;
  dryRun?: boolean;
  update?: boolean;
  actor?: Partial<SignedActor>;
}

export interface ListGround {
  demonstration: RunningDemonstration;
  schema: GraphQLSchema;
  askAs: (organization: string, actor?: Partial<SignedActor>) => Promise<AskGraph>;
  bring: (
    organization: string,
    list: string | undefined,
    bytes: Buffer,
    as?: ImportAs,
  ) => Promise<ImportReport>;
  take: (organization: string, list: string, format: Format, home?: string) => Promise<Buffer>;
  template: (list: string | undefined, format: Format) => Promise<Buffer>;
  token: (organization: string) => Promise<string>;
  /** How many rows every table of every shard holds. */
  counts: () => Promise<Record<string, number>>;
  stop: () => Promise<void>;
}

export async function openListGround(database?: TestDatabase): Promise<ListGround> {
  const signIn = await openSignIn();
  const demonstration = await runDemonstration({ signIn, ...(database && { database }) });
  const schema = buildSchema(await (await fetch(`${demonstration.gatewayUrl}/schema.graphql`)).text());
  const askAs = async (organization: string, actor: Partial<SignedActor> = {}): Promise<AskGraph> => {
    const authorization = await signIn.as(organization, actor);
    return (query, variables) => demonstration.ask(query, variables, authorization);
  };
  const now = () => new Date();
  return {
    demonstration,
    schema,
    askAs,
    bring: async (
      organization,
      list,
      bytes,
      { home = organization, dryRun = false, update = false, actor } = {},
    ) =>
      importFile(bytes, {
        ask: await askAs(organization, actor),
        schema,
        home,
        dryRun,
        update,
        now,
        ...(list && { list: findList(list)! }),
      }),
    take: async (organization, list, format, home) =>
      (
        await exportLists({
          lists: [findList(list)!],
          format,
          ask: await askAs(organization),
          schema,
          now,
          ...(home && { home }),
        })
      ).bytes,
    template: (list, format) => writeTemplate(list ? [findList(list)!] : [], format, schema),
    token: (organization) => signIn.as(organization),
    counts: () => countRows(demonstration),
    stop: demonstration.stop,
  };
}

async function countRows({ shards }: RunningDemonstration): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [shard, { database }] of shards)
    for (const { name, target } of database.entityMetadatas)
      counts[`${shard} ${name}`] = await database.manager.count(target as never);
  return counts;
}

export function rowsOf({ lists }: ImportReport): RowVerdict[] {
  return lists.flatMap(({ rows }) => rows);
}

export function verdictsOf(report: ImportReport): Verdict[] {
  return rowsOf(report).map(({ verdict }) => verdict);
}

export function csv(...lines: string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
}
