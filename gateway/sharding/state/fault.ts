// Marks in gathered data: a value that is an error, and a part that did not come. JSON cannot forge either.
import type { GraphQLError } from 'graphql';
import { CODES, refuse, type Code, type Sentence } from '../../../schema/codes';
import type { ShardError } from '../transport';

/** Stands where a value would; becomes null and an error with the caller's path. */
export class Fault {
  constructor(
    readonly code: string,
    readonly message: string,
    readonly extensions: Record<string, unknown> = {},
  ) {}
}

/** Stands for a shard's part that did not come. */
export class Silent {}

/** The request may have reached the shard. */
export const SILENT = new Silent();
/** The request certainly did not. */
export const NEVER_SENT = new Silent();
/** Nor did this one: the gateway had too much to send. */
export const NOT_ASKED = new Silent();

/** Codes that say the caller is at fault; a shard's other errors are its own and are masked. */
const NOT_THE_CALLERS: ReadonlySet<string> = new Set<Code>([
  'INTERNAL',
  'HOME_UNAVAILABLE',
  'SHARD_PROTOCOL',
  'SUBGRAPH_UNAVAILABLE',
  'OVERLOADED',
  'TIMEOUT',
]);
const MAX_MESSAGE = 1_000;

export function isCallersFault(fault: Fault): boolean {
  return fault.code in CODES && !NOT_THE_CALLERS.has(fault.code);
}

export function faultOfShard({ code, message }: ShardError): Fault {
  const fault = new Fault(code ?? 'INTERNAL', cleanMessage(message));
  return isCallersFault(fault) || isAway(fault) ? fault : MASKED;
}

/** A home on its way to another shard: nothing failed, and its shard says what to do. */
function isAway({ code }: Fault): boolean {
  return code === 'HOME_UNAVAILABLE';
}

/** A shard writes its own sentences, but no addresses and no control characters. */
function cleanMessage(message: string): string {
  return message
    .slice(0, MAX_MESSAGE)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\w+:\/\/\S+/g, '…');
}

export function faultOfError(error: GraphQLError): Fault {
  return new Fault(String(error.extensions.code ?? 'BAD_USER_INPUT'), error.message, error.extensions);
}

export function fault(code: Code, sentence: Sentence): Fault {
  return faultOfError(refuse(code, sentence));
}

const MASKED = fault('INTERNAL', {
  zh: '数据所在的服务出错，此处无法作答；请稍后重试。',
  en: 'The service that holds this data failed here; try again later.',
});

export const WRONG_SHAPE = fault('SHARD_PROTOCOL', {
  zh: '数据所在的服务在此处的应答不合约定，已略去。',
  en: 'The service that holds this data broke the contract here; its answer was left out.',
});
