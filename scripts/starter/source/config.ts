// The settings, from the environment: the only file that reads it.

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** `file:<path>` for SQLite; `mysql://` or `mariadb://user:password@host:3306/database` for a server. */
  databaseUrl: string;
  /** What the gateway must show as its bearer token; without it everybody who reaches the port is answered. */
  gatewaySecret?: string;
}

/** Throws a sentence that names the setting. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { HOST, PORT, DATABASE_URL, GATEWAY_SECRET } = environment;
  const port = Number(PORT || 4200);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${PORT}"; expected a whole number from 0 to 65535.`);
  const databaseUrl = DATABASE_URL || 'file:data/sample-market.sqlite';
  if (!/^(?:file:.+|(?:mysql|mariadb):\/\/.+\/.+)$/.test(databaseUrl))
    throw new Error(
      'DATABASE_URL must be file:<path> for SQLite, or mysql:// or mariadb://user:password@host:3306/database.',
    );
  return { host: HOST || '127.0.0.1', port, databaseUrl, gatewaySecret: GATEWAY_SECRET || undefined };
}
