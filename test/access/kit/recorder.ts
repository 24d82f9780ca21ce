// Stands before a server, passes everything on, and keeps what was asked of it and what it answered.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACTOR_HEADER } from '../../../schema/actor-signature';

export interface Recorder {
  url: string;
  /** Oldest first; both bodies as text. */
  exchanges: { asked: string; answered: string }[];
  close: () => void;
}

export async function startRecorder(target: string): Promise<Recorder> {
  const exchanges: Recorder['exchanges'] = [];
  const server = createServer(async (request, response) => {
    const asked = await bodyOf(request);
    const actor = request.headers[ACTOR_HEADER];
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method,
      headers: {
        'content-type': 'application/json',
        ...(typeof actor === 'string' && { [ACTOR_HEADER]: actor }),
      },
      ...(request.method === 'POST' && { body: asked.toString() }),
    });
    const answered = await answer.text();
    exchanges.push({ asked: asked.toString(), answered });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
