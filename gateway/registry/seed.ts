// The first start: the project's own contracts are version 1, owned by the street, and the street gets its token.
import { StartFault } from '../supergraph/start-fault';
import type { ShardList } from '../sharding/shard-list';
import type { Actor } from './domain/actor';
import type { SubgraphPublication } from './publication';
import { hashSecret, isSecret, isValid } from './domain/token';
import { auditOf } from './verbs/note';
import type { RegistryGround } from './verbs/registry-ground';
import { issueToken } from './verbs/tokens';
import { usageDay } from './verbs/usage-day';

/** Rejects with a StartFault when the contracts do not pass the checks that everybody's subgraph must pass. */
export async function seed(ground: RegistryGround, shardList?: ShardList): Promise<void> {
  const { store, street, now } = ground;
  if ((await store.read.headNumber()) > 0) return;
  const subgraphs = ground.contracts.map(({ name, sdl }): SubgraphPublication => ({
    kind: 'subgraph',
    name,
    owner: street,
    sdl,
  }));
  const composed = await compose(ground, subgraphs);
  const itself: Actor = { purpose: 'STREET', home: street, token: '', from: '' };
  const at = now().toISOString();
  const { shards = [], notJoined = [] } = shardList ?? {};
  const state = {
    subgraphs,
    shards: shards.map((shard) => ({ ...shard, kind: 'shard' as const, owner: street })),
    notJoined,
  };
  await store.change(async (book) => {
    if ((await book.headNumber()) > 0) return;
    await book.saveMember({
      home: street,
      name: street,
      homes: [street],
      contracts: [],
      state: 'MEMBER',
      since: at,
    });
    await book.append(0, {
      kind: 'SEEDED',
      subject: 'contracts',
      by: street,
      token: '',
      from: '',
      at,
      proposal: null,
      state,
      composed,
    });
    await book.note(
      auditOf(ground, itself, {
        verb: 'SEED',
        subject: 'contracts',
        details: { subgraphs: subgraphs.map(({ name }) => name), shards: shards.length },
      }),
    );
  });
}

/** They need each other, so the last is checked on top of the others. */
async function compose(ground: RegistryGround, subgraphs: SubgraphPublication[]) {
  const { contracts, operations, street, bounds, defaults, store, now } = ground;
  const { verdict, composed } = await ground.check({
    current: subgraphs.slice(0, -1),
    change: { kind: 'publish', publication: subgraphs.at(-1)! },
    street,
    contracts: contracts.map(({ name, answeredBy }) => ({ name, answeredBy })),
    operations,
    usage: await store.read.usageSince(usageDay(now(), defaults.usageDays)),
    privacyWords: defaults.privacyWords,
    networks: defaults.networks,
    planningBudget: defaults.planningBudget,
    bounds,
  });
  if (composed) return composed;
  throw new StartFault(
    verdict.findings.map(({ sentence }) => `The contracts cannot be published: ${sentence.en}`),
  );
}

/** The secret to show once, or null when there is a token of the street already, or one was given. */
export async function ensureStreetToken(
  ground: RegistryGround,
  given: string | undefined,
): Promise<string | null> {
  if (given !== undefined && !isSecret(given)) throw new StartFault([BAD_SECRET]);
  const { store, street, now } = ground;
  return store.change(async (book) => {
    const tokens = await book.tokensOf(street);
    const known = given && (await book.tokenByHash(hashSecret(given)));
    const hasOne = tokens.some((token) => token.purpose === 'STREET' && isValid(token, now().toISOString()));
    if (known || (hasOne && !given)) return null;
    const label = given ? 'LIANXI_STREET_TOKEN' : 'first start';
    const { token, secret } = await issueToken(
      ground,
      book,
      { home: street, purpose: 'STREET', label, days: null },
      given,
    );
    const itself: Actor = { purpose: 'STREET', home: street, token: '', from: '' };
    await book.note(
      auditOf(ground, itself, {
        verb: 'ROTATE_TOKEN',
        subject: street,
        details: { id: token.id, purpose: 'STREET', label },
      }),
    );
    return given ? null : secret;
  });
}

const BAD_SECRET =
  'LIANXI_STREET_TOKEN must be "lianxi_" and at least 43 letters, digits, "_" or "-", such as `echo lianxi_$(openssl rand -hex 32)` prints.';
