// Mercurius as a gateway, with its compiler on: it reads Federation 1 from the subgraphs themselves.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerMessages } from '../answer-messages';
import { HOST, readSettings } from '../contender-settings';

interface Fastify {
  register(plugin: unknown, options: object): Fastify;
  listen(options: object): Promise<string>;
}

const { port, ground } = readSettings();
const load = createRequire(join(process.cwd(), 'package.json'));
const fastify = (load('fastify') as () => Fastify)();
const services = ground.subgraphs.map(({ name, plainUrl }) => ({ name, url: plainUrl }));
fastify.register(load('@mercuriusjs/gateway'), { gateway: { services }, jit: 1 });
const started = fastify.listen({ host: HOST, port });

answerMessages({ started: () => started.then(() => ({})) });
