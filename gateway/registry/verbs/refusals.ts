// The refusals of the verbs: what was wrong, what was expected, what to do.
import type { GraphQLError } from 'graphql';
import { quote, refuse, type Sentence } from '../../../schema/codes';
import type { HomeMove } from '../domain/home-move';
import type { Finding } from '../verdict';

export function notSignedIn(): GraphQLError {
  return refuse('UNAUTHENTICATED', {
    zh: '请求没有有效的令牌；请在请求头加上 Authorization: Bearer <令牌>。没有令牌的单位先用 join 申请。',
    en: 'The request has no valid token; send the header Authorization: Bearer <token>. An organization without one asks to join first.',
  });
}

export function streetOnly(verb: string): GraphQLError {
  return refuse('FORBIDDEN', {
    zh: `只有街道可以${verb}；请用街道的令牌，或请街道办理。`,
    en: `Only the street may do this (${verb}); use the street's token, or ask the street.`,
  });
}

export function notAMember(home: string): GraphQLError {
  return refuse('FORBIDDEN', {
    zh: `单位 ${quote(home)} 还没有获准加入；请等街道批准它的申请。`,
    en: `The organization ${quote(home)} has not been let in yet; wait until the street approves its request.`,
  });
}

export function readsOnly(): GraphQLError {
  return refuse('FORBIDDEN', {
    zh: '网关的令牌只能读取图和上报使用情况；发布请用单位的令牌。',
    en: 'The token of a gateway only reads the graph and reports its use; publish with the token of an organization.',
  });
}

export function notYours(what: string, owner: string): GraphQLError {
  return refuse('FORBIDDEN', {
    zh: `${quote(what)} 属于 ${quote(owner)}；只有它自己或街道可以这样做。`,
    en: `${quote(what)} belongs to ${quote(owner)}; only its owner or the street may do this.`,
  });
}

export function unknown(what: string, name: string, known: string[] = []): GraphQLError {
  const some = known.slice(0, 20).join(', ');
  return refuse('NOT_FOUND', {
    zh: `没有名为 ${quote(name)} 的${NAMES[what] ?? what}${some ? `；现有：${some}` : ''}。`,
    en: `There is no ${what} ${quote(name)}${some ? `; there are: ${some}` : ''}.`,
  });
}

const NAMES: Record<string, string> = {
  move: '迁移',
  subgraph: '子图',
  shard: '分片',
  version: '版本',
  proposal: '提案',
  token: '令牌',
  contract: '契约',
};

export function notWaiting(id: string, state: string): GraphQLError {
  return refuse('CONFLICT', {
    zh: `提案 ${quote(id)} 已经有了结果（${state}）；不能再批准或驳回。`,
    en: `The proposal ${quote(id)} is decided already (${state}); it can no longer be approved or rejected.`,
  });
}

export function notYourYes(home: string, approvers: string[]): GraphQLError {
  return refuse('FORBIDDEN', {
    zh: `这个提案等待的是 ${approvers.join('、')} 的同意，不是 ${quote(home)} 的。`,
    en: `This proposal waits for the yes of ${approvers.join(', ')}, not of ${quote(home)}.`,
  });
}

export function alreadyServed(home: string, shard: string): GraphQLError {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 已由分片 ${quote(shard)} 提供；没有要移动的。`,
    en: `The shard ${quote(shard)} serves ${quote(home)} already; there is nothing to move.`,
  });
}

export function notServed(home: string, shard: string): GraphQLError {
  return refuse('CONFLICT', {
    zh: `还没有分片提供单位 ${quote(home)}，没有要搬的数据；请用 shard publish 发布 ${quote(shard)}，并在 --homes 中写上它。`,
    en: `No shard serves ${quote(home)} yet, so there are no rows to move; name it in --homes when you publish ${quote(shard)}.`,
  });
}

export function moveUnderWay({ id, home, target, state }: HomeMove): GraphQLError {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 正在移往 ${quote(target)}（${id}，${state}）；请等它结束，或先放弃它。`,
    en: `${quote(home)} is on its way to ${quote(target)} (${id}, ${state}); wait until that has ended, or give it up first.`,
  });
}

