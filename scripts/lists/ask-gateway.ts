// Asks the gateway over HTTP under the token of a file, and reads from the token for whom it speaks.
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { decodeJwt } from 'jose';
import { type AskGraph, type GraphAnswer, GraphFault } from '../../gateway/lists/graph/ask-graph';
import { UsageError, type Words } from './parse-words';

/** Longer than the gateway takes for any request. */
const DEADLINE_MS = 60_000;

export function readToken({ tokenFile }: Words): string | undefined {
  if (!tokenFile) return process.env.LIANXI_TOKEN?.trim() || undefined;
  const token = readText(tokenFile).trim();
  if (token === '' || /\s/.test(token))
    throw new UsageError(`The file ${tokenFile} must hold one token and nothing else.`);
  return token;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--token-file is "${file}"; there is no such file, or it cannot be read.`);
  }
}

/** The organization of the token; the gateway alone decides whether the token is good. */
export function homeOfToken(token: string | undefined): string | undefined {
  try {
    const { organization } = decodeJwt(token ?? '');
    return typeof organization === 'string' ? organization : undefined;
  } catch {
    return undefined;
  }
}

export function askGateway(gateway: string, token: string | undefined): AskGraph {
  return async (query, variables) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const body = JSON.stringify({ query, variables });
    const response = await reach(gateway, '/graphql', { method: 'POST', headers, body });
    const answer = (await response.json()) as GraphAnswer;
    if (response.status === 401) throw new GraphFault('UNAUTHENTICATED', notKnown(answer));
    return answer;
  };
}

export async function readSchema(gateway: string): Promise<GraphQLSchema> {
  return buildSchema(await (await reach(gateway, '/schema.graphql', {})).text());
}

async function reach(gateway: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${gateway}${path}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch {
    throw new GraphFault('UNREACHABLE', {
      zh: `网关 ${gateway} 没有应答；请核对 --gateway。`,
      en: `The gateway at ${gateway} does not answer; check --gateway.`,
    });
  }
}

function notKnown({ errors = [] }: GraphAnswer) {
  const said = errors[0]?.message ?? '';
  return { zh: `令牌未被接受：${said}`, en: 'The token was not accepted; see there.' };
}
