// Lets the pages of named origins read answers, and answers their preflights.
import cors from 'cors';
import type { Exchange } from '../http/reply';

const PREFLIGHT_SECONDS = 600;

/** True when the request was a preflight and is answered. Other origins get no CORS header: browsers refuse. */
export function createCorsGuard(origins: string[]) {
  const handle = cors({ origin: origins, methods: ['GET', 'POST'], maxAge: PREFLIGHT_SECONDS });
  return function applyCors({ request, response }: Exchange): boolean {
    let isAnswered = true;
    // With a fixed list of origins the package goes on at once, or not at all.
    handle(request, response, (error?: unknown) => {
      if (error) throw error as Error;
      isAnswered = false;
    });
    return isAnswered;
  };
}
