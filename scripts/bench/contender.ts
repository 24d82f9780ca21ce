// The contenders: what each is, the flags it runs under and how it is started.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATEWAY_FLAGS, V8_FLAGS } from '../gateway-flags';
import { type ContenderSettings, HOST } from './contender-settings';
import { type PackageSet, benchFolder } from './install-packages';
import { type ProgramOptions, ownProgram } from './spawn-program';

export interface Contender {
  name: string;
  title: string;
  /** Whether it is given the flags of V8 that ours runs under. */
  ourFlags: boolean;
  /** Whether it can stand on shards; others need subgraphs. */
  sharded: boolean;
  /** What is installed for it, in a folder of its own. */
  packages?: PackageSet;
  /** Whose fetches it repeats, if it is a null gateway. */
  repeats?: 'base' | 'lianxi';
  /** Operations that are known to the gateway before it is asked. */
  knowsOperations?: boolean;
  start(
    settings: ContenderSettings,
    folder: string,
  ): Pick<ProgramOptions, 'command' | 'env' | 'cwd' | 'answers'>;
}

const HIVE: PackageSet = {
  folder: 'hive',
  dependencies: {
    '@graphql-hive/gateway': '2.15.1',
    '@graphql-hive/router-runtime': '1.4.23',
    graphql: '16.15.0',
  },
  overrides: { '@graphql-tools/batch-execute': '10.2.0' },
};

/** From graphql 16.15 on its way of printing fetches fails: "value.includes is not a function". */
const MERCURIUS: PackageSet = {
  folder: 'mercurius',
  dependencies: {
    '@mercuriusjs/gateway': '5.2.0',
    mercurius: '16.10.1',
    fastify: '5.12.8',
    graphql: '16.12.0',
  },
};

export const CONTENDERS: Contender[] = [
  {
    name: 'stock',
    title: '@apollo/server 5.5.1 + @apollo/gateway 2.14.4',
    ourFlags: false,
    sharded: false,
    start: own('stock'),
  },
  {
    name: 'stock-young',
    title: 'the same with a large young generation',
    ourFlags: true,
    sharded: false,
    start: own('stock'),
  },
  {
    name: 'lianxi-apollo',
    title: 'Lianxi, GATEWAY_EXECUTOR=apollo',
    ourFlags: true,
    sharded: true,
    knowsOperations: true,
    start: own('lianxi', { GATEWAY_EXECUTOR: 'apollo' }),
  },
  {
    name: 'lianxi',
    title: 'Lianxi as `npm start` runs it',
    ourFlags: true,
    sharded: true,
    knowsOperations: true,
    start: own('lianxi'),
  },
  {
    name: 'lianxi-pipeline',
    title: 'Lianxi, arbitrary documents through Apollo Server’s full pipeline (LIANXI_DIRECT=off)',
    ourFlags: true,
    sharded: true,
    start: own('lianxi', { LIANXI_DIRECT: 'off' }),
  },
  {
    name: 'lianxi-shared',
    title: 'Lianxi, equal queries under way are run once (LIANXI_SHARE_IN_FLIGHT=on)',
    ourFlags: true,
    sharded: true,
    knowsOperations: true,
    start: own('lianxi', { LIANXI_SHARE_IN_FLIGHT: 'on' }),
  },
  hive('hive-js', 'Hive Gateway 2.15.1, JS planner, shares subgraph requests', { rust: false, shares: true }),
  hive('hive-js-unshared', 'Hive Gateway 2.15.1, JS planner', { rust: false, shares: false }),
  hive('hive-rust', 'Hive Gateway 2.15.1, Rust planner, shares subgraph requests', {
    rust: true,
    shares: true,
  }),
  hive('hive-rust-unshared', 'Hive Gateway 2.15.1, Rust planner', { rust: true, shares: false }),
  {
    name: 'mercurius',
    title: 'Mercurius gateway 5.2.0, jit',
    ourFlags: true,
    sharded: false,
    packages: MERCURIUS,
    start: () => ({ ...own('mercurius')(), cwd: join(benchFolder(), MERCURIUS.folder) }),
  },
  nullGateway('null', 'the same fetches, no gateway work', 'base'),
  nullGateway('null-ours', 'the fetches of `lianxi`, no gateway work', 'lianxi'),
];

/** What every program of the benchmark runs with. */
const PRODUCTION = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };

/** Source maps are left to ours: they make every stack dear that another contender reads. */
export function flagsOf({ name, ourFlags }: Contender, flags: 'same' | 'own'): string[] {
  if (name.startsWith('lianxi')) return GATEWAY_FLAGS;
  return ourFlags && (flags === 'same' || name === 'stock-young') ? V8_FLAGS : [];
}

function own(program: string, env: NodeJS.ProcessEnv = {}) {
  return () => ({ command: ownProgram(`contenders/${program}`), env: { ...PRODUCTION, ...env } });
}

function nullGateway(name: string, title: string, repeats: Contender['repeats']): Contender {
  return { name, title, ourFlags: true, sharded: true, repeats, start: own('null') };
}

function hive(name: string, title: string, { rust, shares }: { rust: boolean; shares: boolean }): Contender {
  return { name, title, ourFlags: true, sharded: false, packages: HIVE, start };

  /** Its own command line; sharing of subgraph requests is on unless its configuration says otherwise. */
  function start({ port, supergraphPath }: ContenderSettings, folder: string) {
    const cwd = join(benchFolder(), HIVE.folder);
    const options = { '*.http': { options: { deduplicateInflightRequests: shares } } };
    mkdirSync(folder, { recursive: true });
    const config = join(folder, `${name}.config.mjs`);
    writeFileSync(
      config,
      `export const gatewayConfig = ${JSON.stringify({ transportEntries: options, logging: 'error' })};\n`,
    );
    const args = [
      '--config-path',
      config,
      '--host',
      HOST,
      '--port',
      String(port),
      'supergraph',
      supergraphPath,
    ];
    const planner = rust ? ['--hive-router-runtime'] : [];
    const bin = join(cwd, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');
    return { command: [bin, ...args, ...planner], env: PRODUCTION, cwd, answers: false };
  }
}
