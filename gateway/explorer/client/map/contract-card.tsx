// What one contract holds: its entries, its nouns and their fields, each a way into the documentation.
import type { ContractOnMap, GraphMap, TypeOnMap } from '../../graph-map';
import { linkToField, linkToType } from '../browser/place';
import { useSpeaker } from '../words/speaker';
import { CONTRACT_TITLES } from './shard-table';

export function ContractCard({ contract, map }: { contract: ContractOnMap; map: GraphMap }) {
  const { say } = useSpeaker();
  const { name, answeredBy, queries, types } = contract;
  const serving = map.shards.filter(({ contracts }) => contracts.includes(name));
  const answering = serving.filter(({ reachable }) => reachable);
  const nouns = types.filter(({ entity, owned }) => entity && owned);
  const added = types.filter(({ owned }) => !owned);
  const others = types.filter(({ entity, owned }) => !entity && owned);
  return (
    <article class="card" data-contract={name}>
      <h3>
        {CONTRACT_TITLES[name] && say(CONTRACT_TITLES[name])} <code>{name}</code>
      </h3>
      <p>
        {answeredBy === 'sharded'
          ? say({ zh: '分布在多个分片', en: 'Spread over shards' })
          : say({ zh: '由一个分片提供', en: 'Served by one shard' })}
        {say({
          zh: `：${answering.length} / ${serving.length} 个有回答`,
          en: `: ${answering.length} of ${serving.length} answer`,
        })}
      </p>
      <TypeList
        title={say({ zh: `名词（${nouns.length}）`, en: `Nouns (${nouns.length})` })}
        types={nouns}
        open
      />
      {added.length > 0 && (
        <TypeList
          title={say({
            zh: `为别的契约的类型补充字段（${added.length}）`,
            en: `Adds fields to types of others (${added.length})`,
          })}
          types={added}
        />
      )}
      <TypeList
        title={say({
          zh: `列表与其他类型（${others.length}）`,
          en: `Lists and other types (${others.length})`,
        })}
        types={others}
      />
      <details>
        <summary>
          {say({ zh: `查询入口（${queries.length}）`, en: `Entries of Query (${queries.length})` })}
        </summary>
        <ul class="chips">
          {queries.map((field) => (
            <li key={field}>
              <a class="chip" href={linkToField('Query', field)}>
                {field}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function TypeList({ title, types, open = false }: { title: string; types: TypeOnMap[]; open?: boolean }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul class="chips">
        {types.map(({ name, fields }) => (
          <li key={name}>
            <a class="chip" href={linkToType(name)} title={fields.join(', ')}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
