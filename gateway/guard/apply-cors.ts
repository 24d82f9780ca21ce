// Lets the pages of named origins read answers, and answers their preflights.
import cors from 'cors';
import type { Exchange } from '../http/reply';

const PREFLIGHT_SECONDS = 600;

/** Resolves to true when the request was a preflight and is answered. Other origins get no CORS header: browsers refuse. */
export function createCorsGuard(origins: string[]) {
  const handle = cors({ origin: origins, methods: ['GET', 'POST'], maxAge: PREFLIGHT_SECONDS });
  return function applyCors({ request, response }: Exchange): Promise<boolean> {
    return new Promise((resolve, reject) => {
      response.once('finish', () => resolve(true));
      handle(request, response, (error?: unknown) => (error ? reject(error) : resolve(false)));
    });
  };
}
