// Starts `_entities`: N representations in, N answers out, by position (law 1).
import { GraphQLError } from 'graphql';
import { quote, refuse } from '../../../schema/codes';
import { badId, parseId } from '../../../schema/id';
import type { RootPlan } from '../plan/operation-plan';
import { Fault, faultOfError } from '../state/fault';
import { isKnownByKey } from '../state/is-known-by-key';
import { addStub, addVisit } from '../state/pending';
import { readArguments } from '../state/read-safely';
import { isRaw, type Raw, type Run } from '../state/run';

export function startEntities(run: Run, root: RootPlan & { kind: 'entities' }, target: Raw): void {
  const args = readArguments(run, root.read);
  const representations = args instanceof Fault ? args : (args.representations as unknown[]);
  if (representations instanceof Fault || representations.length > run.bounds.ids) {
    target[root.response] =
      representations instanceof Fault
        ? representations
        : faultOfError(tooMany(representations.length, run.bounds.ids));
    return;
  }
  const list: unknown[] = [];
  target[root.response] = list;
  representations.forEach((representation, i) =>
    startOne(run, root, representation, list as unknown as Raw, i),
  );
}

/** A malformed representation is an error at its place and leaves its neighbours alone. */
function startOne(
  run: Run,
  { selection }: RootPlan & { kind: 'entities' },
  representation: unknown,
  list: Raw,
  index: number,
): void {
  const { __typename: typeName, id } = isRaw(representation)
    ? representation
    : { __typename: undefined, id: undefined };
  const entity = typeof typeName === 'string' ? selection.objects.get(typeName)?.entity : undefined;
  const parsed = parseId(id);
  const key = String(index);
  list[key] = null;
  if (!entity) list[key] = faultOfError(noSuchEntity(typeName));
  else if (!parsed) list[key] = faultOfError(badId(id));
  else if (entity.hasOwn || !isKnownByKey(entity, { id: id as string, home: parsed.home }))
    addVisit(run.pending, entity, id as string, parsed.home, { holder: list, key });
  else list[key] = addStub(run.pending, entity, id as string, parsed.home);
}

function noSuchEntity(typeName: unknown): GraphQLError {
  const what = quote(typeName ?? 'null');
  return new GraphQLError(`此处没有名为 ${what} 的实体类型。 There is no entity type ${what} here.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function tooMany(count: number, max: number) {
  return refuse('TOO_MANY', {
    zh: `一次询问了 ${count} 个对象，最多 ${max} 个；请减小各级的 first。`,
    en: `${count} objects were asked at once, at most ${max} are allowed; use a smaller first on each level.`,
  });
}
