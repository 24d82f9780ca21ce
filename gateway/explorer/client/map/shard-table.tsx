// One row a shard, one column a contract: a cell says whether that shard serves it and answers now.
import type { GraphMap, ShardOnMap } from '../../graph-map';
import { REASONS } from '../query/coverage-list';
import type { Sentence } from '../words/language';
import { useSpeaker } from '../words/speaker';

export interface ShardTableProps {
  map: GraphMap;
  names: Map<string, string>;
}

/** What the contracts of this project are called; a contract of others keeps its own name. */
export const CONTRACT_TITLES: Record<string, Sentence> = {
  directory: { zh: '名录', en: 'Directory' },
  conference: { zh: '会议', en: 'Conference' },
  cobuilding: { zh: '共建', en: 'Co-building' },
  sharing: { zh: '共享', en: 'Sharing' },
};

export function ShardTable({ map, names }: ShardTableProps) {
  const { say } = useSpeaker();
  const contracts = map.contracts.map(({ name }) => name);
  return (
    <div
      class="scroll"
      tabIndex={0}
      role="region"
      aria-label={say({ zh: '分片与契约', en: 'Shards and contracts' })}
    >
      <table class="shards">
        <thead>
          <tr>
            <th scope="col">{say({ zh: '分片与单位', en: 'Shard and its organizations' })}</th>
            {contracts.map((name) => (
              <th scope="col" key={name}>
                {CONTRACT_TITLES[name] && say(CONTRACT_TITLES[name])} <code>{name}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.shards.map((shard) => (
            <tr key={shard.name} data-shard={shard.name} class={shard.reachable ? '' : 'silent'}>
              <th scope="row">
                <ShardHead shard={shard} names={names} />
              </th>
              {contracts.map((name) => (
                <td key={name} data-contract={name}>
                  <Cell shard={shard} contract={name} />
                </td>
              ))}
            </tr>
          ))}
          {map.notJoined.map(({ home, contracts: spoken }) => (
            <tr key={home} data-home={home} class="absent">
              <th scope="row">{names.get(home) ?? home}</th>
              {contracts.map((name) => (
                <td key={name} data-contract={name}>
                  {spoken.includes(name) ? (
                    <span class="chip bad">{say(REASONS.NOT_JOINED!)}</span>
                  ) : (
                    <Nothing />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ShardHead({ shard, names }: { shard: ShardOnMap; names: Map<string, string> }) {
  const { say } = useSpeaker();
  const { name, homes } = shard;
  const called = homes.map((home) => names.get(home) ?? home);
  return (
    <details>
      <summary>
        <code>{name}</code>{' '}
        <span class="few">
          {called[0]}
          {homes.length > 1 && say({ zh: ` 等 ${homes.length} 家`, en: ` and ${homes.length - 1} more` })}
        </span>
      </summary>
      <ul>
        {called.map((it, i) => (
          <li key={homes[i]}>{it}</li>
        ))}
      </ul>
    </details>
  );
}

function Cell({ shard, contract }: { shard: ShardOnMap; contract: string }) {
  const { say } = useSpeaker();
  if (!shard.contracts.includes(contract)) return <Nothing />;
  if (!shard.reachable) return <span class="chip bad">✕ {say(REASONS.UNREACHABLE!)}</span>;
  return <span class="chip good">✓ {say({ zh: '有回答', en: 'answers' })}</span>;
}

/** Not served there: that is how the contract is laid out, not a fault. */
function Nothing() {
  const { say } = useSpeaker();
  return <span class="nothing">{say({ zh: '不提供', en: 'not here' })}</span>;
}
