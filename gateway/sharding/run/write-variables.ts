// The layer's own variables as members of a JSON object. Names are the plan's, so they need no quoting.
import type { AskedShard } from '../state/asked-homes';
import type { Visit } from '../state/run';

export function writeHomes(variable: string, { text }: AskedShard): string {
  return `"${variable}":${text}`;
}

export function writeRepresentations(variable: string, typeName: string, visits: readonly Visit[]): string {
  const start = `{"__typename":"${typeName}","id":"`;
  // Ids were parsed, and what parses has nothing to escape.
  return `"${variable}":[${start}${visits.map(({ id }) => id).join(`"},${start}`)}"}]`;
}
