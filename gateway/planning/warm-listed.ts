// Plans the listed operations once the gateway is up, so that a wall of dashboards that wakes with it need not wait for that.
import { createHash } from 'node:crypto';
import { type GraphQLSchema, Kind, parse } from 'graphql';
import type { Planning } from './create-planning';

/**
 * One after the other, so that who comes meanwhile waits for one of them at most; those that clients name come first. A
 * document that is refused is refused again when it is asked. Law: `schema` tells the graph that serves by then.
 */
export async function warmListed(
  planning: Pick<Planning, 'read'>,
  schema: () => GraphQLSchema,
  listed: readonly string[],
): Promise<void> {
  const asked = listed.map((text) => ({ text, hash: createHash('sha256').update(text).digest('hex') }));
  for (const each of asked) {
    for (const operationName of namesIn(each.text)) await planning.read(schema(), { ...each, operationName });
  }
  for (const each of asked) await planning.read(schema(), { ...each, operationName: undefined });
}

function namesIn(text: string): string[] {
  return parse(text, { noLocation: true }).definitions.flatMap((it) =>
    it.kind === Kind.OPERATION_DEFINITION && it.name ? [it.name.value] : [],
  );
}
