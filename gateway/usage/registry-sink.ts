// Sends counts of use to the registry that is followed, which keeps them to tell what is in use.
import type { Logger } from 'pino';
import { request } from 'undici';
import type { GatewayConfig } from '../config';
import type { UsageSink } from './usage-sink';

/** A gateway that stops waits for one or two reports at most. */
const REPORT_MS = 5_000;

/** None without a registry, or without the token by which it knows gateways. */
export function chooseSink(
  { registryUrl, registryToken }: Pick<GatewayConfig, 'registryUrl' | 'registryToken'>,
  log: Logger,
): UsageSink | undefined {
  if (registryUrl && registryToken) return createRegistrySink({ url: registryUrl, token: registryToken });
  if (registryUrl) log.warn(NO_TOKEN);
  return undefined;
}

/** `url` without a slash at its end. */
export function createRegistrySink({ url, token }: Record<'url' | 'token', string>): UsageSink {
  const address = `${url}/usage`;
  return {
    async report(report) {
      const status = await post(JSON.stringify(report)).catch((fault: NodeJS.ErrnoException) => {
        throw new Error(`${address} does not answer (${fault.code ?? fault.name}).`);
      });
      if (status !== 202) throw new Error(refusedWith(status, address));
    },
  };

  async function post(body: string): Promise<number> {
    const { statusCode, body: answer } = await request(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      reset: true, // once a minute: the connection would be kept for nothing
      signal: AbortSignal.timeout(REPORT_MS),
    });
    await answer.dump();
    return statusCode;
  }
}

function refusedWith(status: number, address: string): string {
  if (status === 401 || status === 403)
    return `${address} answers ${status}: set LIANXI_REGISTRY_TOKEN to a token for gateways.`;
  return `${address} answers ${status}, expected 202.`;
}

const NO_TOKEN =
  'Use is not reported to the registry, which then takes what only this gateway answers for unused: set LIANXI_REGISTRY_TOKEN to a token for gateways.';
