// Asks the shard that is published: whether it answers, speaks the contract, keeps the laws, and holds the rows of the homes that move to it.
import type { Sentence } from '../../../schema/codes';
import type { ContractFile } from '../../supergraph/contract-file';
import { examineShard } from '../../sharding/conformance/examine-shard';
import { ShardSilent } from '../../sharding/conformance/shard-silent';
import type { ShardTransport, SignRequest } from '../../sharding/transport';
import type { AllowedNetworks } from '../check/address/allowed-networks';
import { resolveAllowedAddress } from '../check/address/resolve-allowed-address';
import { ourFault } from '../check/unreadable';
import type { GraphState } from '../domain/graph-state';
import type { ShardPublication } from '../publication';
import type { Finding } from '../verdict';
import { compareRows } from './compare-rows';
import { compareSdl } from './compare-sdl';
import { createRowCounter } from './count-rows';
import { homesFrom, placesLeft } from './homes-from';
import { createPinnedTransport } from './pinned-transport';

export interface ShardEvidence {
  findings: Finding[];
  /** `<home> <shard> <url>` of each home that leaves another shard, or another address of this one. */
  movedFrom: string[];
}

export interface ExaminationTerms {
  state: GraphState;
  networks: AllowedNetworks;
  /** As an examiner whom shards can trust. */
  sign: SignRequest;
  /** The home of the street's office: it decides where nothing can be counted any more. */
  street: string;
  /** A home whose rows are yet to come, by a move. */
  byMove?: string;
}

/** Breaches that are said; the rest is of the same kind. */
const MAX_BREACHES = 20;

export async function examinePublication(
  contracts: ContractFile[],
  publication: ShardPublication,
  { state, networks, sign, street, byMove }: ExaminationTerms,
): Promise<ShardEvidence> {
  const from = homesFrom(publication, state);
  const movedFrom = placesLeft(publication, state);
  const address = await resolveAllowedAddress(publication.url, networks);
  if (!address.ok) return { findings: address.findings, movedFrom };
  const transport = createPinnedTransport(networks, sign);
  try {
    const spoken = contracts.filter(({ name }) => publication.contracts.includes(name));
    const findings: Finding[] = [];
    for (const contract of spoken)
      findings.push(...(await examineContract(transport, publication, contract)));
    if (findings.length > 0) return { findings, movedFrom };
    const count = createRowCounter(transport);
    for (const [home, old] of from) {
      const leaving = { home, old, publication, contracts, street, isByMove: home === byMove };
      findings.push(...(await compareRows(count, leaving)));
    }
    return { findings, movedFrom };
  } finally {
    await transport.close();
  }
}

async function examineContract(
  transport: ShardTransport,
  publication: ShardPublication,
  { name, sdl, answeredBy }: ContractFile,
): Promise<Finding[]> {
  try {
    const differences = await compareSdl(transport, publication, name, sdl);
    if (differences.length > 0 || answeredBy === 'ordinary') return differences;
    const { breaches } = await examineShard(transport, publication, name, sdl);
    return breaches.slice(0, MAX_BREACHES).map(({ law, field, sentence }) => ({
      rule: 'CONFORMANCE',
      severity: 'ERROR',
      coordinate: `Query.${field}`,
      sentence: {
        zh: `${name} 的 ${field} 不合分片规则（${law}）：${sentence}`,
        en: `${name}.${field} breaks a law of sharding (${law}): ${sentence}`,
      },
      suggestion: {
        zh: `改正后用 npm run shard:check -- ${publication.url} ${name} 检查。`,
        en: `Mend it, and examine it with npm run shard:check -- ${publication.url} ${name}`,
      },
    }));
  } catch (error) {
    if (!(error instanceof ShardSilent)) return [ourFault(error)];
    return [
      error.why === 'unrecognized'
        ? unrecognized(publication)
        : unreachable(publication, name, error.sentence),
    ];
  }
}

function unreachable({ url }: ShardPublication, contract: string, why: Sentence): Finding {
  return {
    rule: 'UNREACHABLE',
    severity: 'ERROR',
    sentence: {
      zh: `${url}/${contract} 没有应答：${why.zh}`,
      en: `${url}/${contract} does not answer: ${why.en}`,
    },
    suggestion: {
      zh: '请确认服务已启动，并且注册中心能访问这个地址。',
      en: 'See that the server is up, and that the registry can reach this address.',
    },
  };
}

function unrecognized({ name, url }: ShardPublication): Finding {
  return {
    rule: 'SIGNATURE_REFUSED',
    severity: 'ERROR',
    sentence: {
      zh: `${url} 不接受注册中心的签名（401），所以没有检查，也没有发布。`,
      en: `${url} does not take the registry's signature (401), so it was not examined and not published.`,
    },
    suggestion: {
      zh: `启动分片时设 LIANXI_EXAMINER_KEYS=<注册中心>/.well-known/lianxi-keys、LIANXI_SHARD=${name}，并核对时钟。`,
      en: `Start the shard with LIANXI_EXAMINER_KEYS=<registry>/.well-known/lianxi-keys and LIANXI_SHARD=${name}, and see that its clock is right.`,
    },
  };
}
