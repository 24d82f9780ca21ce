// Lets Apollo's libraries write to our log: one short line each, for the rest may quote people's data.
import type { Logger } from 'pino';

export function toApolloLogger(log: Logger) {
  const firstLine = (message: unknown) => String(message).split('\n', 1)[0]!.slice(0, 200);
  return {
    debug: (message: unknown) => log.debug(firstLine(message)),
    info: (message: unknown) => log.info(firstLine(message)),
    warn: (message: unknown) => log.warn(firstLine(message)),
    error: (message: unknown) => log.error(firstLine(message)),
  };
}
