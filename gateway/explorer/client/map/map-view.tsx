// Who serves which part of the graph: shards with their organizations against contracts, live, then what each contract holds.
import type { GraphMap } from '../../graph-map';
import type { Loaded } from '../browser/use-loaded';
import { sayTime } from '../words/language';
import { useSpeaker } from '../words/speaker';
import { ContractCard } from './contract-card';
import { ShardTable } from './shard-table';
import { standingOf } from './standing';

export interface MapViewProps {
  map: Loaded<GraphMap>;
  /** What the organizations are called, by id. */
  names: Map<string, string>;
}

export function MapView({ map: { value: map, fault }, names }: MapViewProps) {
  const { say } = useSpeaker();
  return (
    <div class="map">
      {fault && (
        <p class="fault" role="alert">
          {say({
            zh: `地图没有更新（${fault}）；下面是上一次的情况，会自动重试。`,
            en: `The map is not fresh (${fault}): below is how it was; tried again by itself.`,
          })}
        </p>
      )}
      {map ? (
        <Fresh map={map} names={names} />
      ) : (
        !fault && <p class="line">{say({ zh: '正在询问各分片 ……', en: 'Asking the shards …' })}</p>
      )}
    </div>
  );
}

function Fresh({ map, names }: { map: GraphMap; names: Map<string, string> }) {
  const { say } = useSpeaker();
  return (
    <>
      <Summary map={map} names={names} />
      <section>
        <h2>{say({ zh: '分片与单位', en: 'Shards and organizations' })}</h2>
        <ShardTable map={map} names={names} />
      </section>
      <section>
        <h2>{say({ zh: '各部分的类型与入口', en: 'What each contract holds' })}</h2>
        <div class="cards">
          {map.contracts.map((contract) => (
            <ContractCard key={contract.name} contract={contract} map={map} />
          ))}
        </div>
      </section>
    </>
  );
}

function Summary({ map, names }: { map: GraphMap; names: Map<string, string> }) {
  const { say, language } = useSpeaker();
  const { silent, homes, silentHomes, unlisted } = standingOf(map, names);
  const at = sayTime(map.asOf, language);
  return (
    <div class="summary" data-summary>
      <p>
        <strong>
          {map.shards.length - silent.length} / {map.shards.length}
        </strong>{' '}
        {say({ zh: '个分片有回答', en: 'shards answer' })}
      </p>
      <p>
        <strong>
          {homes - silentHomes} / {homes}
        </strong>{' '}
        {say({ zh: '家单位可问到', en: 'organizations can be asked' })}
      </p>
      <p>
        <strong>{map.notJoined.length}</strong> {say({ zh: '家未接入', en: 'not joined' })}
      </p>
      <p class="line">
        {say({
          zh: `清单第 ${map.version ?? '—'} 版，${at} 询问`,
          en: `List version ${map.version ?? '—'}, asked at ${at}`,
        })}
      </p>
      {silent.length > 0 && (
        <p class="fault" role="alert">
          {say({ zh: '联系不上的分片：', en: 'Shards that cannot be reached: ' })}
          {silent.join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      {unlisted.length > 0 && (
        <p class="fault">
          {say({
            zh: '名录里有、分片清单里没有：',
            en: 'In the directory, yet not in the list of shards: ',
          })}
          {unlisted.join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
    </div>
  );
}
