// Whether what a shard says of itself holds all of the contract: it may have more, never less or other.
import { composableSdl } from '../../sharding/read-contract';
import { ShardSilent } from '../../sharding/conformance/shard-silent';
import type { Shard } from '../../sharding/shard-list';
import type { ShardTransport } from '../../sharding/transport';
import { missingInServed } from '../check/address/served-sdl';
import type { Finding } from '../verdict';

const DEADLINE_MS = 10_000;
const MAX_FINDINGS = 50;

/** Throws ShardSilent when the shard does not answer. */
export async function compareSdl(
  transport: ShardTransport,
  shard: Shard,
  contract: string,
  sdl: string,
): Promise<Finding[]> {
  const answer = await transport.send(
    shard,
    contract,
    { query: '{ _service { sdl } }' },
    { deadline: Date.now() + DEADLINE_MS },
  );
  if (answer.kind === 'silent') throw new ShardSilent(answer.why);
  const served = (answer.data?._service as { sdl?: unknown } | undefined)?.sdl;
  if (typeof served !== 'string') return [differs(contract, 'it has no _service { sdl }')];
  return compare(contract, composableSdl(sdl), served);
}

function compare(contract: string, expected: string, served: string): Finding[] {
  try {
    const missing = missingInServed(expected, served);
    return missing.slice(0, MAX_FINDINGS).map((what) => differs(contract, what));
  } catch (error) {
    return [differs(contract, (error as Error).message)];
  }
}

function differs(contract: string, what: string): Finding {
  return {
    rule: 'CONTRACT',
    severity: 'ERROR',
    sentence: {
      zh: `分片的 SDL 与契约“${contract}”不符：${what}`,
      en: `The shard's SDL is no superset of the contract "${contract}": ${what}`,
    },
    suggestion: {
      zh: `请按 schema/${contract}.graphql 提供全部类型和字段；多出的不限。`,
      en: `Serve all of schema/${contract}.graphql; you may add to it.`,
    },
  };
}
