// Headers that every answer bears: nothing is sniffed, framed, kept by a proxy or told to other sites.
import type { ServerResponse } from 'node:http';

export function secureHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
}
