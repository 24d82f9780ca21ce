// Runs a mutation: every field goes to exactly one shard, one after another, never twice (law 5).
import { quote, refuse } from '../../../schema/codes';
import type { RootPlan } from '../plan/operation-plan';
import { Fault, fault, faultOfError, NEVER_SENT, NOT_ASKED, Silent, WRONG_SHAPE } from '../state/fault';
import { routeOf } from './route';
import { createRound } from './round';
import { runHops } from './run-hops';
import type { Raw, Run } from '../state/run';
import { gatherRouted } from './start-routed';

type Routed = RootPlan & { kind: 'routed' };

/** The homes of ALL fields are checked before the first is sent: one bad field, and nothing is changed. */
export async function runMutation(run: Run): Promise<Raw> {
  const gathered: Raw = {};
  const fields = run.plan.roots.filter((root): root is Routed => root.kind === 'routed');
  for (const root of run.plan.roots) if (root.kind === 'made') gathered[root.response] = root.value;
  const homes = fields.map((root) => checkHome(run, root));
  const refused = homes.findIndex((home) => home instanceof Fault);
  if (refused >= 0) {
    const reason = homes[refused] as Fault;
    fields.forEach(
      (root, i) =>
        (gathered[root.response] =
          homes[i] instanceof Fault ? homes[i] : notSent(reason, fields[refused]!.response)),
    );
    return gathered;
  }
  for (const [i, root] of fields.entries()) await send(run, root, homes[i] as string, gathered);
  return gathered;
}

function checkHome(run: Run, root: Routed): string | Fault {
  const home = routeOf(run, root);
  if (home instanceof Fault) return home;
  if (home === null) return faultOfError(unknownHome(null));
  if (run.view.shardOf.has(home)) return home;
  return run.view.notJoined.includes(home) ? notJoined(home) : faultOfError(unknownHome(home));
}

async function send(run: Run, root: Routed, home: string, gathered: Raw): Promise<void> {
  const round = createRound(run, 'mutation');
  round.ask(run.view.shardOf.get(home)!, root.ask, '', (value) => {
    if (value instanceof Silent) run.context.homes.missing(home, 'UNREACHABLE');
    else run.context.homes.answered(home);
    gathered[root.response] =
      value instanceof Silent ? silenceOf(value, home) : value === undefined ? WRONG_SHAPE : value;
    gatherRouted(run, root, gathered, home);
  });
  await round.send();
  await runHops(run);
}

function silenceOf(value: Silent, home: string): Fault {
  if (value === NOT_ASKED) return tooBusy();
  return value === NEVER_SENT ? notReached(home) : uncertain(home);
}

const tooBusy = () =>
  fault('OVERLOADED', {
    zh: '网关此刻太忙；操作未执行，请稍后重试。',
    en: 'The gateway is too busy at present; nothing was carried out, try again later.',
  });

const unknownHome = (home: string | null) =>
  refuse('NOT_FOUND', {
    zh: `没有单位 ${quote(home)};操作未执行。请核对编号。`,
    en: `There is no organization ${quote(home)}; nothing was carried out. Check the id.`,
  });

const notJoined = (home: string) =>
  fault('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 尚未接入；操作未执行。`,
    en: `The organization ${quote(home)} has not joined yet; nothing was carried out.`,
  });

const notReached = (home: string) =>
  fault('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 目前没有应答；操作未执行，请稍后重试。`,
    en: `${quote(home)} does not answer at present; nothing was carried out, try again later.`,
  });

const uncertain = (home: string) =>
  fault('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 没有应答，操作是否已执行不能确定。带了 idempotencyKey 的，用同一键原样重发即可，只会办一次；没有带的，请先查询，不要直接重发。`,
    en: `${quote(home)} did not answer, so whether this was carried out is not known. With an idempotencyKey, send the same again under the same key: it is done once. Without one, query first, do not simply send it again.`,
  });

function notSent(reason: Fault, field: string): Fault {
  const zh = `同一请求中的 ${quote(field)} 被拒绝，故此操作未执行。`;
  const en = `Not carried out, because ${quote(field)} in the same request was refused.`;
  return new Fault(reason.code, `${zh} ${en}`);
}