export function listMustWait({ id, home, target, state }: HomeMove): GraphQLError {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 正在移往 ${quote(target)}（${id}，${state}）；这次改动会让名单把它指向没有它全部数据的分片。请等迁移结束；切换之前也可以先放弃它（shard stay ${id}）。`,
    en: `${quote(home)} is on its way to ${quote(target)} (${id}, ${state}), and this would have the list name a shard for it that does not keep its rows; wait until the move has ended, or, before its switch, give it up first (shard stay ${id}).`,
  });
}

export function moveIsPast({ home, target, state }: HomeMove): GraphQLError {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 已在 ${quote(target)}（${state}），不能再放弃；要移回，请再移动一次。`,
    en: `${quote(home)} is on ${quote(target)} already (${state}), and the move can no longer be given up; to go back, move it once more.`,
  });
}

/** The finding's own sentence may hold an address, which the API shows in no error. */
export function mayNotReturn(subgraph: string, { rule }: Finding): GraphQLError {
  const why = WHY_NOT[rule] ?? { zh: `不合规则 ${rule}`, en: `it breaks the rule ${rule}` };
  return refuse('CONFLICT', {
    zh: `现行的图不在旧地址询问子图 ${quote(subgraph)}，所以像发布时一样重新检查了它，没有通过：${why.zh}。请先改好它的服务器，或退回到没有它的版本。`,
    en: `The newest version does not ask the subgraph ${quote(subgraph)} where the older one does, so it was checked anew, and fails: ${why.en}. Mend its server first, or go back to a version without it.`,
  });
}

const WHY_NOT: Record<string, Sentence> = {
  PROBE_FAILED: {
    zh: '它的服务器没有答出 SDL',
    en: 'its server does not say its SDL',
  },
  SERVES_LESS: {
    zh: '它的服务器没有所发布的全部内容',
    en: 'its server lacks what is published',
  },
  ADDRESS_NOT_ALLOWED: {
    zh: '它的地址不在允许的网段内',
    en: 'its address lies outside the allowed networks',
  },
  URL_FORM: {
    zh: '它的主机名解析不到地址，或网址不合格式',
    en: 'its host name resolves to no address, or its URL is not of the form that is allowed',
  },
};

export function changedMeanwhile(): GraphQLError {
  return refuse('CONFLICT', {
    zh: '检查期间图变了；请再退回一次。',
    en: 'While it was being checked, the graph changed; roll back once more.',
  });
}

export function reasonMissing(): GraphQLError {
  return refuse('BAD_NAME', {
    zh: '请写明理由（1 到 2000 个字符）；它会记入审计日志。',
    en: 'Give a reason of 1 to 2000 characters; it is kept in the audit log.',
  });
}

export function badHome(home: unknown): GraphQLError {
  return refuse('BAD_NAME', {
    zh: `单位编号 ${quote(home)} 格式不对；应为小写字母、数字，用连字符相连，最多 40 个字符，例如 dongguan-branch。`,
    en: `The home ${quote(home)} is malformed; expected lower-case words joined by hyphens, at most 40 characters, such as dongguan-branch.`,
  });
}

export function badText(what: string, max: number): GraphQLError {
  return refuse('BAD_NAME', {
    zh: `${what} 应为 1 到 ${max} 个字符的一行文字。`,
    en: `${what} must be one line of 1 to ${max} characters.`,
  });
}

export function alreadyThere(home: string): GraphQLError {
  return refuse('CONFLICT', {
    zh: `单位 ${quote(home)} 已经加入，或它的申请正在等待；令牌丢失时请街道换发。`,
    en: `The organization ${quote(home)} is a member already, or its request waits; if its token is lost, ask the street for a new one.`,
  });
}

export function tooManyHomes(max: number): GraphQLError {
  return refuse('TOO_MANY', {
    zh: `一个申请至多写 ${max} 个单位编号；其余的请街道办理。`,
    en: `A request may name at most ${max} homes; ask the street for the rest.`,
  });
}

export function tooManyTokens(max: number): GraphQLError {
  return refuse('TOO_MANY', {
    zh: `这个单位已有 ${max} 个有效的令牌；请先撤销不用的。`,
    en: `This organization has ${max} valid tokens already; revoke those that are not used first.`,
  });
}

export function badDays(days: number, max: number): GraphQLError {
  return refuse('BAD_NAME', {
    zh: `days 是 ${days}，应为 1 到 ${max} 的整数；不写则一直有效。`,
    en: `days is ${days}; expected a whole number from 1 to ${max}, or none for a token that stays valid.`,
  });
}

export function tooManyWaiting(max: number): GraphQLError {
  return refuse('TOO_MANY', {
    zh: `已有 ${max} 个申请或提案在等待；请等它们有了结果再提。`,
    en: `${max} requests or proposals wait already; ask again when some of them are decided.`,
  });
}
