// The page of one type: what it is, whose it is, its fields or values, and where it is used.
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { useMemo } from 'preact/hooks';
import type { ContractOnMap } from '../../graph-map';
import { linkToType } from '../browser/place';
import type { Sentence } from '../words/language';
import { useSpeaker } from '../words/speaker';
import { usesOf } from './uses-of';

export interface TypePageProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  contracts: ContractOnMap[];
}

export function TypePage({ schema, type, contracts }: TypePageProps) {
  const { say } = useSpeaker();
  const owners = contracts.filter((contract) => contract.types.some(({ name }) => name === type.name));
  const uses = useMemo(() => usesOf(schema, type), [schema, type]);
  return (
    <article class="type" key={type.name}>
      <h2>{type.name}</h2>
      <p class="description">{type.description}</p>
      {owners.length > 0 && (
        <p>
          {say({ zh: '合同：', en: 'Contract: ' })}
          {owners.map(({ name }) => (
            <a key={name} class="chip" href="#/map">
              {name}
            </a>
          ))}
        </p>
      )}
      <Parts type={type} contracts={contracts} />
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

function Parts({ type, contracts }: { type: GraphQLNamedType; contracts: ContractOnMap[] }) {
  if (isEnumType(type))
    return <Rows rows={type.getValues().map(({ name, description }) => ({ name, description }))} />;
  if (isUnionType(type))
    return (
      <Rows
        rows={type
          .getTypes()
          .map((member) => ({ name: member.name, type: member, description: member.description }))}
      />
    );
  if (isInputObjectType(type)) return <Rows rows={Object.values(type.getFields())} />;
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const ownerOf = (field: string) =>
    type.name === 'Query' ? contracts.find(({ queries }) => queries.includes(field))?.name : undefined;
  return (
    <Rows
      rows={Object.values(type.getFields()).map((field) => ({ ...field, contract: ownerOf(field.name) }))}
    />
  );
}

interface Row {
  name: string;
  description?: string | null;
  type?: GraphQLType;
  args?: readonly GraphQLArgument[];
  deprecationReason?: string | null;
  contract?: string;
}

const HEADINGS: Record<'name' | 'type' | 'description', Sentence> = {
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  description: { zh: '说明', en: 'Description' },
};

function Rows({ rows }: { rows: ReadonlyArray<Row | GraphQLInputField> }) {
  const { say } = useSpeaker();
  const typed = rows.some(({ type }) => type);
  return (
    <table class="fields">
      <thead>
        <tr>
          <th scope="col">{say(HEADINGS.name)}</th>
          {typed && <th scope="col">{say(HEADINGS.type)}</th>}
          <th scope="col">{say(HEADINGS.description)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PartRow key={row.name} row={row} typed={typed} />
        ))}
      </tbody>
    </table>
  );
}

function PartRow({ row, typed }: { row: Row; typed: boolean }) {
  const { say } = useSpeaker();
  const { name, type, description, args = [], deprecationReason, contract } = row;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code> {contract && <span class="chip">{contract}</span>}
      </th>
      {typed && <td>{type && <TypeLink type={type} />}</td>}
      <td>
        {description}
        {deprecationReason && (
          <p class="chip bad">
            {say({ zh: '已弃用：', en: 'Deprecated: ' })}
            {deprecationReason}
          </p>
        )}
        {args.length > 0 && (
          <ul class="args">
            {args.map((arg) => (
              <li key={arg.name}>
                <code>{arg.name}</code>: <TypeLink type={arg.type} /> {arg.description}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function TypeLink({ type }: { type: GraphQLType }) {
  const { name } = getNamedType(type);
  const [before, after] = String(type).split(name);
  return (
    <code>
      {before}
      <a href={linkToType(name)}>{name}</a>
      {after}
    </code>
  );
}
