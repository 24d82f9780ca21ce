// What a request passes on its way through the gateway, in one ordered list.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { createCorsGuard } from './guard/apply-cors';
import { secureHeaders } from './guard/secure-headers';
import { type Exchange, createExchange, replyRefusal } from './http/reply';

export interface Route {
  methods: string[];
  handle(exchange: Exchange): void | Promise<void>;
}

export interface FrontDoorOptions {
  /** By path. */
  routes: ReadonlyMap<string, Route>;
  corsOrigins: string[];
  log: Logger;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createFrontDoor({ routes, corsOrigins, log }: FrontDoorOptions): RequestHandler {
  const applyCors = createCorsGuard(corsOrigins);

  return async function handle(request, response) {
    const exchange = createExchange(request, response);
    try {
      secureHeaders(response);
      if (applyCors(exchange)) return;
      const route = routes.get(exchange.path);
      if (!route) return refuseUnknownPath(exchange);
      if (!route.methods.includes(exchange.method)) return refuseMethod(exchange, route.methods);
      await route.handle(exchange);
    } catch (error) {
      log.error(
        { fault: (error as Error).name, at: framesOf(error), path: exchange.path },
        'a request failed',
      );
      refuseForOurFault(exchange);
    }
  };
}

function framesOf(error: unknown): string[] {
  const lines = ((error as Error).stack ?? '').split('\n');
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}

function refuseUnknownPath(exchange: Exchange): void {
  replyRefusal(exchange, 404, 'NOT_FOUND', {
    zh: '没有这个地址；数据图在 /graphql,类型说明在 /schema.graphql。',
    en: 'There is nothing at this path; the graph is at /graphql, its types at /schema.graphql.',
  });
}

function refuseMethod(exchange: Exchange, methods: string[]): void {
  exchange.response.setHeader('allow', methods.join(', '));
  replyRefusal(exchange, 405, 'BAD_REQUEST', {
    zh: `这个地址只接受 ${methods.join('、')} 请求。`,
    en: `This path takes ${methods.join(', ')} requests only.`,
  });
}

function refuseForOurFault(exchange: Exchange): void {
  replyRefusal(exchange, 500, 'INTERNAL', {
    zh: '系统内部出错，已记录；请稍后再试。',
    en: 'Something failed on our side and was logged; try again later.',
  });
}
