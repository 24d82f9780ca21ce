// The fields, values or members of one type as a table.
import { type GraphQLArgument, type GraphQLInputField, type GraphQLType, getNamedType } from 'graphql';
import { useEffect, useRef } from 'preact/hooks';
import { linkToType } from '../browser/place';
import type { Sentence } from '../words/language';
import { useSpeaker } from '../words/speaker';

export interface PartRow {
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

export function PartRows({
  rows,
  looked,
}: {
  looked?: string;
  rows: ReadonlyArray<PartRow | GraphQLInputField>;
}) {
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
          <PartLine key={row.name} row={row} typed={typed} looked={row.name === looked} />
        ))}
      </tbody>
    </table>
  );
}

function PartLine({ row, typed, looked }: { row: PartRow; typed: boolean; looked: boolean }) {
  const { say } = useSpeaker();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (looked) line.current?.scrollIntoView({ block: 'center' });
  }, [looked]);
  const { name, type, description, args = [], deprecationReason, contract } = row;
  return (
    <tr ref={line} class={looked ? 'looked' : undefined}>
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
