// The refusals that every machine gives, in both languages.
import { quote, type Sentence } from '../../../schema/codes';
import { startOfDay } from '../clock';
import {
  AlreadyExists,
  Incomplete,
  InvalidInput,
  KeyReused,
  NotAllowed,
  NotAllowedInState,
  NotFound,
  refusalOf,
  StaleVersion,
  WrongTime,
} from './refusal';
import type { Role } from './role';

export function notFound(id: string): NotFound {
  const sentence = {
    zh: `没有 ${quote(id)}；未办理。请核对编号。`,
    en: `There is no ${quote(id)}; nothing was done. Check the id.`,
  };
  return refusalOf(NotFound, 'NOT_FOUND', sentence, { id });
}

export function notAllowed(roles: readonly Pick<Role, 'zh' | 'en'>[]): NotAllowed {
  const [zh, en] = [roles.map((role) => role.zh).join('或'), roles.map((role) => role.en).join(' or ')];
  return refusalOf(NotAllowed, 'NOT_ALLOWED', {
    zh: `本岗位无权办理；可以办理的是${zh}。`,
    en: `Your office may not do this; ${en} may.`,
  });
}

/** A device or a dashboard's service: what it was given is for reading. */
export function readsOnly(): NotAllowed {
  return refusalOf(NotAllowed, 'NOT_ALLOWED', {
    zh: '此令牌只能查询，不能办理；请用岗位的令牌。',
    en: 'This token can only read; use the token of an office.',
  });
}

export function notAllowedInState(
  id: string,
  state: string | null,
  allowedIn: readonly string[],
): NotAllowedInState {
  const sentence = {
    zh: `现在的状态是 ${state ?? '未知'}，只能在 ${allowedIn.join('、')} 时办理；请先刷新。`,
    en: `The state is ${state ?? 'not known'}; this is allowed in ${allowedIn.join(', ')} only. Refresh first.`,
  };
  return refusalOf(NotAllowedInState, 'NOT_ALLOWED_IN_STATE', sentence, { id, state, allowedIn });
}

export function staleVersion(seen: number, currentVersion: number): StaleVersion {
  const sentence = {
    zh: `所见版本 ${seen} 已过时，现在是 ${currentVersion}；请刷新后再办理。`,
    en: `The version ${seen} that you saw is no longer current, it is ${currentVersion} now; refresh and decide again.`,
  };
  return refusalOf(StaleVersion, 'STALE_VERSION', sentence, { currentVersion });
}

export function keyReused(): KeyReused {
  return refusalOf(KeyReused, 'KEY_REUSED', {
    zh: '此幂等键已用于内容不同的操作；新的操作请用新的键。',
    en: 'This idempotency key was used for something else; take a new key for a new step.',
  });
}

export function invalidInput(field: string, sentence: { zh: string; en: string }): InvalidInput {
  const { zh, en } = sentence;
  return refusalOf(
    InvalidInput,
    'INVALID_INPUT',
    { zh: `${quote(field)} 不对：${zh}`, en: `${quote(field)} is wrong: ${en}` },
    { field },
  );
}

export function alreadyExists(id: string, sentence: Sentence): AlreadyExists {
  return refusalOf(AlreadyExists, 'ALREADY_EXISTS', sentence, { id });
}

/** What must be done first. */
export function incomplete(sentence: Sentence): Incomplete {
  return refusalOf(Incomplete, 'INCOMPLETE', sentence);
}

/** `day` is the first on which it is allowed. */
export function tooEarly(day: string | null, sentence: Sentence): WrongTime {
  const notBefore = day === null ? null : startOfDay(day);
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore, onlyBefore: null });
}

/** `day` is the first on which it is no longer allowed. */
export function tooLate(day: string, sentence: Sentence): WrongTime {
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore: null, onlyBefore: startOfDay(day) });
}
