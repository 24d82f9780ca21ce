// Ready tokens of the demonstration: one office of each kind of organization, a dashboard, a screen and a router.
import { createDemonstrationTokens, type DemonstrationTokens } from '../gateway/identity/demonstration-tokens';
import type { SignedActor } from '../schema/actor-signature';
import { SHARDS } from '../subgraphs/demonstration/topology';
import { OUTBOX_SCOPE } from '../subgraphs/kit/workflow/actor';

/** Seconds: a demonstration may run for a month. */
const OUTBOX_LIFETIME = 30 * 24 * 60 * 60;

interface Bearer {
  zh: string;
  en: string;
  actor: SignedActor;
}

/** Only clearly fictional organizations act. */
const BEARERS: Bearer[] = [
  { zh: '街道', en: 'the street', actor: office('党建办公室', 'demo-street', ['needs:review', 'calendar:keep']) },
  { zh: '社区', en: 'a community', actor: office('综合服务岗', 'demo-community', ['needs:review']) },
  { zh: '学校', en: 'a school', actor: office('总务处', 'demo-school') },
  { zh: '银行', en: 'a bank', actor: office('综合办公室', 'demo-bank') },
  { zh: '物业', en: 'a property company', actor: office('客户服务部', 'demo-property') },
  { zh: '看板（只读）', en: 'a dashboard, reads only', actor: { ...office('数据看板', 'demo-street'), kind: 'service' } },
  { zh: '会议室屏幕（只读，一天后过期）', en: 'a meeting-room screen, reads only, for a day', actor: { ...office('会议室屏幕', 'demo-street'), kind: 'device' } },
  { zh: '别的路由器', en: 'another router', actor: { ...office('路由器', 'demo-street', ['router:enforces-access']), kind: 'service' } },
];

function office(name: string, organization: string, scopes: string[] = []): SignedActor {
  return { office: name, organization, kind: 'office', scopes };
}

export interface ReadyTokens extends Pick<DemonstrationTokens, 'keys'> {
  /** Service tokens of outboxes, by home. */
  outboxTokens: Record<string, string>;
  tokens: { zh: string; en: string; office: string; organization: string; token: string }[];
}

export async function makeReadyTokens(): Promise<ReadyTokens> {
  const { keys, tokenFor } = await createDemonstrationTokens();
  const tokens = BEARERS.map(async ({ zh, en, actor }) => {
    const { office: name, organization } = actor;
    return { zh, en, office: name, organization, token: await tokenFor(actor) };
  });
  const outboxes = SHARDS.flatMap(({ homes }) => homes).map(async (home) => {
    const actor: SignedActor = { ...office('发件箱', home, [OUTBOX_SCOPE]), kind: 'service' };
    return [home, await tokenFor(actor, OUTBOX_LIFETIME)] as const;
  });
  return { keys, tokens: await Promise.all(tokens), outboxTokens: Object.fromEntries(await Promise.all(outboxes)) };
}
