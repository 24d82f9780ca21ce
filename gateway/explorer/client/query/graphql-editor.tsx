// The editor of operations: completes, checks and explains from the schema; a click with Ctrl opens the documentation.
import { autocompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { graphql, updateSchema } from 'cm6-graphql';
import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { linkToType } from '../browser/place';
import { useSpeaker } from '../words/speaker';
import { Editor } from './editor';

export interface GraphQLEditorProps {
  text: string;
  schema: GraphQLSchema | null;
  onChange: (text: string) => void;
}

export function GraphQLEditor({ text, schema, onChange }: GraphQLEditorProps) {
  const { say } = useSpeaker();
  const view = useRef<EditorView | null>(null);
  const known = useRef(schema);
  known.current = schema;
  const extensions = useMemo(
    () => [
      autocompletion(),
      graphql(undefined, {
        onShowInDocs: (field, type, parent) => openDocs(known.current, { field, type, parent }),
      }),
    ],
    [],
  );

  useEffect(() => {
    if (view.current && schema) updateSchema(view.current, schema);
  }, [schema]);

  return (
    <Editor
      label={say({ zh: 'GraphQL 查询', en: 'GraphQL operation' })}
      text={text}
      extensions={extensions}
      onChange={onChange}
      onView={(created) => {
        view.current = created;
        if (created && known.current) updateSchema(created, known.current);
      }}
    />
  );
}

function openDocs(
  schema: GraphQLSchema | null,
  { field, type, parent }: { field?: string; type?: string; parent?: string },
): void {
  const bare = (name = '') => name.replace(/[[\]!]/g, '');
  const found = schema?.getType(bare(parent)) ?? schema?.getType(bare(type));
  if (!found) return;
  const its = isObjectType(found) && field ? found.getFields()[field] : undefined;
  location.hash = linkToType(its && parent === undefined ? getNamedType(its.type).name : found.name);
}
