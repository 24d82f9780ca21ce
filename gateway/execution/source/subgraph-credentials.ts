// By what the gateway shows third parties' subgraphs who it is: a bearer secret, a certificate, or nothing; read from one file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TlsIdentity } from './post-json';

export interface SubgraphCredentials {
  /** Names and values in turn. */
  headers: string[];
  tls: TlsIdentity | undefined;
}

const FILE = z.record(
  z.string(),
  z.strictObject({
    bearer: z
      .string()
      .regex(/^[\x21-\x7e]{1,4096}$/)
      .optional(),
    certificate: z.string().optional(),
    key: z.string().optional(),
    authority: z.string().optional(),
  }),
);

/** Read anew for each new subgraph, so that one can be added while the gateway runs. Throws one sentence, without a secret in it. */
export function readSubgraphCredentials(file: string | undefined, subgraph: string): SubgraphCredentials {
  if (!file) return { headers: [], tls: undefined };
  const entry = readEntries(file)[subgraph] ?? {};
  const read = (name: string | undefined) => name && readPem(path.resolve(path.dirname(file), name));
  const tls = { cert: read(entry.certificate), key: read(entry.key), ca: read(entry.authority) };
  return {
    headers: entry.bearer ? ['authorization', `Bearer ${entry.bearer}`] : [],
    tls: tls.cert || tls.ca ? tls : undefined,
  };
}

function readEntries(file: string): z.infer<typeof FILE> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The file of credentials ${file} cannot be read as JSON.`);
  }
  const reading = FILE.safeParse(json);
  if (reading.success) return reading.data;
  const { path: place } = reading.error.issues[0]!;
  throw new Error(
    `The file of credentials ${file} is wrong at ${place.join('.') || 'its root'}; expected {"<subgraph>": {"bearer": "…"}}, or certificate, key and authority as names of PEM files.`,
  );
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`The PEM file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
