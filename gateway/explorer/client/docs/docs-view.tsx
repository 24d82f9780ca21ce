// The documentation of the graph: a list that can be searched, and the page of one type.
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { useMemo, useState } from 'preact/hooks';
import type { ContractOnMap } from '../../graph-map';
import { linkToType } from '../browser/place';
import type { Sentence } from '../words/language';
import { useSpeaker } from '../words/speaker';
import { TypePage } from './type-page';

export interface DocsViewProps {
  schema: GraphQLSchema | null;
  type: string | undefined;
  /** The field of that type to look at. */
  field: string | undefined;
  contracts: ContractOnMap[];
}

export function DocsView({ schema, type, field, contracts }: DocsViewProps) {
  const { say } = useSpeaker();
  const [wanted, setWanted] = useState('');
  const groups = useMemo(() => (schema ? groupTypes(schema, wanted) : []), [schema, wanted]);
  if (!schema) return <p class="line">{say({ zh: '正在读取类型 ……', en: 'Reading the types …' })}</p>;
  const shown = schema.getType(type ?? 'Query');
  return (
    <div class="docs">
      <nav class="types" aria-label={say({ zh: '类型', en: 'Types' })}>
        <input
          type="search"
          value={wanted}
          aria-label={say({ zh: '查找类型、字段或说明', en: 'Find a type, field or description' })}
          placeholder={say({ zh: '查找类型、字段或说明', en: 'Find a type, field or description' })}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <div role="status" class="line">
          {wanted && say({ zh: `找到 ${count(groups)} 个类型`, en: `${count(groups)} types found` })}
        </div>
        {groups.map(({ title, types }) => (
          <details key={title.en} open={wanted !== '' || title === ENTRY}>
            <summary>
              {say({ zh: `${title.zh}（${types.length}）`, en: `${title.en} (${types.length})` })}
            </summary>
            <ul>
              {types.map(({ name }) => (
                <li key={name}>
                  <a href={linkToType(name)} aria-current={name === shown?.name ? 'true' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
      {shown ? (
        <TypePage schema={schema} type={shown} field={field} contracts={contracts} />
      ) : (
        <p class="fault" role="alert">
          {say({ zh: `没有名为 ${type} 的类型。`, en: `There is no type named ${type}.` })}
        </p>
      )}
    </div>
  );
}

interface TypeGroup {
  title: Sentence;
  types: GraphQLNamedType[];
}

const ENTRY: Sentence = { zh: '入口与对象', en: 'Query and objects' };
/** Each noun has its connection, edge, summary and filter: beside the nouns they would hide them. */
const KINDS: Array<{ title: Sentence; holds: (type: GraphQLNamedType) => boolean }> = [
  {
    title: ENTRY,
    holds: (type) => isObjectType(type) && !/(Connection|Edge|Summary|Group)$/.test(type.name),
  },
  { title: { zh: '列表与汇总', en: 'Lists and summaries' }, holds: (type) => isObjectType(type) },
  { title: { zh: '取值', en: 'Enums' }, holds: isEnumType },
  { title: { zh: '输入', en: 'Inputs' }, holds: isInputObjectType },
  { title: { zh: '标量', en: 'Scalars' }, holds: isScalarType },
  { title: { zh: '接口与联合', en: 'Interfaces and unions' }, holds: () => true },
];

function groupTypes(schema: GraphQLSchema, wanted: string): TypeGroup[] {
  const word = wanted.trim().toLowerCase();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && speaksOf(type, word),
  );
  const groups = KINDS.map(({ title }) => ({ title, types: [] as GraphQLNamedType[] }));
  for (const type of types) groups[KINDS.findIndex(({ holds }) => holds(type))]!.types.push(type);
  for (const group of groups)
    group.types.sort(
      (a, b) => Number(b.name === 'Query') - Number(a.name === 'Query') || a.name.localeCompare(b.name),
    );
  return groups.filter((group) => group.types.length > 0);
}

function speaksOf(type: GraphQLNamedType, word: string): boolean {
  if (word === '') return true;
  const parts = isEnumType(type)
    ? type.getValues()
    : 'getFields' in type
      ? Object.values(type.getFields())
      : [];
  return [type, ...parts].some(({ name, description }) =>
    `${name} ${description ?? ''}`.toLowerCase().includes(word),
  );
}

function count(groups: TypeGroup[]): number {
  return groups.reduce((sum, { types }) => sum + types.length, 0);
}
