// Delivers a message of an outbox as a mutation through the gateway, under the service token of the home that sends it.
import type { Delivery } from './drain-outbox';
import type { OutboxMessage } from './outbox-message';

export interface DeliveryOptions {
  /** Address of the graph, e.g. `http://127.0.0.1:4000/graphql`. */
  graphUrl: string;
  /** The service token of a home; undefined while it has none. */
  tokenOf: (home: string) => string | undefined | Promise<string | undefined>;
  timeoutMs?: number;
}

type Sent = Pick<OutboxMessage, 'id' | 'home' | 'mutation' | 'input'>;

/** Never throws. Only a refusal is final; whatever else went wrong may be right the next time. */
export function deliverThroughGateway(options: DeliveryOptions): (message: Sent) => Promise<Delivery> {
  return async (message) => {
    try {
      const token = await options.tokenOf(message.home);
      return token ? read(await send(options, message, token)) : unanswered('NO_OUTBOX_TOKEN');
    } catch {
      return unanswered('GATEWAY_UNREACHABLE');
    }
  };
}

async function send(
  { graphUrl, timeoutMs = 20_000 }: DeliveryOptions,
  { id, mutation, input }: Sent,
  token: string,
): Promise<Answered> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation Deliver($input: ${type}) { taken: ${mutation}(input: $input) { refusal { code } } }`;
  const response = await fetch(graphUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input: { ...input, idempotencyKey: id } } }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return (await response.json()) as Answered;
}

interface Answered {
  data?: { taken?: { refusal?: { code?: string } | null } | null } | null;
  errors?: { extensions?: { code?: string } }[];
}

function read({ data, errors }: Answered): Delivery {
  if (errors?.length || !data?.taken) return unanswered(errors?.[0]?.extensions?.code ?? 'NO_ANSWER');
  const { refusal } = data.taken;
  return refusal ? { kind: 'refused', code: shortened(refusal.code ?? 'REFUSED') } : { kind: 'delivered' };
}

function unanswered(code: string): Delivery {
  return { kind: 'unanswered', code: shortened(code) };
}

/** As long as the column that keeps it. */
function shortened(code: string): string {
  return code.slice(0, 60);
}
