// The subgraphs of a benchmark, in a process of their own.
import 'reflect-metadata';
import { join } from 'node:path';
import { answerMessages } from './answer-messages';
import { createAnswerServer } from './answer-server';
import type { Ground, GroundName } from './ground';
import { serveDemonstration, serveMadeUpShards } from './serve-shards';
import { serveShop } from './serve-shop';

export interface OpenGround {
  name: GroundName;
  /** For `shards`: how many. */
  count: number;
  /** Where databases go. */
  folder: string;
}

const server = createAnswerServer();

answerMessages({
  open: ({ name, count, folder }: OpenGround): Promise<Ground> => {
    if (name === 'shop') return serveShop(server, ['accounts', 'inventory', 'products', 'reviews']);
    if (name === 'small') return serveShop(server, ['accounts', 'reviews']);
    if (name === 'demonstration') return serveDemonstration(server, join(folder, name));
    return serveMadeUpShards(server, join(folder, name), count);
  },
  startRecording: () => server.startRecording(),
  stopRecording: () => server.stopRecording(),
  computed: () => server.computed(),
});
