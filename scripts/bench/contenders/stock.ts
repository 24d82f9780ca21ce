// Stock Apollo, as its own documentation starts it: @apollo/server standalone with @apollo/gateway.
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answerMessages } from '../answer-messages';
import { HOST, readSettings } from '../contender-settings';

const { port, supergraphPath } = readSettings();
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraphPath, 'utf8') });
const started = startStandaloneServer(new ApolloServer({ gateway }), { listen: { host: HOST, port } });

answerMessages({ started: () => started.then(() => ({})) });
