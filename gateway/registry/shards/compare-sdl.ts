// Whether what a shard says of itself holds all of the contract: it may have more, never less or other.
import {
  BreakingChangeType,
  buildASTSchema,
  findBreakingChanges,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { composableSdl } from '../../sharding/read-contract';
import type { Shard } from '../../sharding/shard-list';
import type { ShardTransport } from '../../sharding/transport';
import type { Finding } from '../verdict';

const DEADLINE_MS = 10_000;
const MAX_FINDINGS = 50;
/** Federation's own machinery differs from server to server. */
const MACHINERY =
  /(?:^|[\s"'`.])(?:_Any|_Entity|_Service|_service|_entities|FieldSet|link__\w+|federation__\w+)\b|^Directive |directive/i;

/** Throws a sentence when the shard does not answer. */
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
  if (answer.kind === 'silent') throw new Error(answer.why);
  const served = (answer.data?._service as { sdl?: unknown } | undefined)?.sdl;
  if (typeof served !== 'string') throw new Error('it has no _service { sdl }');
  return compare(contract, composableSdl(sdl), served);
}

export function compare(contract: string, expected: string, served: string): Finding[] {
  let actual: GraphQLSchema;
  try {
    actual = toSchema(served);
  } catch (error) {
    return [differs(contract, (error as Error).message)];
  }
  const changes = findBreakingChanges(toSchema(expected), actual).filter(
    ({ type, description }) => type !== BreakingChangeType.DIRECTIVE_REMOVED && !MACHINERY.test(description),
  );
  return changes.slice(0, MAX_FINDINGS).map(({ description }) => differs(contract, description));
}

/** A type that is only extended is defined elsewhere for federation, and here all the same. */
function toSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const defined = new Set(
    document.definitions.flatMap((it) => (it.kind === Kind.OBJECT_TYPE_DEFINITION ? [it.name.value] : [])),
  );
  const whole = visit(document, {
    SchemaExtension: () => null,
    SchemaDefinition: () => null,
    DirectiveDefinition: () => null,
    Directive: () => null,
    ObjectTypeExtension: (node) => {
      if (defined.has(node.name.value)) return undefined;
      defined.add(node.name.value);
      return { ...node, kind: Kind.OBJECT_TYPE_DEFINITION };
    },
  });
  return buildASTSchema(whole, { assumeValid: true, assumeValidSDL: true });
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
