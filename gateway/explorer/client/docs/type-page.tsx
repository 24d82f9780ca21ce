// The page of one type: what it is, whose it is, its fields or values, and where it is used.
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { useMemo } from 'preact/hooks';
import type { ContractOnMap } from '../../graph-map';
import { linkToType } from '../browser/place';
import { useSpeaker } from '../words/speaker';
import { PartRows } from './part-rows';
import { usesOf } from './uses-of';

export interface TypePageProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  /** The field to look at. */
  field: string | undefined;
  contracts: ContractOnMap[];
}

export function TypePage({ schema, type, field, contracts }: TypePageProps) {
  const { say } = useSpeaker();
  const owners = contracts.filter((contract) => contract.types.some(({ name }) => name === type.name));
  const uses = useMemo(() => usesOf(schema, type), [schema, type]);
  return (
    <article class="type" key={type.name}>
      <h2>{type.name}</h2>
      <p class="description">{type.description}</p>
      {owners.length > 0 && (
        <p>
          {say({ zh: '契约：', en: 'Contract: ' })}
          {owners.map(({ name }) => (
            <a key={name} class="chip" href="#/map">
              {name}
            </a>
          ))}
        </p>
      )}
      <Parts type={type} field={field} contracts={contracts} />
      {uses.length > 0 && (
        <details class="uses">
          <summary>{say({ zh: `用在哪里（${uses.length}）`, en: `Used in (${uses.length})` })}</summary>
          <ul>
            {uses.map(({ type: user, field }) => (
              <li key={user + field}>
                <a href={linkToType(user)}>{user}</a>.{field}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Parts({ type, field, contracts }: Omit<TypePageProps, 'schema'>) {
  if (isEnumType(type))
    return <PartRows rows={type.getValues().map(({ name, description }) => ({ name, description }))} />;
  if (isUnionType(type))
    return (
      <PartRows
        rows={type
          .getTypes()
          .map((member) => ({ name: member.name, type: member, description: member.description }))}
      />
    );
  if (isInputObjectType(type)) return <PartRows rows={Object.values(type.getFields())} />;
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const fields = Object.values(type.getFields());
  return (
    <PartRows
      looked={field}
      rows={fields.map((it) => ({ ...it, contract: contractOf(contracts, type.name, it.name) }))}
    />
  );
}

/** Only where more than one contract answers fields of the type; otherwise the page says it once, above. */
function contractOf(contracts: ContractOnMap[], type: string, field: string): string | undefined {
  if (type === 'Query') return contracts.find(({ queries }) => queries.includes(field))?.name;
  const speaking = contracts.flatMap(({ name, types }) =>
    types.filter((it) => it.name === type).map(({ fields }) => ({ name, fields })),
  );
  const answering = speaking.filter(({ fields }) => fields.includes(field));
  return speaking.length > 1 && answering.length === 1 ? answering[0]!.name : undefined;
}
